import { Injectable } from '@nestjs/common';
import { ReadLog } from '@app/identity';
import { type Actor, DomainError, notFound } from '@app/kernel';
import { AuditTrail, Seal, TransactionRunner, type Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { type ProtectedField, ProtectedRows } from '../persistence/protected-rows';

export const PROTECTED_FIELDS = ['citizenId', 'passport'] as const satisfies readonly ProtectedField[];
export type { ProtectedField };

export interface RevealCommand {
  readonly workerId: string;
  readonly field: ProtectedField;
  /** Why this officer needs it now; kept in the read log. */
  readonly reason: string;
  readonly requestId: string;
}

/** Opens one protected number for one officer, with a reason, a log entry and an hourly limit (Law 91/2025/QH15). */
@Injectable()
export class RevealField {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly seal: Seal,
  ) {}

  async run(actor: Actor, command: RevealCommand): Promise<string> {
    if (command.reason.trim().length < 5)
      throw new DomainError('invalid', 'REASON_MISSING', 'Hãy ghi rõ lý do cần xem thông tin này (ít nhất 5 ký tự).');
    return this.runner.run(actor, (tx) => this.apply(tx, command), { requestId: command.requestId });
  }

  private async apply(tx: Tx, { workerId, field, reason }: RevealCommand): Promise<string> {
    const cipher = await ProtectedRows.cipher(tx, workerId, field);
    if (cipher === undefined) throw notFound();
    if (cipher === null) throw new DomainError('missing', 'FIELD_EMPTY', 'Hồ sơ chưa có thông tin này.');
    const limit = (await PolicyBook.at(tx)).requireValue<number>('privacy.reveals_per_hour');
    if ((await ReadLog.countLastHour(tx)) >= limit)
      throw new DomainError('limited', 'REVEAL_LIMIT', `Bạn đã xem ${limit} thông tin được bảo vệ trong một giờ. Hãy thử lại sau.`, {
        limit,
      });
    await ReadLog.record(tx, { workerId, fields: field, purpose: 'reveal', reason: reason.trim() });
    await AuditTrail.record(tx, {
      action: 'workers.reveal',
      subject: { kind: 'worker', id: workerId },
      detail: { field },
    });
    return this.seal.open(cipher, workerId);
  }
}
