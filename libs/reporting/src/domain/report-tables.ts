import { figuresOf, type IndicatorName, indicatorOf, type ReportLine, totalsOf } from './report-figures';
import { percent } from './report-remark';

/** Names of places and countries as printed. */
export interface ReportText {
  readonly communes: readonly { readonly code: string; readonly name: string }[];
  readonly marketName: (code: string) => string;
}

/** A table as paper and workbook print it; widths in percent. */
export interface PrintedTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly widths: readonly number[];
}

/** 1.234.567 */
export const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');

/** The whole unit, line by line; the year's target stands below the exits of the year. */
export function figureTable(lines: readonly ReportLine[], target: number | null, { marketName }: ReportText): PrintedTable {
  let number = 0;
  const year = totalsOf(lines).get('exits.year') ?? 0;
  const rows = figuresOf(lines, true).flatMap(({ indicator, value, market }) => {
    if (market !== null) return [['', `    ${marketName(market)}`, grouped(value)]];
    const { title, part } = indicatorOf(indicator as IndicatorName);
    const row = [part ? '' : String(++number), part ? `    trong đó: ${title}` : title, grouped(value)];
    if (indicator !== 'exits.yearPersons' || target === null) return [row];
    const share = target > 0 ? [['', '    tỷ lệ thực hiện chỉ tiêu (%)', percent(year, target)]] : [];
    return [row, [String(++number), 'Chỉ tiêu xuất cảnh của năm', grouped(target)], ...share];
  });
  return { head: ['TT', 'Nội dung', 'Số liệu'], rows, widths: [8, 72, 20] };
}

const COLUMNS = [
  ['target', 'Chỉ tiêu năm'],
  ['exits.month', 'Xuất cảnh trong kỳ'],
  ['exits.women', 'Trong đó nữ'],
  ['exits.year', 'Xuất cảnh từ đầu năm'],
  ['abroad', 'Đang ở nước ngoài'],
  ['returned.month', 'Về nước trong kỳ'],
  ['ended.month', 'Hết hạn trong kỳ'],
  ['unconfirmed', 'Chưa xác nhận về'],
  ['overstay.total', 'Đã xác nhận quá hạn'],
  ['visits', 'Lượt thăm'],
] as const;

/** Communes below each other, the sum last; people whose commune is not known stand in a line of their own. */
export function annexTable(lines: readonly ReportLine[], target: number | null, { communes }: ReportText): PrintedTable {
  const byCommune = Map.groupBy(lines, ({ communeCode }) => communeCode);
  const cells = (own: readonly ReportLine[] = [], goal = totalsOf(own).get('target') ?? null) => {
    const totals = totalsOf(own);
    return COLUMNS.map(([name]) => (name === 'target' ? (goal === null ? '' : grouped(goal)) : grouped(totals.get(name) ?? 0)));
  };
  const known = new Set(communes.map(({ code }) => code));
  const elsewhere = lines.filter(({ communeCode, indicator }) => !known.has(communeCode) && indicator !== 'target');
  const rows = communes.map(({ code, name }, i) => [String(i + 1), name, ...cells(byCommune.get(code))]);
  const rest = elsewhere.length ? [['', 'Chưa rõ xã', ...cells(elsewhere)]] : [];
  return {
    head: ['TT', 'Xã, phường', ...COLUMNS.map(([, title]) => title)],
    rows: [...rows, ...rest, ['', 'Tổng số', ...cells(lines, target)]],
    widths: [5, 20, ...COLUMNS.map(() => 7.5)],
  };
}
