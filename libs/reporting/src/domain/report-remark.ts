import { formatVietnamese } from '@app/kernel';
import type { ReportPeriod } from './report-period';

/** The remark as it is offered: what happened, in one or two sentences that the officer may change. */
export function draftRemark({ from, to }: ReportPeriod, totals: ReadonlyMap<string, number>, target: number | null): string {
  const of = (name: string) => totals.get(name) ?? 0;
  const share = target ? ` (đạt ${percent(of('exits.year'), target)} % chỉ tiêu ${target})` : '';
  return [
    `Từ ${formatVietnamese(from)} đến ${formatVietnamese(to)} có ${of('exits.month')} lượt người xuất cảnh, trong đó ${of('exits.women')} nữ; từ đầu năm ${of('exits.year')} lượt${share}.`,
    `${of('returned.month')} người về nước; ${of('ended.month')} người hết hạn hợp đồng, trong đó ${of('ended.unconfirmed')} người chưa xác nhận về nước.`,
    'Khó khăn, đề xuất: không.',
  ].join(' ');
}

/** One decimal, with a comma. */
export const percent = (part: number, of: number): string => ((part * 100) / of).toFixed(1).replace('.', ',');
