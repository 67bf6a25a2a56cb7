import { ABROAD_STAGES } from '@app/casework';
import { DeskTasks } from '@app/identity';
import { type Actor, addDays, DomainError, newId, notFound } from '@app/kernel';
import { PolicyBook } from '@app/policy';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import {
  decideOutcome,
  decideReferral,
  holdsPlace,
  type ReferralOutcome,
  REFERRAL_REFUSALS,
  type ReferralReason,
} from '../domain/referral';
import { OpeningRows } from '../persistence/opening-rows';
import { ReferralRows } from '../persistence/referral-rows';
import { ReturneeRows } from '../persistence/returnee-rows';

const NO_OPENING = 'Không tìm thấy việc này trong phạm vi của bạn.';
const taskOf = (referralId: string): string => `referral-outcome:${referralId}`;

/**
 * Refers people to openings, a place at a time and under the lock of the opening: never one too many, whoever refers at the same moment. Each
 * referral puts its outcome on the centre's desk, due after so many days as the rule `placement.outcomeDays` says.
 */
@Injectable()
export class ReferPeople {
  constructor(private readonly runner: TransactionRunner) {}

  /** Where the person holds a place there already, that referral is the answer. Throws NOT_FOUND, STILL_ABROAD, OPENING_CLOSED, OPENING_OVER, NO_PLACE. */
  async run(
    actor: Actor,
    { openingId, workerId, requestId }: { openingId: string; workerId: string; requestId: string },
  ): Promise<{ referralId: string }> {
    return this.runner.run(
      actor,
      async (tx) => {
        const opening = await OpeningRows.lock(tx, openingId);
        if (!opening) throw notFound(NO_OPENING);
        const person = await ReturneeRows.person(tx, workerId, ABROAD_STAGES);
        if (!person) throw notFound();
        const known = await ReferralRows.holding(tx, openingId, workerId);
        if (known) return { referralId: known };
        const refusal = decideReferral(opening, person.abroad, opening.today);
        if (refusal) throw new DomainError('refused', refusal, REFERRAL_REFUSALS[refusal]);
        const referralId = newId();
        await ReferralRows.insert(tx, referralId, { openingId, workerId, requestId });
        const days = (await PolicyBook.at(tx)).value<number>('placement.outcomeDays');
        await DeskTasks.open(tx, {
          desk: 'centre',
          province: person.provinceCode,
          kind: 'REFERRAL_OUTCOME',
          dedupeKey: taskOf(referralId),
          caseId: person.caseId,
          workerId,
          detail: { referralId, firm: opening.firm, occupation: opening.occupation },
          dueOn: days === undefined ? null : addDays(opening.today, days),
        });
        await AuditTrail.record(tx, {
          action: 'placement.refer',
          subject: { kind: 'worker', id: workerId },
          detail: { opening: openingId },
        });
        return { referralId };
      },
      { requestId },
    );
  }

  /** What became of it; said again, the newest counts. Throws NOT_FOUND, REASON_MISSING, NO_PLACE, REFERRED_ANEW. */
  async answer(
    actor: Actor,
    command: { referralId: string; outcome: ReferralOutcome; reason: ReferralReason | null; note: string | null; requestId: string },
  ): Promise<{ referralId: string }> {
    const { referralId, outcome, reason, requestId } = command;
    return this.runner.run(
      actor,
      async (tx) => {
        const openingId = await ReferralRows.openingOf(tx, referralId);
        const opening = openingId && (await OpeningRows.lock(tx, openingId));
        const referral = opening && (await ReferralRows.lock(tx, referralId));
        if (!referral) throw notFound('Không tìm thấy lần giới thiệu này trong phạm vi của bạn.');
        const fault = decideOutcome(referral.outcome, outcome, { reason, free: opening.places - opening.taken });
        if (fault === 'REASON_MISSING')
          throw new DomainError('invalid', fault, 'Chưa có lý do. Hãy chọn vì sao không thành, để lần sau giới thiệu đúng hơn.');
        if (fault) throw new DomainError('refused', fault, REFERRAL_REFUSALS[fault]);
        if (holdsPlace(outcome) && !holdsPlace(referral.outcome) && (await ReferralRows.holding(tx, openingId!, referral.workerId)))
          throw new DomainError(
            'refused',
            'REFERRED_ANEW',
            'Người này đã được giới thiệu lại vào việc đó. Hãy ghi kết quả ở lần giới thiệu mới.',
          );
        await ReferralRows.answer(tx, referralId, { ...command, reason: outcome === 'taken' ? null : reason });
        await DeskTasks.close(tx, taskOf(referralId), outcome);
        await AuditTrail.record(tx, {
          action: 'placement.answer-referral',
          subject: { kind: 'worker', id: referral.workerId },
          detail: { outcome, ...(reason && { reason }) },
        });
        return { referralId };
      },
      { requestId },
    );
  }
}
