import type { Actor } from '@app/kernel';
import { AuditTrail, Outbox, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { releaseHeldNotices } from '../persistence/held-notices';

/** Outbox topic of a released batch; payload `{batchId}`. */
export const NOTICES_RELEASED_TOPIC = 'notices.released.v1';

/** Lets the mails of a bulk import go. */
@Injectable()
export class ReleaseHeld {
  constructor(private readonly runner: TransactionRunner) {}

  /** By a person of the centre, in the transaction of their decision. A second release changes nothing. */
  async request(tx: Tx, batch: { id: string; province: string }): Promise<void> {
    const fresh = await tx.execute(
      `insert into notice_release (batch_id, province_code, released_by) values ($1, $2, $3) on conflict do nothing`,
      [batch.id, batch.province, tx.actor.accountId],
    );
    if (fresh) await AuditTrail.record(tx, { action: 'notices.release', subject: { kind: 'import_batch', id: batch.id }, province: batch.province });
    await Outbox.enqueue(tx, NOTICES_RELEASED_TOPIC, { batchId: batch.id });
  }

  async run(actor: Actor, batch: { id: string; province: string }): Promise<void> {
    await this.runner.run(actor, (tx) => this.request(tx, batch));
  }

  /** By the background program; null = whatever is released and still held. Returns the items let go. */
  async apply(tx: Tx, batchIds: readonly string[] | null): Promise<number> {
    return releaseHeldNotices(tx, batchIds);
  }
}
