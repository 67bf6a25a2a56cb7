import type { ImportReportResponse } from '../../../api/schema';
import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/imports.json';
import { ColumnMatch, doubtfulColumns } from '../../parts/sent-file/column-match';
import type { Reading } from '../../parts/sent-file/reading';

const t = area('imports', vi);

/** Each column with what it was taken for. A choice holds the header where it stands, so that nothing else moves. */
export function ColumnsStep({
  report,
  reading,
  onChange,
}: {
  report: ImportReportResponse;
  reading: Reading;
  onChange: (next: Partial<Reading>) => void;
}) {
  const doubts = report.sheets.reduce((sum, sheet) => sum + doubtfulColumns(sheet).length, 0);
  return (
    <>
      <p role="status">{doubts > 0 ? t('needMatch', { count: formatNumber(doubts) }) : t('allMatched')}</p>
      {report.sheets
        .filter(({ columns }) => columns.length > 0)
        .map((sheet) => (
          <div key={sheet.name} className="import-columns">
            <h2>{sheet.name}</h2>
            <ColumnMatch
              sheet={sheet}
              onChoose={(letter, field) =>
                onChange({
                  mapping: { ...reading.mapping, [sheet.name]: { ...reading.mapping[sheet.name], [letter]: field } },
                  ...(sheet.header && {
                    headerRow: { ...reading.headerRow, [sheet.name]: [sheet.header.top, sheet.header.bottom] as const },
                  }),
                })
              }
            />
          </div>
        ))}
    </>
  );
}
