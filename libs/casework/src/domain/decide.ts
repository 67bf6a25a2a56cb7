import { applyMilestone, goalOf, nextStage } from './apply-milestone';
import { type CaseFacts, drivesAlerts } from './case-facts';
import { milestoneRow } from './case-lifecycle';
import { DATE_RULES } from './date-rules';
import type { Guard } from './guards';
import type { Need } from './lifecycle-row';
import type { LocalDate } from '@app/kernel';
import type { CaseRules, MilestoneCommand } from './milestone';
import { type Refusal, refuse } from './refusals';
import { phaseOf, rankOf } from './stages';
import { shutGates } from './judge-guards';

export type Decision =
  | {
      readonly outcome: 'recorded';
      readonly facts: CaseFacts;
      /** The fact came late and is kept as history only. */
      readonly late: boolean;
      /** Guards the exit passed without evidence; only with a departure. */
      readonly gaps: readonly Guard[];
      /** Dates that drive alerts changed: sweeps judge by this day of learning. */
      readonly learnt: boolean;
    }
  /** The case already knows exactly this: nothing to write. */
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

/**
 * The one decision of the core: may this fact be recorded, and what is the case then. Judges by `rules.today`; never reads a
 * clock. Order of the refusals: who, what is missing, where the case stands, dates, papers.
 */
export function decide(facts: CaseFacts, command: MilestoneCommand, rules: CaseRules): Decision {
  const row = milestoneRow(command.kind);
  if (rules.mode === 'live' && !row.by.includes(command.by)) return refused(refuse('ROLE_NOT_ALLOWED', { kind: command.kind }));
  const missing = (row.needs ?? []).map((need) => NEEDS[need](command, rules)).find(Boolean);
  if (missing) return refused(missing);
  const differs = alreadyKnown(facts, command);
  if (differs === 'same') return { outcome: 'unchanged' };
  if (differs) return refused(differs);
  const stage = nextStage(facts, command.kind, rules.mode === 'record');
  if (!stage) return refused(notFromHere(facts, command));
  const broken = (row.dates ?? []).map((rule) => DATE_RULES[rule](facts, command, rules)).find(Boolean) ?? otherMarket(facts, command);
  if (broken) return refused(broken);
  const after = applyMilestone(facts, command);
  const shut = row.gate && stage !== facts.stage ? shutGates(after, rules, gateDay(after, command, rules)) : [];
  const gaps = shut.map(({ guard }) => guard);
  if (gaps.length > 0 && mustHold(command, rules))
    return refused(refuse('GUARDS_UNPROVEN', { guards: gaps, rules: Object.fromEntries(shut.map(({ guard, rule }) => [guard, rule])) }));
  return {
    outcome: 'recorded',
    facts: after,
    late: row.late?.includes(facts.stage) ?? false,
    gaps,
    learnt: drivesAlerts(facts, after),
  };
}

/** Papers serve the exit: a readiness is judged for the planned day where one lies ahead, an exit for its own day. */
function gateDay({ plannedExitOn }: CaseFacts, { kind, effectiveOn }: MilestoneCommand, { today }: CaseRules): LocalDate {
  const day = effectiveOn ?? today;
  return kind === 'READY_CONFIRMED' && plannedExitOn && plannedExitOn > day ? plannedExitOn : day;
}

function refused(refusal: Refusal): Decision {
  return { outcome: 'refused', refusal };
}

/** A report tells what happened and is never turned away for a missing paper; a decision to let somebody go is. */
function mustHold(command: MilestoneCommand, rules: CaseRules): boolean {
  return rules.mode === 'live' && (command.kind === 'READY_CONFIRMED' || command.detail?.decided === true);
}

