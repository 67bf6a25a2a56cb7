import { type ClipboardEvent, useMemo, useRef, useState } from 'react';
import { type CellKeyboardEvent, type CellKeyDownArgs, type Column, DataGrid, renderTextEditor } from 'react-data-grid';
import 'react-data-grid/lib/styles.css';
import type { RowAnswer } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/sent-file.json';
import { letterOf, readPaste } from './read-paste';
import { besideRow, isHeld, reasonOf, VerdictMark } from './verdict-mark';
import './sent-file.css';

const t = area('sent-file', vi);

export interface GridLine {
  /** As the file counts. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface GridColumn {
  /** From 0. */
  readonly index: number;
  readonly title: string;
}

/** Cells of consecutive rows typed at once: `at` is the row and column of the first. */
export interface TypedBlock {
  readonly lines: readonly GridLine[];
  readonly from: { readonly line: number; readonly column: number };
  readonly block: readonly (readonly string[])[];
}

/**
 * Rows of somebody's file with what would become of each. Arrows move, typing edits, Ctrl+V puts in as many cells as were copied, Ctrl+D fills
 * down, Delete empties. Draws only what is seen.
 */
export function CellGrid({
  label,
  lines,
  columns,
  results,
  onType,
  height,
}: {
  label: string;
  lines: readonly GridLine[];
  columns: readonly GridColumn[];
  results: ReadonlyMap<number, RowAnswer>;
  onType: (typed: TypedBlock) => void;
  height: number;
}) {
  const at = useRef({ line: 0, column: 0 });
  const [here, setHere] = useState<number>();
  const result = here === undefined ? undefined : results.get(here);
  const placeOf = (key: string) => columns.findIndex(({ index }) => String(index) === key);
  const put = (block: readonly (readonly string[])[], from = at.current) => onType({ lines, from, block });
  const paste = (event: ClipboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    event.stopPropagation();
    put(readPaste(event.clipboardData.getData('text/plain')));
  };
  const press = (args: CellKeyDownArgs<GridLine>, event: CellKeyboardEvent) => {
    if (args.mode === 'EDIT') return;
    const column = placeOf(args.column.key);
    if (column < 0) return;
    if (event.key === 'Delete' || event.key === 'Backspace') put([['']]);
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd' && args.rowIdx > 0)
      put([[lines[args.rowIdx - 1]!.cells[columns[column]!.index] ?? '']]);
    else return;
    event.preventDefault();
    event.preventGridDefault();
  };
  const shape = columns.map(({ index }) => roomOf(lines, index)).join();
  const drawn = useMemo(() => gridColumns(columns, results, shape.split(',').map(Number)), [columns, results, shape]);
  return (
    <div onPasteCapture={paste}>
      <DataGrid
        className="cell-grid"
        aria-label={label}
        style={{ blockSize: height }}
        rows={lines}
        columns={drawn}
        rowKeyGetter={({ row }) => row}
        rowHeight={32}
        headerRowHeight={44}
        rowClass={({ row }) => {
          const result = results.get(row);
          return result && isHeld(result) ? 'line-held' : undefined;
        }}
        onSelectedCellChange={({ rowIdx, row, column }) => {
          setHere(row?.row);
          at.current = { line: Math.max(0, rowIdx), column: Math.max(0, placeOf(column.key)) };
        }}
        onCellKeyDown={press}
        // Taken by the grid as a sign that Ctrl+V is no typing; the paste itself is caught above, with all its cells.
        onCellPaste={({ row }) => row}
        onRowsChange={(rows, { indexes, column }) => {
          const block = indexes.map((line) => [rows[line]!.cells[Number(column.key)] ?? '']);
          put(block, { line: indexes[0]!, column: placeOf(column.key) });
        }}
        onFill={({ columnKey, sourceRow, targetRow }) => ({
          ...targetRow,
          cells: withCell(targetRow.cells, Number(columnKey), sourceRow.cells[Number(columnKey)] ?? ''),
        })}
      />
      <p className="cell-reason" role="status">
        {result ? reasonOf(result) : ''}
      </p>
    </div>
  );
}

const withCell = (cells: readonly string[], index: number, value: string): string[] => {
  const next = [...cells];
  while (next.length <= index) next.push('');
  next[index] = value;
  return next;
};

/** What would become of the row stands at the end of a small table, and in sight beside the row's number of a wide one. */
function verdictColumns(results: ReadonlyMap<number, RowAnswer>, narrow: boolean, roomy: boolean): Column<GridLine>[] {
  return [
    {
      key: 'verdict',
      name: t('result'),
      width: 138,
      frozen: !narrow && roomy,
      renderCell: ({ row }) => {
        const result = results.get(row.row);
        return result ? <VerdictMark result={result} /> : null;
      },
    },
    {
      key: 'reason',
      name: t('reason'),
      width: narrow ? 'minmax(250px, 2.6fr)' : 320,
      renderCell: ({ row }) => {
        const result = results.get(row.row);
        const reason = result ? besideRow(reasonOf(result)) : '';
        return <span title={reason}>{reason}</span>;
      },
    },
  ];
}

const LOOKED_AT = 50;
const LETTER_PX = 8;

/** Room for most of what stands in a column, in steps, so that typing does not move the columns all the time. */
function roomOf(lines: readonly GridLine[], index: number): number {
  const longest = Math.max(0, ...lines.slice(0, LOOKED_AT).map(({ cells }) => cells[index]?.length ?? 0));
  return Math.min(200, Math.max(104, 24 + Math.ceil(longest / 4) * 4 * LETTER_PX));
}

function gridColumns(columns: readonly GridColumn[], results: ReadonlyMap<number, RowAnswer>, room: readonly number[]): Column<GridLine>[] {
  const roomy = matchMedia('(min-width: 900px)').matches;
  const narrow = columns.length <= 6 && roomy;
  const verdicts = verdictColumns(results, narrow, roomy);
  return [
    { key: 'row', name: t('row'), width: 64, frozen: true, cellClass: 'cell-number', renderCell: ({ row }) => row.row },
    ...(narrow ? [] : verdicts),
    ...columns.map(({ index, title }, at): Column<GridLine> => ({
      key: String(index),
      name: title,
      width: narrow ? `minmax(${room[at]}px, 1fr)` : Math.max(140, room[at]!),
      minWidth: 80,
      resizable: true,
      renderHeaderCell: () => (
        <span className="cell-head">
          <small>{letterOf(index)}</small> {title}
        </span>
      ),
      renderCell: ({ row }) => <span title={row.cells[index]}>{row.cells[index] ?? ''}</span>,
      renderEditCell: (props) =>
        renderTextEditor({
          ...props,
          row: { [String(index)]: props.row.cells[index] ?? '' } as never,
          onRowChange: (changed, commit) =>
            props.onRowChange(
              {
                ...props.row,
                cells: withCell(props.row.cells, index, String((changed as unknown as Record<string, string>)[String(index)] ?? '')),
              },
              commit,
            ),
        }),
      cellClass: ({ row }: GridLine) => {
        const result = results.get(row);
        if (!result) return undefined;
        if (isHeld(result) && result.column === letterOf(index)) return 'cell-fault';
        return result.warnings.some(({ column }) => column === letterOf(index)) ? 'cell-warned' : undefined;
      },
    })),
    ...(narrow ? verdicts : []),
  ];
}
