import { type Column, SELECT_COLUMN_KEY, SelectCellFormatter, useHeaderRowSelection, useRowSelection } from 'react-data-grid';
import type { CaseLineAnswer } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/cases.json';

const t = area('cases', vi);

/** The column of ticks, named after the person for screen readers. */
export const SELECT_COLUMN: Column<CaseLineAnswer> = {
  key: SELECT_COLUMN_KEY,
  name: '',
  width: 40,
  minWidth: 40,
  maxWidth: 40,
  resizable: false,
  sortable: false,
  frozen: true,
  renderHeaderCell: ({ tabIndex }) => <TickAll tabIndex={tabIndex} />,
  renderCell: ({ row, tabIndex }) => <Tick row={row} tabIndex={tabIndex} />,
};

function TickAll({ tabIndex }: { tabIndex: number }) {
  const { isIndeterminate, isRowSelected, onRowSelectionChange } = useHeaderRowSelection();
  return (
    <SelectCellFormatter
      aria-label={t('selectLoaded')}
      tabIndex={tabIndex}
      indeterminate={isIndeterminate}
      value={isRowSelected}
      onChange={(checked) => onRowSelectionChange({ checked: isIndeterminate ? false : checked })}
    />
  );
}

function Tick({ row, tabIndex }: { row: CaseLineAnswer; tabIndex: number }) {
  const { isRowSelected, onRowSelectionChange } = useRowSelection();
  return (
    <SelectCellFormatter
      aria-label={t('selectPerson', { name: row.fullName })}
      tabIndex={tabIndex}
      value={isRowSelected}
      onChange={(checked, isShiftClick) => onRowSelectionChange({ row, checked, isShiftClick })}
    />
  );
}
