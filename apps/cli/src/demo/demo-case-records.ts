import type { CaseRecord, Milestone } from '@app/casework';
import type { LocalDate } from '@app/kernel';
import type { WorkerRecord } from '@app/workers';
import type { DemoCase } from './demo-story';

/** Who stands behind a demo case: ids that the database gave. */
export interface DemoParties {
  readonly agencyIds: readonly string[];
  readonly bankId: string;
}

/** A fact that happened after the records were taken in: reported by itself, on its own day. */
export interface LiveFact {
  readonly caseNumber: number;
  readonly requestId: string;
  readonly fact: Milestone;
}

/** A record must say when each fact was; a plan for later days counts as said today. */
const saidOn = (fact: Milestone, today: LocalDate): LocalDate => (fact.effectiveOn && fact.effectiveOn < today ? fact.effectiveOn : today);

/** What a register of that day would have told about the case, or nothing when it had not begun. */
export function recordOf(
  demo: Pick<DemoCase, 'terms' | 'facts'>,
  number: number,
  workerId: string,
  worker: WorkerRecord,
  parties: DemoParties,
  learntOn: LocalDate,
  today: LocalDate,
): CaseRecord | undefined {
  const milestones = demo.facts.filter((fact) => saidOn(fact, today) <= learntOn);
  if (milestones.length === 0) return undefined;
  const { legalForm, market, programme, withAgency } = demo.terms;
  return {
    workerId,
    provinceCode: worker.residence.provinceCode,
    communeCode: worker.residence.communeCode,
    agencyId: withAgency ? parties.agencyIds[number % parties.agencyIds.length] : null,
    bankId: number % 3 === 0 ? parties.bankId : null,
    legalForm,
    market,
    programme: programme ?? null,
    milestones,
    sourceRef: `demo:${number}`,
    requestId: `demo:${number}`,
  };
}

/** Facts after the register, in the order of their days. */
export function liveFacts(demo: Pick<DemoCase, 'facts'>, number: number, after: LocalDate, today: LocalDate): LiveFact[] {
  return demo.facts.flatMap((fact, i) =>
    saidOn(fact, today) > after ? [{ caseNumber: number, requestId: `demo:${number}:${i}`, fact }] : [],
  );
}

export { saidOn };
