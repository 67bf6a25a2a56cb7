import type { LocalDate } from '@app/kernel';

export const KIN = ['FATHER', 'MOTHER', 'SPOUSE', 'CHILD', 'SIBLING'] as const;
export type Kin = (typeof KIN)[number];

export const ELIGIBILITY_RULES = ['AGE', 'LOCALITY', 'RELATIVES', 'EARLIER_OVERSTAY', 'AWAY', 'ORDER'] as const;
export type EligibilityRule = (typeof ELIGIBILITY_RULES)[number];
/** What each rule is about, as people read it. */
export const RULE_WORDS: Readonly<Record<EligibilityRule, string>> = {
  AGE: 'tuổi vào ngày dự kiến xuất cảnh',
  LOCALITY: 'nơi cư trú đang tạm dừng tuyển chọn',
  RELATIVES: 'có thân nhân cư trú bất hợp pháp tại nước đến',
  EARLIER_OVERSTAY: 'từng cư trú quá hạn',
  AWAY: 'đang ở nước ngoài theo hồ sơ khác',
  ORDER: 'yêu cầu riêng của đơn hàng',
};
/** `ask`: what is known does not decide it; a person must look. */
export type Outcome = 'met' | 'refused' | 'ask';

/** What the policy of the market asks, on the day the person is to leave. */
export interface EligibilityLimits {
  readonly market: string;
  readonly exitOn: LocalDate;
  /** Whole years, inclusive; null = no limit. */
  readonly age: { readonly minimum: number; readonly maximum: number | null };
  /** Communes from which nobody is taken, with why: named by the host, or measured against rate AND count. */
  readonly suspended: ReadonlyMap<string, 'named' | 'measured'>;
  /** Having lived in a suspended commune counts from this day on; null = no such rule. */
  readonly livedSince: LocalDate | null;
  readonly relatives: readonly Kin[];
  readonly earlierOverstay: { readonly sameMarket: 'refuse' | 'ask' | 'allow'; readonly otherMarket: 'refuse' | 'ask' | 'allow' };
  readonly order?: OrderAsks;
}

/** What an order asks beyond the market. */
export interface OrderAsks {
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly sex?: 'M' | 'F';
}

/** What is known of a person, in as few words as the rules need: ten thousand of them are judged in one go. */
export interface EligibilityFacts {
  readonly workerId: string;
  readonly birthDate: LocalDate | null;
  readonly birthPrecision: 'Y' | 'YM' | 'YMD' | null;
  readonly sex: 'M' | 'F' | null;
  readonly communeCode: string | null;
  /** Other communes in which the person has lived since {@link EligibilityLimits.livedSince}. */
  readonly livedIn: readonly string[] | null;
  /** Markets in which a confirmed overstay of the person stands on record. */
  readonly overstayed: readonly string[] | null;
  /** Relatives on record, those of them whose own number is not, and those whose unlawful stay in the market is confirmed. */
  readonly relatives: number;
  readonly unnumberedKin: readonly Kin[] | null;
  readonly overstayingKin: readonly Kin[] | null;
  readonly away: boolean;
}

/** One rule's answer: its value in the words of the rule (years, commune codes, kin, markets), never a name. */
export interface Finding {
  readonly rule: EligibilityRule;
  readonly outcome: Outcome;
  readonly value: string;
}

export interface Eligibility {
  readonly workerId: string;
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
}

/** Every rule with what it found. Pure: the day of the exit is part of the limits. */
export function judgeEligibility(facts: EligibilityFacts, limits: EligibilityLimits): Eligibility {
  const findings = [
    judgeAge(facts, limits),
    judgeLocality(facts, limits),
    judgeRelatives(facts, limits),
    judgeOverstay(facts, limits),
    found('AWAY', facts.away ? 'refused' : 'met', facts.away ? 'abroad' : ''),
    ...(limits.order ? [judgeOrder(facts, limits.order)] : []),
  ];
  const outcome = findings.some((one) => one.outcome === 'refused')
    ? 'refused'
    : findings.some((one) => one.outcome === 'ask')
      ? 'ask'
      : 'met';
  return { workerId: facts.workerId, outcome, findings };
}

