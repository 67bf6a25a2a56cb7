import { addDays, type LocalDate } from '@app/kernel';
import type { AlertRule, OwnerRole } from './alert-rule';

/**
 * What is asked of an agency as a whole, not of one case: the State's database before the 20th, and what gives it the right to go on that nears its last
 * day. Days, addressees, clocks and the next office are policy rows `alert.<RULE>` like those of the cases.
 */
export const AGENCY_FAMILIES = ['MONTHLY_UPDATE', 'LICENCE_END', 'PERMISSION_END', 'SUPPLY_END'] as const;
export type AgencyFamily = (typeof AGENCY_FAMILIES)[number];

export type AgencyRule = Omit<AlertRule, 'family'> & { readonly family: AgencyFamily };
type Desk = OwnerRole;

/** One thing that is open with an agency. It exists as long as the rows say so: what is renewed or reported is simply not there any more. */
export interface AgencyMatter {
  readonly family: AgencyFamily;
  /** The agency, the permission or the contract it is about. */
  readonly subject: string;
  readonly agencyId: string;
  /** Provinces whose centre and department are concerned; the first also keeps the agency's own line. */
  readonly provinces: readonly string[];
  /** Last lawful day: the 19th, the last day of the licence. */
  readonly lastDay: LocalDate;
  /** Codes and numbers for the words of the task. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A question on one desk; the same key is the same question. */
export interface AgencyQuestion {
  readonly key: string;
  readonly kind: AgencyFamily;
  readonly desk: Desk;
  readonly province: string;
  readonly agencyId: string;
  readonly dueOn: LocalDate | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

interface WorkingDays {
  addWorkingDays(day: LocalDate, days: number): LocalDate;
}

/**
 * Every question that stands on a day, whatever days the sweep ran on. Of the rungs that have come only the highest is asked; who is asked keeps the day
 * it was given (`dueOn` of what is open), and once the owner's day is past the next office has the question too, until nobody is left to ask.
 * @param asked last day to answer of each question that was put, by key.
 */
export function agencyQuestions(
  matters: readonly AgencyMatter[],
  rules: readonly AgencyRule[],
  asked: ReadonlyMap<string, LocalDate | null>,
  asOf: LocalDate,
  calendar: WorkingDays,
): AgencyQuestion[] {
  return matters.flatMap((matter) => {
    const rule = rungOf(matter, rules, asOf);
    if (!rule) return [];
    const first = answerBy(rule, matter, asOf, calendar);
    return matter.provinces.flatMap((province, at) => {
      const put = (desk: Desk, dueOn: LocalDate | null): AgencyQuestion => {
        const key = questionKey(rule, matter, desk, province);
        return {
          key,
          kind: matter.family,
          desk,
          province,
          agencyId: matter.agencyId,
          dueOn: asked.has(key) ? asked.get(key)! : dueOn,
          detail: { ...matter.detail, agencyId: matter.agencyId, targetDate: matter.lastDay },
        };
      };
      const desks = new Map<Desk, AgencyQuestion>();
      for (const role of rule.recipients) if (role !== 'family' && role !== 'worker') desks.set(role, put(role, first));
      for (let owner: Desk | undefined = rule.owner; owner;) {
        const step = rule.escalation.find(({ from }) => from === owner);
        const late = desks.get(owner);
        if (!step || !late || !asked.has(late.key) || late.dueOn === null || late.dueOn >= asOf) break;
        const known = desks.get(step.to);
        if (!known) desks.set(step.to, put(step.to, calendar.addWorkingDays(asOf, step.workingDays)));
        owner = step.to;
      }
      // The agency has one line, however many provinces are concerned.
      return [...desks.values()].filter(({ desk }) => desk !== 'agency' || at === 0);
    });
  });
}

/** The highest rung that has come; none when that one grew stale. */
function rungOf(matter: AgencyMatter, rules: readonly AgencyRule[], asOf: LocalDate): AgencyRule | undefined {
  const due = (rule: AgencyRule) => addDays(matter.lastDay, rule.offsetDays);
  const rule = rules.filter(({ family }) => family === matter.family).sort((a, b) => b.offsetDays - a.offsetDays);
  const highest = rule.find((one) => due(one) <= asOf);
  const stale = highest && highest.lookbackDays !== null && addDays(due(highest), highest.lookbackDays) < asOf;
  return stale ? undefined : highest;
}

/** Never later than the last lawful day while that lies ahead. */
function answerBy({ answerWithin }: AgencyRule, { lastDay }: AgencyMatter, asOf: LocalDate, calendar: WorkingDays): LocalDate | null {
  if (!answerWithin) return null;
  const by = 'days' in answerWithin ? addDays(asOf, answerWithin.days) : calendar.addWorkingDays(asOf, answerWithin.workingDays);
  return lastDay >= asOf && lastDay < by ? lastDay : by;
}

const questionKey = (rule: AgencyRule, { subject, lastDay }: AgencyMatter, desk: Desk, province: string) =>
  `agency-clock:${rule.code}:${subject}:${lastDay}:${desk === 'agency' ? desk : `${desk}-${province}`}`;

/** The last lawful day of a day's month: "before the 20th" is the 19th at the latest. */
export const monthsLastDay = (day: LocalDate, before: number): LocalDate => addDays(`${day.slice(0, 8)}01` as LocalDate, before - 2);

/** The month that is asked about on a day, by its last lawful day: the newest whose first rung, `offset` days from it, has come. */
export function monthAskedAbout(asOf: LocalDate, before: number, offset: number): LocalDate {
  const own = monthsLastDay(asOf, before);
  const candidates = [monthsLastDay(addDays(own, 31), before), own, monthsLastDay(addDays(own, -31), before)];
  return candidates.find((day) => addDays(day, offset) <= asOf) ?? candidates[2]!;
}
