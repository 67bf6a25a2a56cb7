import type { CaseFacts } from './case-facts';
import type { CaseRecord } from './case-record';
import { phaseOf } from './stages';

export interface CaseCandidate {
  readonly id: string;
  readonly facts: CaseFacts;
  readonly externalCodes: readonly string[];
}

/**
 * Which known case of the same person a record speaks of: the same code, else the same exit, else the same signing, else the one running
 * case that nothing contradicts. Undefined: another attempt.
 */
export function matchCase(record: CaseRecord, candidates: readonly CaseCandidate[]): CaseCandidate | undefined {
  const exit = dayOf(record, 'DEPARTED');
  const signed = dayOf(record, 'CONTRACT_SIGNED');
  const back = dayOf(record, 'RETURNED');
  const byCode = candidates.find(({ externalCodes }) => record.externalCode && externalCodes.includes(record.externalCode));
  const byExit = candidates.find(({ facts }) => exit && facts.departedOn === exit);
  const bySigning = candidates.find(({ facts }) => signed && facts.contractSignedOn === signed && (!exit || !facts.departedOn));
  if (byCode ?? byExit ?? bySigning) return byCode ?? byExit ?? bySigning;
  const open = candidates.filter(
    ({ facts }) => phaseOf(facts.stage) !== 'ended' && !facts.returnedOn && !contradicted(facts, { exit, signed, back }),
  );
  return open.length === 1 ? open[0] : undefined;
}

function contradicted(facts: CaseFacts, told: { exit?: string | null; signed?: string | null; back?: string | null }): boolean {
  if (told.exit && facts.departedOn && told.exit !== facts.departedOn) return true;
  if (told.signed && facts.contractSignedOn && told.signed !== facts.contractSignedOn) return true;
  return Boolean(told.back && facts.departedOn && told.back < facts.departedOn);
}

function dayOf(record: CaseRecord, kind: string): string | null | undefined {
  return record.milestones.find((fact) => fact.kind === kind)?.effectiveOn;
}
