import type { CaseFacts, CertificateTerms, Evidence } from './case-facts';
import { MILESTONE_KINDS, milestoneRow } from './case-lifecycle';
import type { Guard } from './guards';
import type { Milestone } from './milestone';
import { rankOf, type StoredStage } from './stages';

/** The stage a fact leads to, wherever it comes from. */
export function goalOf(kind: Milestone['kind']): StoredStage | undefined {
  return GOALS[kind];
}

const GOALS = Object.fromEntries(
  MILESTONE_KINDS.map((kind) => [kind, Object.values(milestoneRow(kind).moves).find((to): to is StoredStage => to !== '=' && to !== '<')]),
) as Record<Milestone['kind'], StoredStage | undefined>;

/** Where the table sends a case; undefined: the stage does not take this fact. `record`: missing steps before may be skipped. */
export function nextStage(
  facts: Pick<CaseFacts, 'stage' | 'closedFrom'>,
  kind: Milestone['kind'],
  record = false,
): StoredStage | undefined {
  const row = milestoneRow(kind);
  const target = row.moves[facts.stage] ?? (row.late?.includes(facts.stage) ? '=' : undefined);
  if (target === '=') return facts.stage;
  if (target === '<') return facts.closedFrom ?? undefined;
  if (target) return target;
  const goal = goalOf(kind);
  return record && goal && rankOf(facts.stage) < rankOf(goal) && rankOf(goal) < 100 ? goal : undefined;
}

/**
 * The case after a fact. Pure and total: a fact the stage does not take leaves the stage as it is (late reports are history),
 * so that replaying all valid events always gives the same case.
 */
export function applyMilestone(facts: CaseFacts, fact: Milestone): CaseFacts {
  const after: Changing = {
    ...facts,
    stage: nextStage(facts, fact.kind, true) ?? facts.stage,
    guards: provenBy(facts, fact),
  };
  const { detail } = fact;
  // Trade and country of a certificate are what it was issued for, not where the person goes.
  const certificate = CERTIFICATES.includes(guardOf(fact));
  const occupation = fact.contract?.occupation ?? (certificate ? undefined : detail?.occupation);
  if (occupation) after.occupation = occupation;
  if (detail?.legalForm) after.legalForm = detail.legalForm;
  if (detail?.programme) after.programme = detail.programme;
  else if (leavesProgramme(facts, fact)) after.programme = null;
  if (detail?.market && !(certificate && facts.market)) after.market = detail.market;
  if (detail?.agencyId !== undefined) after.agencyId = detail.agencyId;
  after.orderId = placeOf(facts, after, fact);
  if (detail?.stayUntil) after.stayUntil = detail.stayUntil;
  return Object.assign(after, datesOf(after, fact, facts));
}

/** A talk agrees on the whole way; an order of another form than was agreed leaves the programme of that form behind. */
function leavesProgramme({ legalForm }: CaseFacts, { kind, detail }: Milestone): boolean {
  return detail?.legalForm !== undefined && (kind === 'COUNSELLED' || (kind === 'SELECTED' && detail.legalForm !== legalForm));
}

const CERTIFICATES: readonly (Guard | undefined)[] = ['ORIENTATION', 'LANGUAGE', 'VOCATION'];

/** The condition that the fact shows the paper of. */
export const guardOf = ({ kind, detail }: Milestone): Guard | undefined =>
  kind === 'GUARD_PROVEN' ? detail?.guard : milestoneRow(kind).proves;

/** A selection takes the place; who will not go, or goes through another agency, gives it back. */
function placeOf(before: CaseFacts, after: CaseFacts, { kind, detail }: Milestone): string | null {
  if (kind === 'SELECTED' && detail?.orderId) return detail.orderId;
  const freed = kind === 'WITHDRAWN' || kind === 'NOT_SENT' || kind === 'REJECTED' || after.agencyId !== before.agencyId;
  return freed ? null : before.orderId;
}

type Changing = { -readonly [K in keyof CaseFacts]: CaseFacts[K] };

