import { Injectable } from '@nestjs/common';
import { DeskTasks } from '@app/identity';
import { type Actor, DomainError, notFound } from '@app/kernel';
import { TransactionRunner, type Tx } from '@app/platform';
import { milestoneRow, topicOf } from '../domain/case-lifecycle';
import type { CaseFacts } from '../domain/case-facts';
import { decide, type Decision } from '../domain/decide';
import { detailOf } from '../domain/event-detail';
import type { Guard } from '../domain/guards';
import type { CaseRules } from '../domain/milestone';
import type { RecordCommand, RecordedMilestone } from '../domain/record-command';
import { phaseOf } from '../domain/stages';
import { CaseRepository, type LockedCase } from '../persistence/case-repository';
import { factsOf } from '../persistence/case-row';
import { CaseRuleBook, plainRules } from './case-rules';
import { settleReminder } from './chase-papers';
import { askCommune } from './ask-commune';
import { needsLastDay, withLastDay } from '../domain/paper-terms';
import { withoutPassportNumber } from '../domain/passport-number';
import { tendConfirmation } from './contract-confirmation';
import { answeredBefore, heldByDatabase, refusal, stale } from './refuse-milestone';

/**
 * The one place where a fact is recorded to a case: lock the row, decide, then event, projection, contract, gaps, outbox and audit in one
 * statement. The same request id again returns the first answer and changes nothing.
 */
@Injectable()
export class RecordMilestone {
  private readonly book = new CaseRuleBook();

  constructor(private readonly runner: TransactionRunner) {}

  async run(actor: Actor, command: RecordCommand): Promise<RecordedMilestone> {
    return this.runner.run(actor, (tx) => this.apply(tx, command), { requestId: command.requestId });
  }

  /** Throws the coded refusal of the lifecycle, NOT_FOUND out of scope, CASE_STALE for another version than expected. */
  async apply(tx: Tx, asked: RecordCommand): Promise<RecordedMilestone> {
    const row = await CaseRepository.lock(tx, asked.caseId);
    if (!row) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
    const command = await this.completed(tx, withoutPassportNumber(asked), row);
    if (command.expectedVersion !== undefined && command.expectedVersion !== row.version)
      return answeredBefore(tx, command, stale(row.version));
    const facts = factsOf(row);
    const decision = decide(facts, { ...command, by: tx.actor.role }, await this.rules(tx, command, row));
    if (decision.outcome === 'refused') return answeredBefore(tx, command, refusal(decision.refusal));
    if (decision.outcome === 'unchanged') return this.unchanged(tx, command, row);
    return this.write(tx, command, row, decision);
  }

  /** A paper that does not say until when it is good is good as long as the rule says. */
  private async completed(tx: Tx, command: RecordCommand, row: LockedCase): Promise<RecordCommand> {
    return needsLastDay(command) ? withLastDay(command, (await this.book.rules(tx, row.today))(factsOf(row))) : command;
  }

  private async rules(tx: Tx, command: RecordCommand, row: LockedCase): Promise<CaseRules> {
    const { gate, needs, dates } = milestoneRow(command.kind);
    if (gate || needs?.includes('waivable') || dates?.includes('withinTurn')) return (await this.book.rules(tx, row.today))(factsOf(row));
    if (command.kind !== 'CLOSED') return plainRules(row.today);
    return { ...plainRules(row.today), openItems: await CaseRepository.openItems(tx, row.id) };
  }

  private async tendCommune(tx: Tx, row: LockedCase, facts: CaseFacts): Promise<void> {
    const rules = await this.book.rules(tx, row.today);
    await askCommune(tx, row, factsOf(row), facts, rules);
  }

  private async unchanged(tx: Tx, { caseId, requestId }: RecordCommand, row: LockedCase): Promise<RecordedMilestone> {
    const first = await CaseRepository.firstAnswer(tx, caseId, requestId);
    return first
      ? { outcome: 'repeated', caseId, ...first, gaps: [] }
      : { outcome: 'unchanged', caseId, stage: row.stage, version: row.version, gaps: [] };
  }

  private async write(
    tx: Tx,
    command: RecordCommand,
    row: LockedCase,
    decision: Decision & { outcome: 'recorded' },
  ): Promise<RecordedMilestone> {
    const { facts, gaps, learnt } = decision;
    const written = await CaseRepository.record(tx, {
      row,
      requestId: command.requestId,
      kind: command.kind,
      effectiveOn: command.effectiveOn ?? null,
      proof: command.proof ?? (command.documentId ? 'documented' : 'reported'),
      documentId: command.documentId ?? null,
      correctsId: null,
      batchId: command.batchId ?? null,
      detail: detailOf(command, {
        ...(command.sourceRef && { sourceRef: command.sourceRef }),
        ...(command.kind === 'AGENCY_CHANGED' && row.agency_id && { fromAgencyId: row.agency_id }),
      }),
      after: facts,
      learnt,
      contract: command.contract,
      gaps,
      topic: topicOf(command.kind),
    }).catch(heldByDatabase);
    if (!written) return answeredBefore(tx, command, stale(row.version));
    if (written.updated !== 1) throw new DomainError('stale', 'CASE_STALE', 'Hồ sơ vừa được người khác thay đổi. Hãy tải lại rồi thử lại.');
    if (gaps.length > 0) await openGapTask(tx, row, gaps);
    const proven = (Object.keys(facts.guards) as Guard[]).filter((guard) => facts.guards[guard] !== row.facts.guards?.[guard]);
    if (proven.length > 0 && (await CaseRepository.closeGaps(tx, row.id, proven))) await DeskTasks.close(tx, gapTaskKey(row.id), 'proven');
    const settles = proven.length > 0 || phaseOf(facts.stage) !== 'before' || facts.agencyId !== row.agency_id;
    if (phaseOf(row.stage) === 'before' && settles) await settleReminder(tx, this.book, row, facts);
    await tendConfirmation(tx, row, factsOf(row), facts);
    if (phaseOf(row.stage) === 'before') await this.tendCommune(tx, row, facts);
    return {
      outcome: 'recorded',
      caseId: row.id,
      eventId: written.eventId,
      stage: facts.stage,
      version: row.version + 1,
      gaps,
    };
  }
}

/** Kind of the task on the centre's desk. */
export const DEPARTURE_GAP = 'DEPARTURE_GAP';

export function gapTaskKey(caseId: string): string {
  return `departure-gap:${caseId}`;
}

async function openGapTask(tx: Tx, row: LockedCase, gaps: readonly Guard[]): Promise<void> {
  await DeskTasks.open(tx, {
    desk: 'centre',
    province: row.province_code,
    commune: row.commune_code,
    kind: DEPARTURE_GAP,
    dedupeKey: gapTaskKey(row.id),
    caseId: row.id,
    workerId: row.worker_id,
    detail: { guards: gaps },
  });
}