const NEEDS: Record<Need, (command: MilestoneCommand, rules: CaseRules) => Refusal | undefined> = {
  // A register's status word tells the step without its day; what happens from the exit on always has one.
  date: ({ effectiveOn, kind }, { mode }) =>
    effectiveOn || (mode === 'record' && isBeforeExit(kind)) ? undefined : refuse('DATE_MISSING'),
  reason: ({ detail }, { mode }) => (detail?.reason || mode === 'record' ? undefined : refuse('REASON_MISSING')),
  returnType: ({ detail }, { mode }) => {
    if (mode === 'record') return undefined;
    if (!detail?.returnType) return refuse('RETURN_TYPE_MISSING');
    return detail.returnType === 'EARLY' && !detail.reason ? refuse('EARLY_REASON_MISSING') : undefined;
  },
  contractEnd: ({ contract }) => (contract?.endsOn ? undefined : refuse('CONTRACT_END_MISSING')),
  stayUntil: ({ detail }) => (detail?.stayUntil ? undefined : refuse('STAY_UNTIL_MISSING')),
  document: ({ documentId, detail }) => (documentId || detail?.reference ? undefined : refuse('EVIDENCE_MISSING')),
  guard: ({ detail }) => (detail?.guard ? undefined : refuse('GUARD_MISSING')),
  waivable: ({ detail }, { waivableGuards = [] }) =>
    detail?.guard && waivableGuards.includes(detail.guard) ? undefined : refuse('GUARD_NOT_WAIVABLE', { guard: detail?.guard }),
  agency: ({ detail }) => (detail?.agencyId === undefined ? refuse('AGENCY_MISSING') : undefined),
  // An agency selects into an order that was approved; offices also select for programmes that have none.
  order: ({ by, detail }, { mode }) => (mode === 'live' && by === 'agency_clerk' && !detail?.orderId ? refuse('ORDER_MISSING') : undefined),
  nothingOpen: (_, { openItems = 0 }) => (openItems > 0 ? refuse('OPEN_ITEMS', { open: openItems }) : undefined),
};

/** The same fact again is no new fact; the same fact with another day is a contradiction somebody must correct. */
function alreadyKnown(facts: CaseFacts, { kind, effectiveOn, contract }: MilestoneCommand): Refusal | 'same' | undefined {
  if (kind === 'DEPARTED' && facts.departedOn) {
    if (facts.departedOn === effectiveOn) return 'same';
    if (facts.returnedOn && effectiveOn && effectiveOn > facts.returnedOn)
      return refuse('CASE_STATE', { stage: facts.stage, returned: facts.returnedOn });
    return refuse('EXIT_DATE_DIFFERS', { exit: effectiveOn, known: facts.departedOn });
  }
  if (kind === 'RETURNED' && facts.returnedOn)
    return facts.returnedOn === effectiveOn ? 'same' : refuse('RETURN_DATE_DIFFERS', { returned: effectiveOn, known: facts.returnedOn });
  if (kind === 'EXTENDED' && facts.contractEnd && contract?.endsOn === facts.contractEnd && facts.departedOn) return 'same';
  if (kind === 'CONTRACT_SIGNED' && facts.contractSignedOn && facts.contractSignedOn === effectiveOn && !contract?.endsOn) return 'same';
  return undefined;
}

function isBeforeExit(kind: MilestoneCommand['kind']): boolean {
  const goal = goalOf(kind);
  return goal !== undefined && rankOf(goal) < 100;
}

function notFromHere(facts: CaseFacts, { kind }: MilestoneCommand): Refusal {
  const goal = goalOf(kind);
  const details = { stage: facts.stage, kind };
  if (kind === 'RETURNED' && phaseOf(facts.stage) === 'before') return refuse('RETURN_BEFORE_EXIT', details);
  const early = goal && rankOf(facts.stage) < rankOf(goal) && rankOf(goal) < 100;
  return refuse(early ? 'STEP_SKIPPED' : 'CASE_STATE', details);
}

function otherMarket(facts: CaseFacts, { kind, detail }: MilestoneCommand): Refusal | undefined {
  const differs = kind === 'DEPARTED' && facts.market && detail?.market && detail.market !== facts.market;
  return differs ? refuse('MARKET_DIFFERS', { market: detail.market, known: facts.market }) : undefined;
}