function datesOf(after: CaseFacts, fact: Milestone, before: CaseFacts): Partial<CaseFacts> {
  const on = fact.effectiveOn ?? null;
  const contract = contractDates(after, fact);
  switch (fact.kind) {
    case 'SELECTED':
      return { selectedOn: on };
    case 'CONTRACT_SIGNED':
      return { contractSignedOn: on, ruleDate: on ?? after.ruleDate, ...contract };
    case 'DEPARTED':
      return { departedOn: before.departedOn ?? on, ...contract };
    case 'EXTENDED':
      // A stay date older than the new contract is stale: unknown is better than a false alarm.
      return { ...contract, plannedReturnOn: null, stayUntil: keepStay(after, fact) };
    case 'EXIT_PLANNED':
      return { plannedExitOn: on };
    case 'GUARD_WAIVED':
      return fact.detail?.guard ? { waivers: { ...before.waivers, [fact.detail.guard]: { on, reason: fact.detail.reason ?? '' } } } : {};
    case 'CONTRACT_TERMINATED':
      return {
        contractTerminatedOn: on,
        contractEnd: on && (!after.contractEnd || on < after.contractEnd) ? on : after.contractEnd,
      };
    case 'STAY_CANCELLED':
      return { stayUntil: on };
    case 'ABSCONDED':
      return after.stage === 'ABSCONDED' ? { abscondedOn: on } : {};
    case 'ABSCONDING_WITHDRAWN':
      return { abscondedOn: null };
    case 'RETURN_PLANNED':
      return { plannedReturnOn: fact.detail?.plan === 'EXTEND' ? null : on };
    case 'RETURNED':
      return { returnedOn: on, returnType: fact.detail?.returnType ?? null };
    case 'DIED':
    case 'WITHDRAWN':
    case 'NOT_SENT':
    case 'REJECTED':
      return { endedOn: on };
    case 'CLOSED':
      return { closedFrom: before.stage === 'CLOSED' ? before.closedFrom : before.stage };
    case 'REOPENED':
      return { closedFrom: null };
    default:
      return contract;
  }
}

function contractDates({ contractStart, contractEnd }: CaseFacts, { contract }: Milestone): Partial<CaseFacts> {
  if (!contract) return {};
  const provisional = contract.kind === 'sending' && contractEnd !== null;
  return {
    contractStart: contract.kind === 'employment' ? (contract.startsOn ?? contractStart) : contractStart,
    contractEnd: provisional ? contractEnd : (contract.endsOn ?? contractEnd),
  };
}

function keepStay(facts: CaseFacts, fact: Milestone) {
  const end = fact.contract?.endsOn;
  return fact.detail?.stayUntil ?? (facts.stayUntil && end && facts.stayUntil < end ? null : facts.stayUntil);
}

function provenBy(facts: CaseFacts, fact: Milestone): CaseFacts['guards'] {
  const { guards } = facts;
  const guard = guardOf(fact);
  const byContract = fact.contract && fact.contract.kind !== 'sending' && fact.kind !== 'EMPLOYMENT_CONTRACT_SIGNED';
  if (!guard && !byContract) return guards;
  const evidence: Evidence = {
    on: fact.effectiveOn ?? null,
    ...(fact.detail?.validUntil && { until: fact.detail.validUntil }),
    ...(fact.detail?.reference && { reference: fact.detail.reference }),
    ...(fact.detail?.pass && { pass: true as const }),
  };
  return {
    ...guards,
    ...(guard && { [guard]: guard === 'ORIENTATION' ? { ...evidence, terms: certifiedFor(facts, fact) } : evidence }),
    ...(byContract && !guards.EMPLOYMENT_CONTRACT && { EMPLOYMENT_CONTRACT: evidence }),
  };
}

/** What a certificate is for: as it says, else what the case was about on the day it was told. */
function certifiedFor(facts: CaseFacts, { detail }: Milestone): CertificateTerms {
  const agencyId = detail?.agencyId ?? facts.agencyId;
  const market = detail?.market ?? facts.market;
  const occupation = detail?.occupation ?? facts.occupation;
  return { ...(agencyId && { agencyId }), ...(market && { market }), ...(occupation && { occupation }) };
}
