import { type Actor, DomainError, newId, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type FairTerms, TERMS_FAULTS, termsFault } from '../domain/job-fair';
import { areaSql } from '../persistence/area-sql';
import { FairRows, type LockedFair } from '../persistence/fair-rows';

interface Request {
  readonly requestId: string;
}

/** The centre announces a fair, mends what it said, or calls it off. Seats that are given stay given. */
@Injectable()
export class PlanFairs {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws FAIR_IN_PAST, SIGN_UP_AFTER_FAIR, FAIR_ENDS_BEFORE_START. */
  async open(actor: Actor, { requestId, ...terms }: FairTerms & Request): Promise<{ fairId: string }> {
    return this.runner.run(
      actor,
      async (tx) => {
        const known = await FairRows.idOfRequest(tx, requestId);
        if (known) return { fairId: known };
        check(terms, 0, await FairRows.today(tx));
        const fairId = newId();
        await FairRows.insert(tx, fairId, terms, { province: areaSql(actor)[0], requestId });
        await AuditTrail.record(tx, {
          action: 'placement.open-fair',
          subject: { kind: 'fair', id: fairId },
          detail: { seats: terms.seats },
        });
        return { fairId };
      },
      { requestId },
    );
  }

  /** Throws NOT_FOUND, FAIR_NOT_OWN, FAIR_CANCELLED, and what {@link open} throws; FAIR_SEATS_TAKEN for fewer seats than are given. */
  async change(actor: Actor, { fairId, requestId, ...terms }: FairTerms & Request & { fairId: string }): Promise<{ fairId: string }> {
    return this.runner.run(
      actor,
      async (tx) => {
        const fair = await ownFair(tx, fairId);
        check(terms, fair.taken, fair.today);
        await FairRows.change(tx, fairId, terms);
        await AuditTrail.record(tx, { action: 'placement.change-fair', subject: { kind: 'fair', id: fairId } });
        return { fairId };
      },
      { requestId },
    );
  }

  /** Throws NOT_FOUND, FAIR_NOT_OWN, FAIR_CANCELLED. */
  async cancel(actor: Actor, { fairId, reason, requestId }: Request & { fairId: string; reason: string }): Promise<{ fairId: string }> {
    return this.runner.run(
      actor,
      async (tx) => {
        await ownFair(tx, fairId);
        await FairRows.cancel(tx, fairId, reason);
        await AuditTrail.record(tx, { action: 'placement.cancel-fair', subject: { kind: 'fair', id: fairId }, detail: { reason } });
        return { fairId };
      },
      { requestId },
    );
  }

  /** After the fair: everybody signed up came, but the absent. Said again, the newest list counts. Throws NOT_FOUND, FAIR_NOT_OWN, FAIR_AHEAD. */
  async attend(
    actor: Actor,
    { fairId, absent, requestId }: Request & { fairId: string; absent: readonly string[] },
  ): Promise<{ people: number }> {
    return this.runner.run(
      actor,
      async (tx) => {
        const fair = await ownFair(tx, fairId);
        if (fair.today < fair.heldOn) throw new DomainError('refused', 'FAIR_AHEAD', 'Phiên chưa diễn ra. Hãy điểm danh từ ngày tổ chức.');
        const people = await FairRows.attend(tx, fairId, absent);
        await AuditTrail.record(tx, {
          action: 'placement.attend-fair',
          subject: { kind: 'fair', id: fairId },
          detail: { people, absent: absent.length },
        });
        return { people };
      },
      { requestId },
    );
  }
}

function check(terms: FairTerms, taken: number, today: LockedFair['today']): void {
  const fault = termsFault(terms, taken, today);
  if (fault) throw new DomainError('invalid', fault, TERMS_FAULTS[fault]);
}

async function ownFair(tx: Tx, fairId: string): Promise<LockedFair> {
  const fair = await FairRows.lock(tx, fairId);
  if (!fair) throw notFound('Không tìm thấy phiên giao dịch việc làm này trong phạm vi của bạn.');
  if (!fair.own)
    throw new DomainError('forbidden', 'FAIR_NOT_OWN', 'Phiên này của đơn vị khác. Bạn ghi tên được, đơn vị tổ chức mới sửa được.');
  if (fair.state === 'cancelled')
    throw new DomainError('refused', 'FAIR_CANCELLED', 'Phiên giao dịch việc làm này đã hủy. Hãy chọn phiên khác.');
  return fair;
}
