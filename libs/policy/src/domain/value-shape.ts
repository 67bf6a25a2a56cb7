import { ALERT_FAMILIES, BANK_SECRETS } from './alert-rule-value';

type Check = (value: unknown) => boolean;

const whole: Check = (value) => Number.isInteger(value);
const count: Check = (value) => Number.isInteger(value) && (value as number) >= 0;
const positive: Check = (value) => Number.isInteger(value) && (value as number) > 0;
const flag: Check = (value) => typeof value === 'boolean';
const text: Check = (value) => typeof value === 'string' && value.trim() !== '';
const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    words.includes(value as string);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const either =
  (...checks: Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));
/** Exactly these fields. */
const fields =
  (shape: Readonly<Record<string, Check>>): Check =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const given = value as Record<string, unknown>;
    return (
      Object.keys(given).length === Object.keys(shape).length &&
      Object.entries(shape).every(([name, check]) => name in given && check(given[name]))
    );
  };

const OWNERS = ['agency', 'centre', 'commune', 'department'];
const owner = oneOf(...OWNERS);
const recipient = oneOf(...OWNERS, 'family', 'worker');

const ALERT: Readonly<Record<string, Check>> = {
  family: oneOf(...ALERT_FAMILIES),
  rung: count,
  offsetDays: whole,
  estimatedOffsetDays: whole,
  lookbackDays: orNull(count),
  recipients: (value) => listOf(recipient)(value) && (value as unknown[]).length > 0,
  recipientsAtFirstSight: listOf(recipient),
  withoutAgency: orNull(owner),
  owner,
  answerWithin: orNull(either(fields({ days: count }), fields({ workingDays: count }))),
  escalation: listOf(fields({ from: owner, to: owner, workingDays: count })),
  urgent: flag,
  repeat: orNull(fields({ everyDays: (v) => count(v) && v !== 0, untilDays: count, thenEveryDays: (v) => count(v) && v !== 0 })),
};

const NAMED = fields({ code: text, name: text, aliases: listOf(text) });

const SHAPES: Readonly<Record<string, Check>> = {
  'stay.rule': fields({ graceDays: count, defaultStayDays: count, pendingRenewalDays: count, jobSearchDays: count }),
  'stay.absence': fields({
    absentDays: orNull(count),
    countsWorkingDays: flag,
    reportWithinDays: orNull(count),
    undoneByReturnWithinDays: orNull(count),
  }),
  'paper.passport_margin_months': count,
  'paper.fund_lead_days': count,
  'documents.keep_days': positive,
  'papers.limits': fields({ fileBytes: positive, pixels: positive, longestSide: positive, filesPerCase: positive, bytesPerCase: positive }),
  'crosscheck.rules': fields({ toleranceDays: count, waitDays: count, answerWorkingDays: positive }),
  'case.programme_guards': listOf(text),
  'case.waivable_guards': listOf(text),
  'eligibility.locality': fields({ rateAbovePermille: count, countFrom: positive, units: listOf(text), residenceYears: count }),
  'eligibility.relatives': listOf(oneOf('FATHER', 'MOTHER', 'SPOUSE', 'CHILD', 'SIBLING')),
  'eligibility.earlierOverstay': fields({ sameMarket: oneOf('refuse', 'ask', 'allow'), otherMarket: oneOf('refuse', 'ask', 'allow') }),
  'household.proof': fields({ answerDays: positive, validMonths: positive }),
  'support.items': listOf(
    fields({
      item: text,
      title: text,
      per: oneOf('course', 'person', 'day', 'month'),
      ceilings: listOf(fields({ groups: listOf(text), most: orNull(positive) })),
      unitsMost: orNull(positive),
      papers: listOf(text),
    }),
  ),
  'fee.service.jobs': listOf(fields({ code: text, title: text, markets: orNull(listOf(text)), perYear: count, most: count })),
  'support.programmes': listOf(fields({ code: text, title: text, groups: listOf(text) })),
  'support.roles': fields({ approve: listOf(text), pay: listOf(text) }),
  'privacy.relative_numbers_per_day': positive,
  'report.monthly': fields({
    windowStartDay: (value) => positive(value) && (value as number) <= 28,
    lastDay: (value) => positive(value) && (value as number) <= 28,
    fallPercent: (value) => positive(value) && (value as number) <= 100,
    fallFrom: positive,
  }),
  'report.roles': fields({ accept: listOf(text), approve: listOf(text) }),
  'webhook.keep_days': positive,
  'webhook.timing': fields({ retrySeconds: listOf(positive) }),
  'push.hosts': listOf(text),
  'push.timing': fields({ minutesBetween: positive }),
  'public.warnings': listOf(fields({ code: text, title: text, text })),
  'public.lookup_limits': fields({ triesPerCodePerHour: positive, triesPerCodePerDay: positive, triesPerAddressPerHour: positive }),
  'catalogue.markets': listOf(NAMED),
  'catalogue.ethnic-groups': listOf(NAMED),
};

const PROGRAMME = fields({ title: text, legalForm: text, market: text, guards: listOf(text), mostMonths: orNull(positive) });

/** Why a value cannot stand under this key (Vietnamese), or undefined. Keys unknown here may hold any value of a plain kind. */
export function shapeFault(key: string, value: unknown): string | undefined {
  if (key.startsWith('alert.')) {
    if (!fields(ALERT)(value))
      return `Giá trị của ${key} thiếu, thừa hoặc sai trường: ${wrongFields(value).join(', ') || 'không phải một nhóm trường'}.`;
    if (tellsOthers(value as Record<string, unknown>))
      return `${key} nói về vốn vay, ký quỹ tại ngân hàng: chỉ trung tâm và Sở được hỏi và được báo.`;
    return undefined;
  }
  const shape = key.startsWith('programme.') ? PROGRAMME : SHAPES[key];
  return shape && !shape(value) ? `Giá trị của ${key} không đúng cấu trúc của khóa này.` : undefined;
}

/** Whether a rule about somebody's standing with the bank names anybody but the offices of the province. */
function tellsOthers(rule: Record<string, unknown>): boolean {
  const steps = rule.escalation as { from: string; to: string }[];
  const named = [
    ...(rule.recipients as string[]),
    ...(rule.recipientsAtFirstSight as string[]),
    rule.owner as string,
    (rule.withoutAgency as string | null) ?? 'centre',
    ...steps.flatMap(({ from, to }) => [from, to]),
  ];
  return BANK_SECRETS.includes(rule.family as string) && named.some((role) => role !== 'centre' && role !== 'department');
}

function wrongFields(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const given = value as Record<string, unknown>;
  const wrong = Object.entries(ALERT)
    .filter(([name, check]) => !check(given[name]))
    .map(([name]) => name);
  return [...wrong, ...Object.keys(given).filter((name) => !(name in ALERT))];
}
