import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { upload } from '../../../api/call';
import type { ImportReportResponse, ImportSheetAnswer, RowAnswer } from '../../../api/schema';
import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/imports.json';
import { ListState } from '../../parts/list-state';
import { CellGrid } from '../../parts/sent-file/cell-grid';
import { fieldName } from '../../parts/sent-file/column-match';
import { download } from '../../parts/sent-file/download';
import { QuestionList } from '../../parts/sent-file/question-list';
import { letterOf } from '../../parts/sent-file/read-paste';
import { cellsOf, formOf, type Reading, typed } from '../../parts/sent-file/reading';
import { isHeld } from '../../parts/sent-file/verdict-mark';
import { useAddress } from '../../parts/use-address';
import { useDeed } from '../../parts/use-deed';

const t = area('imports', vi);

/** Questions for the whole file first; then the cells themselves, put right where they stand. */
export function MendStep({
  report,
  reading,
  onChange,
}: {
  report: ImportReportResponse;
  reading: Reading;
  onChange: (next: Partial<Reading>) => void;
}) {
  const [{ xem }, setAddress] = useAddress();
  const all = xem === 'tat-ca';
  const held = report.refused + report.ask + report.duplicate;
  const short = report.results.length < report.rows;
  const file = useDeed<void, unknown>(() => upload('POST /api/v1/imports/refused-rows', formOf(reading)));
  return (
    <>
      {report.questions.length > 0 && (
        <>
          <h2>{t('questions')}</h2>
          <QuestionList
            questions={report.questions}
            onAnswer={(id, answer) => onChange({ answers: { ...reading.answers, [id]: answer } })}
          />
        </>
      )}
      <div className="grid-bar">
        <p className="grid-say">
          {held === 0 ? t('noFaults') : short && held > report.results.filter(isHeld).length ? t('shortened') : ''}
        </p>
        {reading.cells.length > 0 && (
          <>
            <span>{t('typed', { count: formatNumber(reading.cells.length) })}</span>
            <button type="button" className="plain-button" onClick={() => onChange({ cells: [] })}>
              {t('dropTyped')}
            </button>
          </>
        )}
        {held > 0 && (
          <button
            type="button"
            className="plain-button"
            disabled={file.busy}
            onClick={() => void file.act().then((blob) => blob instanceof Blob && download(blob, 'dong-khong-nhan.xlsx'))}
          >
            {t('refusedFile')}
          </button>
        )}
        <button
          type="button"
          className="plain-button choice-button"
          aria-pressed={!all}
          onClick={() => setAddress({ xem: undefined }, { replace: true })}
        >
          {t('onlyWrong')}
        </button>
        <button
          type="button"
          className="plain-button choice-button"
          aria-pressed={all}
          onClick={() => setAddress({ xem: 'tat-ca' }, { replace: true })}
        >
          {t('allRows')}
        </button>
      </div>
      {file.problem && (
        <p role="alert" className="fault">
          {file.problem}
        </p>
      )}
      {report.sheets
        .filter(({ state }) => state === 'read')
        .map((sheet) => (
          <SheetCells
            key={sheet.name}
            sheet={sheet}
            reading={reading}
            results={report.results.filter((result) => result.sheet === sheet.name)}
            all={all}
            short={short}
            onChange={onChange}
          />
        ))}
    </>
  );
}

function SheetCells({
  sheet,
  reading,
  results,
  all,
  short,
  onChange,
}: {
  sheet: ImportSheetAnswer;
  reading: Reading;
  results: readonly RowAnswer[];
  all: boolean;
  /** The report names only the rows to look at. */
  short: boolean;
  onChange: (next: Partial<Reading>) => void;
}) {
  const held = results.filter(isHeld).length;
  const byRow = useMemo(() => new Map(results.map((result) => [result.row, result])), [results]);
  // What was wrong when the cells were opened stays in sight while it is being mended.
  const cells = useQuery({
    queryKey: ['cells', reading.file.name, reading.file.lastModified, reading.file.size, sheet.name, all],
    enabled: all || held > 0,
    staleTime: Infinity,
    gcTime: 60_000,
    queryFn: async () => {
      const wanted = (all ? results : results.filter(isHeld)).map(({ row }) => row);
      const answer = await cellsOf({ ...reading, cells: [] }, sheet.name, all && short ? undefined : wanted);
      return { ...answer, rows: answer.rows.filter(({ row }) => row > (sheet.header?.bottom ?? 0)) };
    },
  });
  const columns = sheet.columns
    .filter(({ field }) => field !== null && field !== 'skip')
    .map(({ letter, header, field }) => ({ index: indexOf(letter), title: header || fieldName(field!) }));
  const lines = useMemo(() => {
    const anew = new Map(
      reading.cells.filter((cell) => cell.sheet === sheet.name).map((cell) => [`${cell.row} ${cell.column}`, cell.value]),
    );
    const width = Math.max(0, ...columns.map(({ index }) => index + 1));
    return (cells.data?.rows ?? []).map(({ row, cells: texts }) => ({
      row,
      cells: Array.from({ length: Math.max(texts.length, width) }, (_, i) => anew.get(`${row} ${letterOf(i)}`) ?? texts[i] ?? ''),
    }));
  }, [cells.data, reading.cells, sheet.columns]);
  if (!all && held === 0 && !cells.data) return null;
  return (
    <div className="import-columns">
      <h2>{held > 0 ? t('faults', { count: formatNumber(held), sheet: sheet.name }) : sheet.name}</h2>
      <ListState query={cells} rows={8}>
        {({ more }) => (
          <>
            {more && <p className="quiet">{t('cut')}</p>}
            <CellGrid
              label={t('sheetGrid', { sheet: sheet.name })}
              lines={lines}
              columns={columns}
              results={byRow}
              height={Math.min(560, 46 + 32 * Math.max(lines.length, 3))}
              onType={({ lines: shown, from, block }) => {
                const fixes = block.flatMap((texts, i) =>
                  texts.flatMap((value, j) => {
                    const line = shown[from.line + i];
                    const column = columns[from.column + j];
                    return line && column ? [{ sheet: sheet.name, row: line.row, column: letterOf(column.index), value }] : [];
                  }),
                );
                onChange({ cells: typed(reading, fixes).cells });
              }}
            />
          </>
        )}
      </ListState>
    </div>
  );
}

const indexOf = (letters: string): number => [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
