import { useMemo, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/bulk-report.json';
import { tellDone, tellFault } from '../../parts/notices';
import { PageHead } from '../../parts/page-head';
import { CellGrid } from '../../parts/sent-file/cell-grid';
import { ColumnMatch, doubtfulColumns } from '../../parts/sent-file/column-match';
import { download } from '../../parts/sent-file/download';
import { QuestionList } from '../../parts/sent-file/question-list';
import { takeHandedRows } from '../../parts/sent-file/handed-rows';
import { letterOf, textFile } from '../../parts/sent-file/read-paste';
import { takeReading } from '../../parts/sent-file/reading';
import { useCheck } from '../../parts/sent-file/use-check';
import { isHeld, isTaken, isWarned } from '../../parts/sent-file/verdict-mark';
import { TextField } from '../../parts/text-field';
import { useAddress } from '../../parts/use-address';
import { useDeed } from '../../parts/use-deed';
import { columnWords, isReportKind, REPORT_KINDS, type ReportKind } from '../../parts/sent-file/report-forms';
import { draftOf, emptyDraft, filledRows, FIRST_LINE, keepLines, putBlock, readingOf, type ReportDraft } from './report-draft';
import { rowsOfFile } from './rows-of-file';
import { SentReceipt } from './sent-receipt';
import { UncertifiedButton } from './uncertified-button';
import './bulk-report.css';

const t = area('bulk-report', vi);
const WAIT_MS = 250;

type Drafts = Partial<Record<ReportKind, ReportDraft>>;

/** What another screen has put together, ready to be looked through and sent. */
function handedDrafts(): Drafts {
  const rows = takeHandedRows();
  return Object.fromEntries(REPORT_KINDS.flatMap((kind) => (rows[kind] ? [[kind, draftOf(kind, rows[kind])]] : [])));
}

/** Many facts at once: pasted from a spreadsheet, judged row by row while they stand there, the good ones sent, the others kept for mending. */
export function Screen() {
  const [{ mau, loi }, setAddress] = useAddress();
  const kind: ReportKind = isReportKind(mau) ? mau : 'departures';
  const [drafts, setDrafts] = useState(handedDrafts);
  const [past, setPast] = useState<readonly ReportDraft[]>([]);
  const [note, setNote] = useState('');
  const [sent, setSent] = useState<{ batch: string; taken: number; held: number }>();
  const moved = useRef(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const draft = drafts[kind] ?? emptyDraft(kind);
  const words = columnWords(kind);
  const change = (next: ReportDraft) => {
    setPast((before) => [...before.slice(-50), draft]);
    setDrafts({ ...drafts, [kind]: next });
  };
  const filled = filledRows(draft);
  const reading = useMemo(() => (filled > 0 ? readingOf(draft, words, '') : undefined), [draft, filled]);
  const check = useCheck(reading, WAIT_MS);
  // After lines have moved, the last verdicts belong to other lines: none is shown until the new ones are there.
  if (check.current) moved.current = false;
  const report = filled > 0 && !moved.current ? check.report : undefined;
  const results = useMemo(() => new Map((report?.results ?? []).map((result) => [result.row, result])), [report]);
  const good = report?.results.filter(isTaken).length ?? 0;
  const held = report?.results.filter(isHeld) ?? [];
  const warned = report?.results.filter(isWarned).length ?? 0;
  const sheet = report?.sheets[0];
  const mustMatch = draft.header !== null && sheet !== undefined;
  const onlyWrong = loi === '1';
  const lines = draft.rows
    .map((cells, i) => ({ row: i + FIRST_LINE, cells }))
    .filter(({ row }) => !onlyWrong || (results.get(row) && (isHeld(results.get(row)!) || isWarned(results.get(row)!))));
  const width = Math.max(draft.header?.length ?? words.length, ...draft.rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, index) => ({ index, title: (draft.header ?? words)[index] ?? letterOf(index) }));

  const send = useDeed(async (_: void, key: string) => {
    const taken = await takeReading({ ...reading!, note }, key);
    await queries.invalidateQueries({ queryKey: ['imports'] });
    await queries.invalidateQueries({ queryKey: ['work'] });
    return taken;
  });
  const submit = async () => {
    const taken = await send.act();
    if (!taken?.batch) return;
    const stay = new Set(taken.results.filter(isHeld).map(({ row }) => row));
    setSent({ batch: taken.batch, taken: taken.results.filter(isTaken).length, held: stay.size });
    moved.current = true;
    change(keepLines(draft, stay));
    setNote('');
    tellDone(t('sentNotice', { count: formatNumber(taken.results.filter(isTaken).length) }));
  };
  const taking = useDeed((file: File) => rowsOfFile(kind, file));
  const takeFile = async (file: File) => {
    const read = await taking.act(file);
    if (!read) return;
    if (read.more) return void navigate({ to: '/nhap-du-lieu', search: { loai: kind } as never });
    if (read.block.length === 0) return tellFault(t('emptyFile'));
    moved.current = true;
    const next = putBlock(emptyDraft(kind), read.block, { line: 0, column: 0 });
    change(next);
    tellDone(t('fileTaken', { name: file.name, rows: formatNumber(filledRows(next)) }));
  };
  const undo = () => {
    const before = past.at(-1);
    if (!before) return;
    moved.current = true;
    setDrafts({ ...drafts, [before.kind]: before });
    setPast(past.slice(0, -1));
  };

  return (
    <section
      className="bulk-report"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [file] = event.dataTransfer.files;
        if (file && !taking.busy) void takeFile(file);
      }}
      onKeyDown={(event) => {
        if (
          (event.ctrlKey || event.metaKey) &&
          event.key.toLowerCase() === 'z' &&
          !(event.target instanceof HTMLInputElement && event.target.type === 'text')
        )
          undo();
      }}
    >
      <PageHead title={t('title')} note={t('intro')}>
        <button type="button" className="plain-button" onClick={() => download(textFile([words], 'mau.csv'), `${t(`form.${kind}`)}.csv`)}>
          {t('template')}
        </button>
      </PageHead>
      <div role="group" aria-label={t('forms')} className="form-choice no-print">
        {REPORT_KINDS.map((one) => (
          <button
            key={one}
            type="button"
            className="plain-button choice-button"
            aria-pressed={one === kind}
            onClick={() => setAddress({ mau: one, loi: undefined })}
          >
            {t(`form.${one}`)}
            {one !== kind && drafts[one] && filledRows(drafts[one]) > 0 && <span className="form-waiting">{filledRows(drafts[one])}</span>}
          </button>
        ))}
      </div>
      <p className="quiet">{t(`help.${kind}`)}</p>
      {sent && <SentReceipt {...sent} onClose={() => setSent(undefined)} />}
      {report && report.questions.length > 0 && (
        <QuestionList
          questions={report.questions}
          onAnswer={(id, answer) => change({ ...draft, answers: { ...draft.answers, [id]: answer } })}
        />
      )}
      {report?.reasons?.map(({ code, message }) => (
        <p key={code} role="alert" className="fault">
          {message}
        </p>
      ))}
      {mustMatch && (
        <details open={report?.verdict === 'refuse' || doubtfulColumns(sheet).length > 0}>
          <summary>{t('columns')}</summary>
          <ColumnMatch sheet={sheet} onChoose={(letter, field) => change({ ...draft, chosen: { ...draft.chosen, [letter]: field } })} />
        </details>
      )}
      <div className="grid-bar no-print">
        <p className="grid-say" role="status">
          {filled === 0
            ? t('empty')
            : check.busy && !report
              ? t('checking')
              : t('tally', { good: formatNumber(good), warned: formatNumber(warned), held: formatNumber(held.length) })}
          {check.busy && report && <span className="quiet"> {t('checking')}</span>}
        </p>
        <label className="toggle">
          <input
            type="checkbox"
            checked={onlyWrong}
            onChange={(event) => setAddress({ loi: event.target.checked ? '1' : undefined }, { replace: true })}
          />
          {t('onlyWrong')}
        </label>
        <button type="button" className="plain-button" disabled={past.length === 0} onClick={undo}>
          {t('undo')}
        </button>
        <label className="plain-button file-button" aria-busy={taking.busy}>
          {taking.busy ? t('readingFile') : t('file')}
          <input
            type="file"
            className="file-input"
            accept=".xlsx,.xlsm,.csv,.tsv,.txt"
            disabled={taking.busy}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = '';
              if (file) void takeFile(file);
            }}
          />
        </label>
        {kind === 'certificates' && (
          <UncertifiedButton
            onList={(block) => {
              moved.current = true;
              change(draftOf(kind, block));
            }}
          />
        )}
        <button type="button" className="plain-button" disabled={filled === 0} onClick={() => change(emptyDraft(kind))}>
          {t('clear')}
        </button>
      </div>
      <CellGrid
        label={t('grid', { form: t(`form.${kind}`) })}
        lines={lines}
        columns={columns}
        results={results}
        height={Math.min(540, 46 + 32 * Math.max(lines.length, 8))}
        onType={({ lines: shown, from, block }) => {
          if (!onlyWrong) return change(putBlock(draft, block, from));
          const rows = block
            .map((cells, i) => ({ cells, line: (shown[from.line + i]?.row ?? 0) - FIRST_LINE }))
            .filter(({ line }) => line >= 0);
          change(rows.reduce((next, { cells, line }) => putBlock(next, [cells], { line, column: from.column }), draft));
        }}
      />
      {taking.problem && (
        <p role="alert" className="fault">
          {taking.problem}
        </p>
      )}
      {check.problem && (
        <p role="alert" className="fault">
          {check.problem}{' '}
          <button type="button" className="link-button" onClick={check.again}>
            {t('again')}
          </button>
        </p>
      )}
      {filled > 0 && (
        <form
          className="send-bar sheet no-print"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          {warned > 0 && <TextField label={t('note')} value={note} onChange={setNote} most={1000} note={t('noteWhy')} />}
          {send.problem && (
            <p role="alert" className="fault">
              {send.problem}
            </p>
          )}
          <button type="submit" className="main-button" disabled={good === 0 || !check.current || send.busy}>
            {send.busy
              ? t('sending')
              : held.length > 0
                ? t('sendSome', { good: formatNumber(good), held: formatNumber(held.length) })
                : t('sendAll', { good: formatNumber(good) })}
          </button>
        </form>
      )}
    </section>
  );
}
