import { type Cell, columnNumber, type Merge, type SheetRow } from '../domain/cell';
import type { CellStyle } from './read-styles';
import { FileRefused, type ReadingLimits } from './reading-limits';
import { attribute, decodeExcel, type TagSink } from './scan-xml';

const PLAIN: CellStyle = { date: false, zeroes: 0, font: '' };

/** Turns the tags of one sheet into rows; empty rows and formatting leave nothing. */
export class SheetSink implements TagSink {
  readonly merges: Merge[] = [];
  readonly hiddenColumns: number[] = [];
  rows: SheetRow[] = [];
  ended = false;
  private row = 0;
  private hidden = false;
  private cells: Cell[] = [];
  private column = 0;
  private type = '';
  private style = PLAIN;
  private formula = false;
  private value: string | undefined;
  private reading = false;
  private phonetic = false;
  private inCell = false;

  constructor(
    private readonly strings: readonly Cell[],
    private readonly styles: readonly CellStyle[],
    private readonly limits: ReadingLimits,
  ) {}

  open(name: string, tag: string, closed: boolean): void {
    switch (name) {
      case 'c':
        this.openCell(tag);
        if (closed) this.inCell = false;
        break;
      case 'v':
      case 't':
        if (this.inCell && !closed && !this.phonetic) this.reading = true;
        break;
      case 'f':
        if (this.inCell) this.formula = true;
        break;
      case 'rPh':
        this.phonetic = !closed;
        break;
      case 'row':
        this.row = Number(attribute(tag, 'r') ?? this.row + 1);
        this.hidden = isTrue(attribute(tag, 'hidden')) || attribute(tag, 'ht') === '0';
        this.column = 0;
        this.cells = [];
        break;
      case 'col':
        this.columns(tag);
        break;
      case 'mergeCell':
        this.merge(attribute(tag, 'ref') ?? '');
        break;
    }
  }

  text(text: string): void {
    if (this.reading) this.value = this.value === undefined ? text : this.value + text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.reading = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'row') {
      if (this.cells.length > 0) this.rows.push({ n: this.row, hidden: this.hidden, cells: this.cells });
      this.cells = [];
    } else if (name === 'worksheet') this.ended = true;
  }

  private openCell(tag: string): void {
    const reference = attribute(tag, 'r');
    this.column = reference ? columnOf(reference) : this.column + 1;
    this.type = attribute(tag, 't') ?? '';
    const style = attribute(tag, 's');
    this.style = style === undefined ? PLAIN : (this.styles[Number(style)] ?? PLAIN);
    this.value = undefined;
    this.formula = false;
    this.inCell = true;
  }

  private closeCell(): void {
    this.inCell = false;
    const cell = this.cell();
    if (cell === null || cell === '') return;
    if (this.column > this.limits.columns)
      throw new FileRefused(
        'FILE_TOO_LARGE_INFLATED',
        `Bảng có quá ${this.limits.columns} cột có dữ liệu. Hãy xóa các cột thừa rồi gửi lại.`,
      );
    while (this.cells.length < this.column - 1) this.cells.push(null);
    this.cells[this.column - 1] = cell;
  }

  private cell(): Cell {
    const { value, type, style } = this;
    if (this.formula)
      return [
        'f',
        value === undefined
          ? null
          : type === '' || type === 'n'
            ? Number(value)
            : type === 's'
              ? textOf(this.strings[Number(value)])
              : decodeExcel(value),
      ];
    if (value === undefined) return null;
    if (type === 's') {
      const shared = this.strings[Number(value)];
      if (shared === undefined)
        throw new FileRefused('FILE_DAMAGED', 'Tệp bị hỏng: có ô trỏ tới nội dung không tồn tại. Hãy lưu lại bằng Excel rồi gửi lại.');
      return style.font && typeof shared === 'string' ? [style.font, shared] : shared;
    }
    if (type === '' || type === 'n') {
      const number = Number(value);
      if (!Number.isFinite(number)) return decodeExcel(value);
      if (style.date) return ['d', number];
      if (style.zeroes > 0 && Number.isInteger(number) && number >= 0) return ['p', String(number).padStart(style.zeroes, '0')];
      return number;
    }
    if (type === 'b') return ['b', isTrue(value)];
    if (type === 'e') return ['e', decodeExcel(value)];
    if (type === 'd') return decodeExcel(value).slice(0, 10);
    const text = decodeExcel(value);
    if (text.length > 32_767) throw new FileRefused('FILE_DAMAGED', 'Có ô chứa quá 32.767 ký tự. Hãy sửa ô đó rồi gửi lại.');
    return style.font ? [style.font, text] : text;
  }

  private columns(tag: string): void {
    if (!isTrue(attribute(tag, 'hidden')) && attribute(tag, 'width') !== '0') return;
    const last = Math.min(Number(attribute(tag, 'max') ?? 0), this.limits.columns);
    for (let column = Number(attribute(tag, 'min') ?? 1); column <= last; column++) this.hiddenColumns.push(column);
  }

  private merge(reference: string): void {
    const ends = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/.exec(reference);
    if (ends)
      this.merges.push({
        left: columnNumber(ends[1]!),
        top: Number(ends[2]),
        right: columnNumber(ends[3]!),
        bottom: Number(ends[4]),
      });
  }
}

function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column;
}

const isTrue = (value: string | undefined) => value === '1' || value === 'true';

function textOf(cell: Cell | undefined): string | null {
  return cell === null || cell === undefined ? null : typeof cell === 'object' ? String(cell[1]) : String(cell);
}
