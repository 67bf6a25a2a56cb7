import { BEFORE_EXIT } from '@app/casework';
import type { Actor } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { decideEnrolment, ENROL_REFUSALS } from '../domain/enrolment';
import type { SeatState } from '../domain/training-class';
import { SeatRows } from '../persistence/seat-rows';
import { ownClass } from './own-class';

/** What became of one person: a seat, a place in the waiting list, one already, or why not. */
export type EnrolVerdict =
  | { readonly caseId: string; readonly outcome: 'seated' | 'waiting' | 'known' }
  | { readonly caseId: string; readonly outcome: 'refused'; readonly code: string; readonly message: string };

/** Gives seats in the order asked, under the lock of the class: never more than there are, whoever asks at the same time. A repeat changes nothing. */
@Injectable()
export class EnrolMany {
  constructor(private readonly runner: TransactionRunner) {}

  async run(actor: Actor, command: { classId: string; caseIds: readonly string[]; requestId: string }): Promise<EnrolVerdict[]> {
    return this.runner.run(actor, (tx) => this.apply(tx, command), { requestId: command.requestId });
  }

  private async apply(tx: Tx, { classId, caseIds }: { classId: string; caseIds: readonly string[] }): Promise<EnrolVerdict[]> {
    const found = await ownClass(tx, classId);
    const unique = [...new Set(caseIds)];
    const candidates = new Map((await SeatRows.candidates(tx, classId, found.kind, unique, BEFORE_EXIT)).map((row) => [row.caseId, row]));
    const given: { caseId: string; state: SeatState }[] = [];
    let free = found.seats - found.taken;
    const verdicts = unique.map((caseId): EnrolVerdict => {
      const decision = decideEnrolment(candidates.get(caseId), found.market, free);
      if ('known' in decision) return { caseId, outcome: 'known' };
      if ('refused' in decision) return { caseId, outcome: 'refused', code: decision.refused, message: ENROL_REFUSALS[decision.refused] };
      if (decision.seat === 'seated') free--;
      given.push({ caseId, state: decision.seat });
      return { caseId, outcome: decision.seat };
    });
    await SeatRows.give(tx, classId, given);
    if (given.length > 0)
      await AuditTrail.record(tx, { action: 'training.enrol', subject: { kind: 'class', id: classId }, detail: { people: given.length } });
    return verdicts;
  }
}
