import type { MouseEvent } from 'react';
import type { Column } from 'react-data-grid';
import type { CaseLineAnswer } from '../../../api/schema';
import { legalFormName, stageName } from '../../../language/codes';
import { formatDay } from '../../../language/format';
import { sexName } from '../../../language/people';
import { area } from '../../../language/words';
import vi from '../../../language/vi/cases.json';
import { DaysLeft } from '../../parts/days-left';
import { StageChip } from '../../parts/stage-chip';

import { SELECT_COLUMN } from './select-column';

const t = area('cases', vi);

export const COLUMN_KEYS = [
  'fullName',
  'birthDate',
  'sex',
  'communeName',
  'code',
  'stage',
  'market',
  'agencyName',
  'legalForm',
  'departedOn',
  'contractEnd',
  'returnedOn',
  'openAlerts',
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];

/** Shown to somebody who chose nothing yet. */
export const FIRST_COLUMNS: readonly ColumnKey[] = [
  'fullName',
  'birthDate',
  'communeName',
  'stage',
  'contractEnd',
  'market',
  'agencyName',
  'openAlerts',
  'code',
];

/** What the file calls the columns of the grid: the days left stand in a column of their own. */
export const fileColumns = (keys: readonly ColumnKey[]): string =>
  keys.flatMap((key) => (key === 'contractEnd' ? ['contractEnd', 'daysLeft'] : [key])).join(',');

const WIDTHS: Readonly<Record<ColumnKey, number>> = {
  fullName: 210,
  birthDate: 110,
  sex: 80,
  communeName: 150,
  code: 130,
  stage: 230,
  market: 150,
  agencyName: 230,
  legalForm: 180,
  departedOn: 120,
  contractEnd: 210,
  returnedOn: 120,
  openAlerts: 100,
};

/** A cell as text: for the print and for copying. */
export function cellText(key: ColumnKey, row: CaseLineAnswer, marketName: (code: string | null) => string): string {
  switch (key) {
    case 'birthDate':
      return formatDay(row.birthDate, row.birthPrecision);
    case 'sex':
      return sexName(row.sex);
    case 'stage':
      return stageName(row.stage);
    case 'market':
      return marketName(row.market);
    case 'legalForm':
      return legalFormName(row.legalForm);
    case 'departedOn':
    case 'returnedOn':
    case 'contractEnd':
      return formatDay(row[key]);
    case 'openAlerts':
      return row.openAlerts > 0 ? String(row.openAlerts) : '';
    default:
      return row[key] ?? '';
  }
}

/** Columns in the user's order and width. Names and contract ends are sorted by the server. */
export function gridColumns(
  keys: readonly ColumnKey[],
  widths: Readonly<Record<string, number>>,
  marketName: (code: string | null) => string,
  open: (row: CaseLineAnswer) => void,
): readonly Column<CaseLineAnswer>[] {
  return [
    SELECT_COLUMN,
    ...keys.map((key): Column<CaseLineAnswer> => ({
      key,
      name: t(`column.${key}`),
      width: widths[key] ?? WIDTHS[key],
      minWidth: 70,
      resizable: true,
      draggable: true,
      sortable: key === 'fullName' || key === 'contractEnd',
      frozen: key === 'fullName' && keys[0] === 'fullName',
      renderCell: ({ row, tabIndex }) => <Cell of={key} row={row} tabIndex={tabIndex} marketName={marketName} open={open} />,
    })),
  ];
}

function Cell({
  of: key,
  row,
  tabIndex,
  marketName,
  open,
}: {
  of: ColumnKey;
  row: CaseLineAnswer;
  tabIndex: number;
  marketName: (code: string | null) => string;
  open: (row: CaseLineAnswer) => void;
}) {
  // A plain link: thousands are drawn while somebody scrolls. Ctrl and the middle button keep their meaning.
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(row);
  };
  if (key === 'fullName')
    return (
      <a href={`/ho-so/${row.id}`} tabIndex={tabIndex} className="grid-name" onClick={follow}>
        {row.fullName}
      </a>
    );
  if (key === 'stage') return <StageChip stage={row.stage} />;
  if (key === 'contractEnd') return <DaysLeft day={row.contractEnd} days={row.returnedOn ? null : row.daysLeft} soon={90} />;
  if (key === 'openAlerts')
    return row.openAlerts > 0 ? <span className="chip chip-soon">{t('alerts', { alerts: row.openAlerts })}</span> : null;
  return <>{cellText(key, row, marketName)}</>;
}
