/** What a number of a report counts; `standing`: as it stands when the report is taken, not by a day inside the window. */
interface Indicator {
  /** As printed. */
  readonly title: string;
  readonly unit: 'people' | 'times' | 'loans' | 'dong';
  readonly standing?: true;
  /** A part of the line above: printed set in. */
  readonly part?: true;
}

/**
 * Lines of the monthly report in their order (parts A–J of the plans' monthly form). What the system does not hold is not here: attendance of job fairs,
 * work after the return, meetings of families.
 */
export const INDICATORS = {
  'demand.new': { title: 'Đăng ký nhu cầu mới trong kỳ', unit: 'people' },
  'demand.waiting': { title: 'Đang đăng ký, chưa trúng tuyển', unit: 'people', standing: true },
  counselled: { title: 'Được tư vấn trong kỳ', unit: 'people' },
  training: { title: 'Đang học giáo dục định hướng', unit: 'people', standing: true },
  selected: { title: 'Trúng tuyển, đang chờ xuất cảnh', unit: 'people', standing: true },
  'exits.month': { title: 'Xuất cảnh trong kỳ', unit: 'times' },
  'exits.women': { title: 'nữ', unit: 'times', part: true },
  'exits.ethnic': { title: 'dân tộc thiểu số', unit: 'times', part: true },
  'exits.poor': { title: 'hộ nghèo', unit: 'times', part: true },
  'exits.nearPoor': { title: 'hộ cận nghèo', unit: 'times', part: true },
  'exits.discharged': { title: 'bộ đội, công an xuất ngũ', unit: 'times', part: true },
  'exits.seasonal': { title: 'lao động thời vụ', unit: 'times', part: true },
  'exits.untrained': { title: 'chưa có chứng chỉ giáo dục định hướng', unit: 'times', part: true },
  'exits.year': { title: 'Xuất cảnh từ đầu năm (lượt)', unit: 'times' },
  'exits.yearPersons': { title: 'Xuất cảnh từ đầu năm (người)', unit: 'people' },
  abroad: { title: 'Đang ở nước ngoài cuối kỳ', unit: 'people' },
  'returned.month': { title: 'Về nước trong kỳ', unit: 'times' },
  'returned.onTime': { title: 'hết hạn hợp đồng', unit: 'times', part: true },
  'returned.early': { title: 'trước hạn', unit: 'times', part: true },
  'returned.other': { title: 'trường hợp khác', unit: 'times', part: true },
  'ended.month': { title: 'Hết hạn hợp đồng trong kỳ', unit: 'people' },
  'ended.unconfirmed': { title: 'chưa xác nhận về nước', unit: 'people', part: true },
  unconfirmed: { title: 'Hết hạn, chưa xác nhận về nước đến cuối kỳ', unit: 'people' },
  'overstay.new': { title: 'Xác nhận cư trú quá hạn trong kỳ', unit: 'people' },
  'overstay.total': { title: 'Đã xác nhận cư trú quá hạn, chưa về', unit: 'people', standing: true },
  'overstay.cured': { title: 'Đã xác nhận cư trú quá hạn, về nước trong kỳ', unit: 'people' },
  visits: { title: 'Lượt thăm gia đình trong kỳ', unit: 'times' },
  'loans.number': { title: 'Khoản vay còn dư nợ', unit: 'loans', standing: true },
  'loans.outstanding': { title: 'Dư nợ (đồng)', unit: 'dong', standing: true },
  'loans.overdueNumber': { title: 'Khoản vay quá hạn', unit: 'loans', standing: true },
  'loans.overdue': { title: 'Nợ quá hạn (đồng)', unit: 'dong', standing: true },
} as const satisfies Record<string, Indicator>;
export type IndicatorName = keyof typeof INDICATORS;
export const INDICATOR_NAMES = Object.keys(INDICATORS) as IndicatorName[];
/** Only who sees the bank's books counts these. */
export const isOfLoans = (name: string): boolean => name.startsWith('loans.');
/** Moves by itself from day to day. */
export const isStanding = (name: string): boolean => name in INDICATORS && indicatorOf(name as IndicatorName).standing === true;
export const indicatorOf = (name: IndicatorName): Indicator => INDICATORS[name];

/** Lines by country: `exits.market.JP` is a part of `exits.month`. */
export const MARKET_LINES = { 'exits.market.': 'exits.month', 'abroad.market.': 'abroad' } as const;

/** One number for one commune ('' = place not known), and whose cases it counts. */
export interface ReportLine {
  readonly communeCode: string;
  readonly indicator: string;
  readonly value: number;
  readonly caseIds: readonly string[];
}

/** Sums over communes by indicator. */
export function totalsOf(lines: readonly ReportLine[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const { indicator, value } of lines) totals.set(indicator, (totals.get(indicator) ?? 0) + value);
  return totals;
}

/** A line as shown: every line of the form, also where it is nought; a market only where somebody is. */
export interface Figure {
  readonly indicator: string;
  readonly value: number;
  /** Of a line by country. */
  readonly market: string | null;
}

/** In the order of the form. */
export function figuresOf(lines: readonly ReportLine[], withLoans: boolean): Figure[] {
  const totals = totalsOf(lines);
  const names = INDICATOR_NAMES.filter((name) => withLoans || !isOfLoans(name));
  return names.flatMap((indicator) => {
    const prefix = Object.entries(MARKET_LINES).find(([, of]) => of === indicator)?.[0];
    const markets = [...totals]
      .filter(([name]) => prefix !== undefined && name.startsWith(prefix))
      .map(([name, value]) => ({ indicator: name, value, market: name.slice(prefix!.length) }))
      .sort((a, b) => b.value - a.value || (a.market < b.market ? -1 : 1));
    return [{ indicator, value: totals.get(indicator) ?? 0, market: null }, ...markets];
  });
}

/** A number that says something else now than when it was sent; standing numbers move by themselves and are no correction. */
export interface Restated {
  readonly indicator: string;
  readonly sent: number;
  readonly now: number;
}

export function restated(sent: readonly ReportLine[], now: readonly ReportLine[]): Restated[] {
  const [before, after] = [totalsOf(sent), totalsOf(now)];
  const dated = [...new Set([...before.keys(), ...after.keys()])].filter((name) => !isStanding(name));
  return dated.flatMap((indicator) => {
    const [was, is] = [before.get(indicator) ?? 0, after.get(indicator) ?? 0];
    return was === is ? [] : [{ indicator, sent: was, now: is }];
  });
}
