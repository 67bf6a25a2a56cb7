import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, notFound, type Role } from '@app/kernel';
import { TransactionRunner, type Tx } from '@app/platform';
import { drivesAlerts } from '../domain/case-facts';
import { type MilestoneKind, milestoneRow } from '../domain/case-lifecycle';
import { detailOf } from '../domain/event-detail';
import type { Milestone } from '../domain/milestone';
import { needsLastDay, withLastDay } from '../domain/paper-terms';
import type { RecordedMilestone } from '../domain/record-command';
import { refuse } from '../domain/refusals';
import { contradicts, replayCase, type StoredEvent } from '../domain/replay-case';
import { CaseRepository, type LockedCase } from '../persistence/case-repository';
import { factsOf } from '../persistence/case-row';
import { CaseRuleBook } from './case-rules';
import { answeredBefore, heldByDatabase, refusal, stale } from './refuse-milestone';

export interface CorrectCommand {
  readonly caseId: string;
  readonly eventId: number;
  readonly requestId: string;
  readonly reason: string;
  /** What is true instead; absent = it never happened. */
  readonly replacement?: Omit<Milestone, 'kind'>;
  readonly expectedVersion?: number;
  readonly batchId?: string | null;
  /** Part of taking back an import: dates are judged when all of it is back. */
  readonly undo?: true;
}

/** Topic of the outbox row a correction leaves. */
export const CORRECTION_TOPIC = 'casework.correction-recorded.v1';
/** Who may correct what somebody else reported. */
const CORRECTORS: readonly (Role | 'system')[] = ['centre_staff', 'department_officer'];

/**
 * Corrects an event by a new one that names it: nothing is overwritten, the case is computed anew from the events that hold. Allowed to centre
 * and department, and to an office for its own reports.
 */
@Injectable()
export class CorrectEvent {
  private readonly book = new CaseRuleBook();

  constructor(private readonly runner: TransactionRunner) {}

  async run(actor: Actor, command: CorrectCommand): Promise<RecordedMilestone> {
    return this.runner.run(actor, (tx) => this.apply(tx, command), { requestId: command.requestId });
  }

  async apply(tx: Tx, command: CorrectCommand): Promise<RecordedMilestone> {
    if (command.reason.trim().length < 5) throw refusal(refuse('REASON_MISSING'));
    const row = await CaseRepository.lock(tx, command.caseId);
    if (!row) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
    if (command.expectedVersion !== undefined && command.expectedVersion !== row.version)
      return answeredBefore(tx, command, stale(row.version));
    const first = await CaseRepository.firstAnswer(tx, row.id, command.requestId);
    if (first) return { outcome: 'repeated', caseId: row.id, ...first, gaps: [] };
    const events = await CaseRepository.events(tx, row.id);
    const target = this.target(tx, events, command);
    return this.write(tx, command, row, events, target);
  }

  private target(tx: Tx, events: readonly StoredEvent[], { eventId, undo }: CorrectCommand): StoredEvent & { kind: MilestoneKind } {
    const target = events.find(({ id }) => id === eventId);
    if (!target) throw notFound('Không tìm thấy việc cần đính chính trong hồ sơ này.');
    const first = events[0]?.id === eventId;
    if (target.kind === 'CORRECTED' || first || events.some(({ correctsId }) => correctsId === eventId))
      throw refusal(refuse('NOT_CORRECTABLE', { first }));
    const { role, organisationId } = tx.actor;
    const own = target.organisationId !== null && target.organisationId === organisationId && milestoneRow(target.kind).by.includes(role);
    if (!undo && !own && !CORRECTORS.includes(role)) throw refusal(refuse('ROLE_NOT_ALLOWED', { kind: target.kind }));
    return target as StoredEvent & { kind: MilestoneKind };
  }

  private async write(
    tx: Tx,
    command: CorrectCommand,
    row: LockedCase,
    events: readonly StoredEvent[],
    target: StoredEvent & { kind: MilestoneKind },
  ): Promise<RecordedMilestone> {
    const { replacement } = command;
    const told: Milestone = {
      kind: target.kind,
      ...replacement,
      effectiveOn: replacement ? (replacement.effectiveOn ?? target.effectiveOn) : null,
    };
    const fact = replacement && needsLastDay(told) ? withLastDay(told, (await this.book.rules(tx, row.today))(factsOf(row))) : told;
    if (fact.effectiveOn && fact.effectiveOn > row.today && target.kind !== 'RETURN_PLANNED')
      throw refusal(refuse('DATE_IN_FUTURE', { date: fact.effectiveOn, today: row.today }));
    const correction: StoredEvent = {
      id: Number.MAX_SAFE_INTEGER,
      kind: 'CORRECTED',
      effectiveOn: fact.effectiveOn ?? null,
      correctsId: target.id,
      organisationId: tx.actor.organisationId,
      detail: {
        ...detailOf(fact),
        correctionReason: command.reason.trim(),
        correctedKind: target.kind,
        ...(replacement ? {} : { withdrawn: true }),
      },
    };
    const before = factsOf(row);
    const after = replayCase([...events, correction]);
    if (!command.undo && contradicts(after))
      throw refusal(
        refuse('CORRECTION_BREAKS_CASE', {
          exit: after.departedOn,
          returned: after.returnedOn,
          signed: after.contractSignedOn,
        }),
      );
    const written = await CaseRepository.record(tx, {
      row,
      requestId: command.requestId,
      kind: 'CORRECTED',
      effectiveOn: correction.effectiveOn,
      proof: fact.documentId ? 'documented' : 'reported',
      documentId: fact.documentId ?? null,
      correctsId: target.id,
      batchId: command.batchId ?? null,
      detail: correction.detail,
      after,
      learnt: drivesAlerts(before, after),
      contract: replacement?.contract,
      gaps: [],
      topic: CORRECTION_TOPIC,
    }).catch(heldByDatabase);
    if (!written || written.updated !== 1)
      throw new DomainError('stale', 'CASE_STALE', 'Hồ sơ vừa được người khác thay đổi. Hãy tải lại rồi thử lại.');
    if (!replacement || replacement.contract) await CaseRepository.voidContract(tx, target.id);
    return {
      outcome: 'recorded',
      caseId: row.id,
      eventId: written.eventId,
      stage: after.stage,
      version: row.version + 1,
      gaps: [],
    };
  }
}
