import { applyMilestone } from './apply-milestone';
import { type CaseFacts, drivesAlerts, NO_FACTS } from './case-facts';
import { MILESTONE_KINDS, type MilestoneKind } from './case-lifecycle';
import type { BulkCaseResult, CaseRecord } from './case-record';
import { decide } from './decide';
import type { Guard } from './guards';
import { shutGates } from './judge-guards';
import type { CaseRules, Milestone, MilestoneDetail } from './milestone';
import { refuse } from './refusals';
import { phaseOf, type StoredStage } from './stages';

/** A fact taken from a record, with the stage before and after it. */
export interface TakenFact {
  readonly fact: Milestone;
  readonly stageBefore: StoredStage | null;
  readonly stageAfter: StoredStage;
}

export interface TakenRecord {
  readonly facts: CaseFacts;
  readonly taken: readonly TakenFact[];
  readonly differing: BulkCaseResult['differing'];
  /** Guards the case passed without evidence; empty before the exit gate. */
  readonly gaps: readonly Guard[];
  readonly learnt: boolean;
}

/** What happens once in an attempt: another day of it is a contradiction, not a second time. */
const ONCE: readonly MilestoneKind[] = [
  'REGISTERED',
  'COUNSELLED',
  'SOURCED',
  'SELECTED',
  'TRAINING_STARTED',
  'CERTIFICATE_ISSUED',
  'CONTRACT_SIGNED',
];

/** An existing case as a record meets it: its facts, and which facts it holds with which day (`null` = day not known). */
export interface KnownCase {
  readonly facts: CaseFacts;
  readonly events: ReadonlyMap<string, readonly (string | null)[]>;
}

/**
 * Takes a register's facts into a new case (`known` undefined) or a known one, in the order of the lifecycle. Facts already known are
 * skipped, contradictions are reported and not taken, steps the register does not tell may be missing. Pure.
 */
export function takeRecord(record: CaseRecord, rules: CaseRules, known?: KnownCase): TakenRecord {
  const start = known?.facts ?? NO_FACTS;
  let fill = known ? fillOf(known.facts, record) : undefined;
  let facts = start;
  const taken: TakenFact[] = [];
  const differing: { kind: MilestoneKind; refusal: ReturnType<typeof refuse> }[] = [];
  for (const fact of inOrder(record, !known)) {
    const news = known ? againstKnown(fact, known, facts) : fact;
    if (news === 'known') continue;
    if (news === 'differs') {
      differing.push({
        kind: fact.kind,
        refusal: refuse('NOT_CORRECTABLE', { kind: fact.kind, date: fact.effectiveOn ?? null }),
      });
      continue;
    }
    // What the record says of the case as a whole travels with its first new fact, so that events alone still tell everything.
    const step = fill ? { ...news, detail: { ...fill, ...news.detail } } : news;
    const first = !known && taken.length === 0;
    const decision = first ? undefined : decide(facts, { ...step, by: 'system' }, rules);
    if (decision?.outcome === 'unchanged') continue;
    if (decision?.outcome === 'refused') {
      differing.push({ kind: fact.kind, refusal: decision.refusal });
      continue;
    }
    const after = decision?.facts ?? applyMilestone(facts, step);
    taken.push({ fact: step, stageBefore: first ? null : facts.stage, stageAfter: after.stage });
    facts = after;
    fill = undefined;
  }
  const passedGate = phaseOf(facts.stage) !== 'before' || facts.stage === 'READY';
  const gaps =
    passedGate && taken.length > 0 && facts.departedOn ? shutGates(facts, rules, facts.departedOn).map(({ guard }) => guard) : [];
  return { facts, taken, differing, gaps, learnt: drivesAlerts(start, facts) };
}

/** Lifecycle order, then day. A new case begins with its registration, which carries form, market and agency. */
function inOrder(record: CaseRecord, isNew: boolean): Milestone[] {
  const opening: Milestone = record.milestones.find(({ kind }) => kind === 'REGISTERED') ?? { kind: 'REGISTERED' };
  const rest = record.milestones.filter((fact) => fact.kind !== 'REGISTERED' || (!isNew && fact.effectiveOn));
  const sorted = [...rest].sort((a, b) => rank(a) - rank(b) || ((a.effectiveOn ?? '') < (b.effectiveOn ?? '') ? -1 : 1));
  const { legalForm, programme, market, agencyId } = record;
  return isNew
    ? [
        {
          ...opening,
          detail: {
            ...opening.detail,
            ...(legalForm && { legalForm }),
            ...(programme && { programme }),
            ...(market && { market }),
            ...(agencyId && { agencyId }),
          },
        },
        ...sorted,
      ]
    : sorted;
}

const RANKS = new Map(MILESTONE_KINDS.map((kind, i) => [kind, i]));

function rank({ kind }: Milestone): number {
  return RANKS.get(kind)!;
}

/** Form, programme, market and agency a known case lacks. */
function fillOf(facts: CaseFacts, { legalForm, programme, market, agencyId }: CaseRecord): MilestoneDetail | undefined {
  const fill = {
    ...(!facts.legalForm && legalForm && { legalForm }),
    ...(!facts.programme && programme && { programme }),
    ...(!facts.market && market && { market }),
    ...(!facts.agencyId && agencyId && { agencyId }),
  };
  return Object.keys(fill).length > 0 ? fill : undefined;
}

function againstKnown(fact: Milestone, { events }: KnownCase, facts: CaseFacts): Milestone | 'known' | 'differs' {
  const days = events.get(fact.kind);
  const same = days?.includes(fact.effectiveOn ?? null) ?? false;
  if (fact.kind === 'DEPARTED' && facts.departedOn === fact.effectiveOn && fact.contract?.endsOn && !facts.contractEnd)
    return {
      kind: 'EMPLOYMENT_CONTRACT_SIGNED',
      effectiveOn: fact.contract.signedOn ?? fact.effectiveOn,
      contract: fact.contract,
    };
  if (same) return 'known';
  if (days && ONCE.includes(fact.kind)) return fact.effectiveOn && days.some(Boolean) ? 'differs' : fact.effectiveOn ? fact : 'known';
  return fact;
}
