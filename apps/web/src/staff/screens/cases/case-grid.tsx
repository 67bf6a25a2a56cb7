import { type UIEvent, useCallback, useMemo, useRef } from 'react';
import { type CellKeyboardEvent, type CellKeyDownArgs, type ColumnWidths, DataGrid } from 'react-data-grid';
import 'react-data-grid/lib/styles.css';
import type { CaseLineAnswer } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/cases.json';
import { type ColumnKey, gridColumns } from './grid-columns';
import type { ListOrder } from './list-filter';
import { type GridLook, ROW_HEIGHT } from './use-grid-look';

const t = area('cases', vi);
/** The next page is asked for when so many rows are left below. */
const AHEAD = 60;

/** The grid itself: draws only what is seen. Arrows move, Space selects, Enter opens. */
export function CaseGrid({
  rows,
  look,
  order,
  selected,
  onLook,
  onOrder,
  onSelect,
  onOpen,
  onEnd,
  marketName,
}: {
  rows: readonly CaseLineAnswer[];
  look: GridLook;
  order: ListOrder;
  selected: ReadonlySet<string>;
  onLook: (part: Partial<GridLook>) => void;
  onOrder: (order: ListOrder) => void;
  onSelect: (ids: ReadonlySet<string>) => void;
  onOpen: (row: CaseLineAnswer) => void;
  onEnd: () => void;
  marketName: (code: string | null) => string;
}) {
  const opening = useRef(onOpen);
  opening.current = onOpen;
  const columns = useMemo(
    () => gridColumns(look.columns, look.widths, marketName, (row) => opening.current(row)),
    // The catalogue of markets comes once; its lookup is new at every drawing.
    [look.columns, look.widths, marketName('JP')],
  );
  const rowHeight = ROW_HEIGHT[look.density];
  const scroll = (event: UIEvent<HTMLDivElement>) => {
    const { scrollTop, clientHeight, scrollHeight } = event.currentTarget;
    if (scrollTop + clientHeight > scrollHeight - AHEAD * rowHeight) onEnd();
  };
  const press = ({ row }: CellKeyDownArgs<CaseLineAnswer>, event: CellKeyboardEvent) => {
    if (event.key === 'Enter') onOpen(row);
    else if (event.key === ' ') onSelect(toggled(selected, row.id));
    else return;
    event.preventDefault();
    event.preventGridDefault();
  };
  const widen = useCallback(
    (widths: ColumnWidths) => {
      const resized = [...widths].flatMap(([key, { type, width }]) => (type === 'resized' ? [[key, Math.round(width)] as const] : []));
      if (resized.length > 0) onLook({ widths: { ...look.widths, ...Object.fromEntries(resized) } });
    },
    [look.widths, onLook],
  );
  const reorder = (source: string, target: string) => {
    const next = look.columns.filter((key) => key !== source);
    next.splice(look.columns.indexOf(target as ColumnKey), 0, source as ColumnKey);
    onLook({ columns: next });
  };
  return (
    <DataGrid
      className="case-grid"
      aria-label={t('title')}
      aria-rowcount={rows.length + 1}
      rows={rows}
      columns={columns}
      rowKeyGetter={({ id }) => id}
      rowHeight={rowHeight}
      headerRowHeight={36}
      selectedRows={selected}
      onSelectedRowsChange={onSelect}
      sortColumns={[{ columnKey: order.sort === 'name' ? 'fullName' : 'contractEnd', direction: order.order === 'asc' ? 'ASC' : 'DESC' }]}
      onSortColumnsChange={([column]) =>
        onOrder({ sort: column?.columnKey === 'fullName' ? 'name' : 'end', order: column?.direction === 'DESC' ? 'desc' : 'asc' })
      }
      onColumnResize={(column, width) => widen(new Map([[column.key, { type: 'resized', width }]]))}
      onColumnsReorder={reorder}
      onCellKeyDown={press}
      onCellDoubleClick={({ row }) => onOpen(row)}
      onScroll={scroll}
    />
  );
}

function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}
