import { ABROAD_STAGES } from '@app/casework';
import { type Actor, DomainError, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { closedFor, decideSignUp, FAIR_CLOSED, SIGN_UP_REFUSALS } from '../domain/sign-up';
import { FairRows, type LockedFair } from '../persistence/fair-rows';

/** What became of one person: a seat, one already, or why not. */
export type SignUpVerdict =
  | { readonly workerId: string; readonly outcome: 'signed' | 'known' }
  | { readonly workerId: string; readonly outcome: 'refused'; readonly code: string; readonly message: string };

/**
 * Puts people of the actor's own register on the list of a fair, in the order given and under the lock of the fair: never one more than there are
 * seats, whoever asks at the same time. A repeat changes nothing.
 */
@Injectable()
export class SignUpPeople {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws NOT_FOUND, FAIR_CANCELLED, SIGN_UP_OVER. */
  async run(
    actor: Actor,
    { fairId, workerIds, requestId }: { fairId: string; workerIds: readonly string[]; requestId: string },
  ): Promise<{ verdicts: SignUpVerdict[]; free: number }> {
    return this.runner.run(
      actor,
      async (tx) => {
        const fair = await openFair(tx, fairId);
        const unique = [...new Set(workerIds)];
        const found = await FairRows.candidates(tx, fairId, unique, ABROAD_STAGES);
        const candidates = new Map(found.map((one) => [one.workerId, one]));
        const seated: string[] = [];
        const verdicts = unique.map((workerId): SignUpVerdict => {
          const decision = decideSignUp(candidates.get(workerId), fair.communes, fair.seats - fair.taken - seated.length);
          if ('known' in decision) return { workerId, outcome: 'known' };
          if ('refused' in decision)
            return { workerId, outcome: 'refused', code: decision.refused, message: SIGN_UP_REFUSALS[decision.refused] };
          seated.push(workerId);
          return { workerId, outcome: 'signed' };
        });
        if (seated.length > 0) {
          await FairRows.seat(tx, fairId, seated);
          await AuditTrail.record(tx, {
            action: 'placement.sign-up',
            subject: { kind: 'fair', id: fairId },
            detail: { people: seated.length },
          });
        }
        return { verdicts, free: fair.seats - fair.taken - seated.length };
      },
      { requestId },
    );
  }

  /** Takes one person off the list; the seat is free for anybody. Taking off twice changes nothing. Throws NOT_FOUND, FAIR_CANCELLED, SIGN_UP_OVER. */
  async leave(
    actor: Actor,
    { fairId, workerId, requestId }: { fairId: string; workerId: string; requestId: string },
  ): Promise<{ left: boolean }> {
    return this.runner.run(
      actor,
      async (tx) => {
        if ((await FairRows.candidates(tx, fairId, [workerId], [])).length === 0) throw notFound();
        await openFair(tx, fairId);
        const left = (await FairRows.leave(tx, fairId, workerId)) > 0;
        if (left)
          await AuditTrail.record(tx, {
            action: 'placement.leave-fair',
            subject: { kind: 'worker', id: workerId },
            detail: { fair: fairId },
          });
        return { left };
      },
      { requestId },
    );
  }
}

async function openFair(tx: Tx, fairId: string): Promise<LockedFair> {
  const fair = await FairRows.lock(tx, fairId);
  if (!fair) throw notFound('Không tìm thấy phiên giao dịch việc làm này trong phạm vi của bạn.');
  const closed = closedFor(fair, tx.actor.role === 'centre_staff', fair.today);
  if (closed) throw new DomainError('refused', closed, FAIR_CLOSED[closed]);
  return fair;
}
