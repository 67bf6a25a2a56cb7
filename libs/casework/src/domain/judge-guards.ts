import { addDays, addMonths, foldText, type LocalDate } from '@app/kernel';
import type { CaseFacts, Evidence } from './case-facts';
import { type Guard, requiredGuards } from './guards';
import type { CaseRules } from './milestone';
import { overTurn } from './turn';

/** Why a condition does not hold, as the officer reads it. */
export const GATE_RULES = {
  NOT_SHOWN: 'Chưa có giấy tờ.',
  NOT_YET: 'Giấy tờ có hiệu lực sau ngày xuất cảnh.',
  LAPSED: 'Giấy tờ hết hạn trước ngày xuất cảnh.',
  PASSPORT_MARGIN: 'Hộ chiếu phải còn hạn sau ngày hết hạn hợp đồng theo số tháng quy định.',
  PASS_TERM: 'Giấy thông hành đã quá thời hạn tối đa; không gia hạn, phải cấp mới.',
  OTHER_AGENCY: 'Chứng chỉ cấp cho doanh nghiệp khác: phải học lại.',
  OTHER_TRADE: 'Chứng chỉ cấp cho nghề khác: phải học lại.',
  OTHER_COUNTRY: 'Chứng chỉ cấp cho nước đến khác: phải học lại.',
  TURN_TOO_LONG: 'Hợp đồng dài hơn thời hạn tối đa của chương trình.',
  FUND_LATE: 'Quỹ hỗ trợ việc làm ngoài nước phải nộp trước ngày xuất cảnh theo số ngày quy định.',
} as const;
export type GateRule = keyof typeof GATE_RULES;

/** One condition judged for one day. `rule`: why it does not hold, or null. */
export interface GateVerdict {
  readonly guard: Guard;
  readonly rule: GateRule | null;
  /** Last day on which the paper serves; undefined: it does not say, or nothing was shown. */
  readonly lastDay?: LocalDate;
  /** Somebody named lets the person go without it. */
  readonly waived?: true;
}

/** Remembered: a register of fifty thousand rows has few days of papers. */
const ADDED = new Map<string, LocalDate>();
function monthsOn(day: LocalDate, months: number): LocalDate {
  const key = `${day}+${months}`;
  const known = ADDED.get(key) ?? addMonths(day, months);
  if (ADDED.size < 10_000) ADDED.set(key, known);
  return known;
}

/** Every condition of the case's form and programme, judged for a day of exit. Pure; dates nobody knows break no rule. */
export function judgeGuards(facts: CaseFacts, rules: CaseRules, day: LocalDate): GateVerdict[] {
  return requiredGuards(facts.legalForm, rules.programmeGuards).map((guard) => judgeGuard(facts, rules, guard, day));
}

/** Conditions that keep the person here, each with its rule: nothing counts as satisfied because somebody went all the same. */
export function shutGates(facts: CaseFacts, rules: CaseRules, day: LocalDate): GateVerdict[] {
  return judgeGuards(facts, rules, day).filter(({ rule, waived }) => rule !== null && !waived);
}

export function judgeGuard(facts: CaseFacts, rules: CaseRules, guard: Guard, day: LocalDate): GateVerdict {
  const evidence = facts.guards[guard];
  const lastDay = evidence && lastDayOf(guard, evidence, rules);
  const rule = evidence ? brokenRule(facts, rules, guard, evidence, lastDay, day) : 'NOT_SHOWN';
  return { guard, rule, ...(lastDay && { lastDay }), ...(rule && facts.waivers[guard] && { waived: true as const }) };
}

/** The paper's own last day, else its day and the months of the rule; a border pass never longer than its kind lasts. */
export function lastDayOf(guard: Guard, { on, until, pass }: Evidence, rules: CaseRules): LocalDate | undefined {
  const months = pass ? rules.passMonths : guard === 'ORIENTATION' ? rules.certificateMonths : rules.paperMonths?.[guard];
  const byRule = on && months !== undefined ? monthsOn(on, months) : undefined;
  return pass && byRule && until ? (until < byRule ? until : byRule) : (until ?? byRule);
}

function brokenRule(
  facts: CaseFacts,
  rules: CaseRules,
  guard: Guard,
  evidence: Evidence,
  lastDay: LocalDate | undefined,
  day: LocalDate,
): GateRule | null {
  const { on, until, reference, pass } = evidence;
  if (on === null && !reference) return 'NOT_SHOWN';
  if (on !== null && on > day) return 'NOT_YET';
  if (lastDay && lastDay < day) return pass && until && until >= day ? 'PASS_TERM' : 'LAPSED';
  if (guard === 'PASSPORT') return passportRule(facts, rules, evidence);
  if (guard === 'EMPLOYMENT_CONTRACT') return overTurn(facts, rules.mostMonths) ? 'TURN_TOO_LONG' : null;
  if (guard === 'ORIENTATION') return certificateRule(facts, evidence);
  if (guard === 'FUND' && on !== null && rules.fundLeadDays !== undefined && exitKnown(facts, day) && addDays(on, rules.fundLeadDays) > day)
    return 'FUND_LATE';
  return null;
}

/** The day judged is a day of exit, planned or past, and not merely today. */
const exitKnown = ({ plannedExitOn, departedOn }: CaseFacts, day: LocalDate) => plannedExitOn === day || departedOn === day;

function passportRule({ contractEnd }: CaseFacts, { passportMarginMonths }: CaseRules, { until, pass }: Evidence): GateRule | null {
  if (!until || pass || !contractEnd || passportMarginMonths === undefined) return null;
  return until < monthsOn(contractEnd, passportMarginMonths) ? 'PASSPORT_MARGIN' : null;
}

function certificateRule(facts: CaseFacts, { terms }: Evidence): GateRule | null {
  const differ = (certified: string | undefined, now: string | null) => certified !== undefined && now !== null && certified !== now;
  if (differ(terms?.agencyId, facts.agencyId)) return 'OTHER_AGENCY';
  if (differ(terms?.market, facts.market)) return 'OTHER_COUNTRY';
  return differ(terms?.occupation && foldText(terms.occupation), facts.occupation && foldText(facts.occupation)) ? 'OTHER_TRADE' : null;
}
