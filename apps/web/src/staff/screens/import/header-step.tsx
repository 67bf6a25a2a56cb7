import { type FormEvent, useState } from 'react';
import type { ImportReportResponse, ImportSheetAnswer } from '../../../api/schema';
import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/imports.json';
import { textOf } from '../../parts/form-text';
import { letterOf } from '../../parts/sent-file/read-paste';
import type { Reading } from '../../parts/sent-file/reading';

const t = area('imports', vi);

interface StepProps {
  report: ImportReportResponse;
  reading: Reading;
  onChange: (next: Partial<Reading>) => void;
  /** With the first lines, to point at the header. */
  preview: boolean;
}

/** What was understood of each sheet, and a hand on it: which sheets count, where the header stands. */
export function HeaderStep({ report, reading, onChange, preview }: StepProps) {
  const visible = report.sheets.filter(({ state }) => state !== 'hidden');
  const names = visible.map(({ name }) => name);
  const wanted = reading.sheets ?? names;
  return (
    <>
      {report.notices.length > 0 && (
        <div className="sheet import-notices">
          <h2>{t('notices')}</h2>
          <ul>
            {report.notices.map(({ code, sheet, message }) => (
              <li key={`${code} ${sheet} ${message}`}>{message}</li>
            ))}
          </ul>
        </div>
      )}
      {report.sheets.map((sheet) => (
        <SheetHeader
          key={`${sheet.name} ${sheet.header?.top} ${sheet.header?.bottom}`}
          sheet={sheet}
          preview={preview}
          wanted={wanted.includes(sheet.name)}
          onWanted={
            names.length < 2 || sheet.state === 'hidden'
              ? undefined
              : (on) => onChange({ sheets: on ? [...wanted, sheet.name] : wanted.filter((name) => name !== sheet.name) })
          }
          onRows={(rows) => onChange({ headerRow: { ...reading.headerRow, [sheet.name]: rows } })}
        />
      ))}
    </>
  );
}

function SheetHeader({
  sheet,
  preview: open,
  wanted,
  onWanted,
  onRows,
}: {
  sheet: ImportSheetAnswer;
  preview: boolean;
  wanted: boolean;
  onWanted?: (on: boolean) => void;
  onRows: (rows: [number, number]) => void;
}) {
  const { name, state, header, dataRows, left, preview } = sheet;
  const [none, setNone] = useState(header?.top === 0);
  const width = Math.max(0, ...preview.map(({ cells }) => cells.length));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [top, bottom] = [Number(textOf(form, 'top')), Number(textOf(form, 'bottom'))];
    onRows(none ? [0, 0] : [Math.min(top, bottom), Math.max(top, bottom)]);
  };
  return (
    <article className="sheet import-sheet">
      <h2>{name}</h2>
      {state === 'hidden' && <p className="quiet">{t('hidden')}</p>}
      {state === 'read' && (
        <p>
          {header &&
            header.top > 0 &&
            `${t('line.header', { rows: header.top === header.bottom ? header.top : `${header.top}–${header.bottom}` })} · `}
          {t('line.people', { count: formatNumber(dataRows) })}
          {left
            .filter(({ what }) => what !== 'HEADER')
            .map(({ what, count }) => ` · ${t(`left.${what}` as 'left.TOTAL', { count: formatNumber(count) })}`)}
        </p>
      )}
      {state === 'not_read' && <p className="tone-soon">{t('notRead')}</p>}
      {onWanted && (
        <label className="toggle">
          <input type="checkbox" checked={wanted} onChange={(event) => onWanted(event.target.checked)} />
          {t('readSheet')}
        </label>
      )}
      {open && preview.length > 0 && wanted && (
        <>
          <form className="header-form" onSubmit={submit}>
            <label>
              {t('headerFrom')}{' '}
              <input name="top" type="number" min={1} className="field-input" defaultValue={header?.top || 1} disabled={none} />
            </label>
            <label>
              {t('headerTo')}{' '}
              <input name="bottom" type="number" min={1} className="field-input" defaultValue={header?.bottom || 1} disabled={none} />
            </label>
            <label className="toggle">
              <input type="checkbox" checked={none} onChange={(event) => setNone(event.target.checked)} />
              {t('noHeader')}
            </label>
            <button type="submit" className="plain-button">
              {t('useHeader')}
            </button>
          </form>
          <div className="table-region preview" role="region" aria-label={t('preview', { sheet: name })} tabIndex={0}>
            <table className="plain-table wide-table">
              <thead>
                <tr>
                  <th aria-hidden="true" />
                  {Array.from({ length: width }, (_, i) => (
                    <th key={i} scope="col">
                      {letterOf(i)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {preview.map(({ row, cells }) => (
                  <tr key={row} className={header && row >= header.top && row <= header.bottom ? 'preview-header' : undefined}>
                    <th scope="row">{row}</th>
                    {Array.from({ length: width }, (_, i) => (
                      <td key={i}>{cells[i]}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </article>
  );
}