/**
 * Whole years on a day: born on 29 February, a person is a year older on 1 March of a common year (Civil Code 2015, Art. 147-148). A birth date known
 * only by year or month gives the youngest and the oldest the person can be.
 */
export function ageOn(
  birth: LocalDate,
  precision: EligibilityFacts['birthPrecision'],
  day: LocalDate,
): { youngest: number; oldest: number } {
  const oldest = yearsBetween(birth, day);
  if (precision === 'YMD' || precision === null) return { youngest: oldest, oldest };
  const last = precision === 'Y' ? `${birth.slice(0, 4)}-12-31` : `${birth.slice(0, 7)}-31`;
  return { youngest: yearsBetween(last, day), oldest };
}

function yearsBetween(from: string, to: string): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);
}

function judgeAge({ birthDate, birthPrecision }: EligibilityFacts, { age, order, exitOn }: EligibilityLimits): Finding {
  if (!birthDate) return found('AGE', 'ask', '');
  const { youngest, oldest } = ageOn(birthDate, birthPrecision, exitOn);
  const from = Math.max(age.minimum, order?.ageFrom ?? 0);
  const to = Math.min(age.maximum ?? Infinity, order?.ageTo ?? Infinity);
  const value = youngest === oldest ? String(oldest) : `${youngest}-${oldest}`;
  if (oldest < from || youngest > to) return found('AGE', 'refused', value);
  return found('AGE', youngest < from || oldest > to ? 'ask' : 'met', value);
}

function judgeLocality({ communeCode, livedIn }: EligibilityFacts, { suspended, livedSince }: EligibilityLimits): Finding {
  if (suspended.size === 0) return found('LOCALITY', 'met', communeCode ?? '');
  if (communeCode === null) return found('LOCALITY', 'ask', '');
  const places = [communeCode, ...(livedSince === null ? [] : (livedIn ?? []))];
  const closed = [...new Set(places)].filter((code) => suspended.has(code));
  return found('LOCALITY', closed.length ? 'refused' : 'met', closed.length ? closed.join(' ') : communeCode);
}

/** Nobody on record is no proof that there is nobody, and of whom no number is known nothing could be found. */
function judgeRelatives({ relatives, unnumberedKin, overstayingKin }: EligibilityFacts, { relatives: asked }: EligibilityLimits): Finding {
  if (asked.length === 0) return found('RELATIVES', 'met', '');
  const kin = (overstayingKin ?? []).filter((one) => asked.includes(one));
  if (kin.length) return found('RELATIVES', 'refused', [...new Set(kin)].join(' '));
  const unknown = (unnumberedKin ?? []).some((one) => asked.includes(one));
  return found('RELATIVES', relatives === 0 || unknown ? 'ask' : 'met', String(relatives));
}

function judgeOverstay({ overstayed }: EligibilityFacts, { market, earlierOverstay }: EligibilityLimits): Finding {
  if (!overstayed?.length) return found('EARLIER_OVERSTAY', 'met', '');
  const rules = overstayed.map((one) => (one === market ? earlierOverstay.sameMarket : earlierOverstay.otherMarket));
  const outcome = rules.includes('refuse') ? 'refused' : rules.includes('ask') ? 'ask' : 'met';
  return found('EARLIER_OVERSTAY', outcome, overstayed.join(' '));
}

function judgeOrder({ sex }: EligibilityFacts, asks: OrderAsks): Finding {
  if (!asks.sex) return found('ORDER', 'met', '');
  return found('ORDER', sex === null ? 'ask' : sex === asks.sex ? 'met' : 'refused', sex ?? '');
}

function found(rule: EligibilityRule, outcome: Outcome, value: string): Finding {
  return { rule, outcome, value };
}
