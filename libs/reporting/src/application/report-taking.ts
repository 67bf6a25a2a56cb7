import { type LocalDate, localDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import type { ReportLine } from '../domain/report-figures';
import { lastWholePeriod, type MonthlyReportRule, periodOf, type ReportPeriod } from '../domain/report-period';
import { ReportFigureRows } from '../persistence/report-figure-rows';
import { ReportRows } from '../persistence/report-rows';
import { TargetRows } from '../persistence/target-rows';

/** A unit that reports: a commune, or the whole province (communeCode ''). */
export interface ReportUnit {
  readonly province: string;
  readonly communeCode: string;
  /** Of a whole province, only these communes: all its reader answers for. */
  readonly communes?: readonly string[];
}

export interface ReportDay {
  readonly today: LocalDate;
  readonly rule: MonthlyReportRule;
  readonly roles: { readonly accept: readonly string[]; readonly approve: readonly string[] };
  /** Versions of the rules the numbers are counted by. */
  readonly ruleIds: string;
  readonly period: ReportPeriod;
}

/** @param month any day of it; default: the newest month that is over */
export async function reportDay(tx: Tx, month?: LocalDate): Promise<ReportDay> {
  const now = await PolicyBook.at(tx);
  const today = await ReportRows.today(tx);
  const named = month ?? lastWholePeriod(today, now.requireValue<MonthlyReportRule>('report.monthly')).month;
  const { rule, ruleIds, period } = await reportedBy(tx, named);
  return { today, rule, roles: now.requireValue<ReportDay['roles']>('report.roles'), ruleIds, period };
}

/** Days and thresholds of a month by the rules in force on its first day, whatever has been published since; before the first rule by today's. @param day any day of the month */
export async function reportedBy(tx: Tx, day: LocalDate): Promise<Pick<ReportDay, 'rule' | 'ruleIds' | 'period'>> {
  const then = await PolicyBook.at(tx, localDate(`${day.slice(0, 7)}-01`));
  const book = then.rule('report.monthly') ? then : await PolicyBook.at(tx);
  const rule = book.requireValue<MonthlyReportRule>('report.monthly');
  return { rule, ruleIds: book.fingerprint('report.'), period: periodOf(day, rule) };
}

/** The numbers of a unit as they are now, with the cases behind them where somebody wants them. The year's targets go with them. */
export async function takeFigures(
  tx: Tx,
  { province, communeCode, communes }: ReportUnit,
  period: ReportPeriod,
  cases: 'with-cases' | 'numbers',
): Promise<ReportLine[]> {
  const own = communeCode ? [communeCode] : communes;
  const place = own ? ({ column: 'commune_code', values: own } as const) : ({ column: 'province_code', values: [province] } as const);
  const targets = await TargetRows.list(tx, province, Number(period.month.slice(0, 4)));
  const goals = targets
    .filter((one) => !own || (one.communeCode !== null && own.includes(one.communeCode)))
    .map((one) => ({ communeCode: one.communeCode ?? '', indicator: 'target', value: one.exits, caseIds: [] }));
  return [...(await ReportFigureRows.count(tx, place, period, cases === 'with-cases')), ...goals];
}

/** The year's target of a unit: its own figure, else what its communes add up to; null where there is none. */
export function targetOf(lines: readonly ReportLine[], communeCode: string): number | null {
  const targets = lines.filter(({ indicator }) => indicator === 'target');
  const own = targets.find((one) => one.communeCode === communeCode);
  if (own) return own.value;
  return targets.length ? targets.reduce((sum, { value }) => sum + value, 0) : null;
}
