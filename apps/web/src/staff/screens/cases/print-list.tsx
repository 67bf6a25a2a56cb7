import { useEffect } from 'react';
import type { CaseLineAnswer } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/cases.json';
import { cellText, type ColumnKey } from './grid-columns';

const t = area('cases', vi);

/** The list on paper, A4 lying: drawn only while it is printed. */
export function PrintList({
  rows,
  columns,
  marketName,
  more,
  onDone,
}: {
  rows: readonly CaseLineAnswer[];
  columns: readonly ColumnKey[];
  marketName: (code: string | null) => string;
  /** Not all rows of the filter are on the paper. */
  more: boolean;
  onDone: () => void;
}) {
  useEffect(() => {
    window.addEventListener('afterprint', onDone, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', onDone);
  }, [onDone]);
  return (
    <div className="print-list">
      <h1>{t('title')}</h1>
      {more && <p>{t('printedFirst', { rows: rows.length })}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('row')}</th>
            {columns.map((key) => (
              <th key={key} scope="col">
                {t(`column.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.id}>
              <td>{at + 1}</td>
              {columns.map((key) => (
                <td key={key}>{cellText(key, row, marketName)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
