import { DeskTasks } from '@app/identity';
import type { Actor } from '@app/kernel';
import { AuditTrail, Outbox, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { listHeldBatches, recordRelease, releaseHeldNotices } from '../persistence/held-notices';

/** Outbox topic of a released batch; payload `{batchId}`. */
export const NOTICES_RELEASED_TOPIC = 'notices.released.v1';

/** Lets the mails of a bulk import go. */
@Injectable()
export class ReleaseHeld {
  constructor(private readonly runner: TransactionRunner) {}

  /** By a person of the centre, in the transaction of their decision. A second release changes nothing. */
  async request(tx: Tx, batch: { id: string; province: string }): Promise<void> {
    if (await recordRelease(tx, batch))
      await AuditTrail.record(tx, {
        action: 'notices.release',
        subject: { kind: 'import_batch', id: batch.id },
        province: batch.province,
      });
    await DeskTasks.close(tx, taskKey(batch.id), 'released');
    await Outbox.enqueue(tx, NOTICES_RELEASED_TOPIC, { batchId: batch.id });
  }

  async run(actor: Actor, batch: { id: string; province: string }): Promise<void> {
    await this.runner.run(actor, (tx) => this.request(tx, batch));
  }

  /** By the background program; null = whatever is released and still held. Returns the items let go. */
  async apply(tx: Tx, batchIds: readonly string[] | null): Promise<number> {
    return releaseHeldNotices(tx, batchIds);
  }

  /** By the background program: mails that wait for a person become that person's task, or they would wait for ever. */
  async remind(tx: Tx): Promise<number> {
    const held = await listHeldBatches(tx);
    return DeskTasks.openMany(
      tx,
      held.map(({ batchId, province, notices }) => ({
        desk: 'centre' as const,
        province,
        kind: 'RELEASE_NOTICES',
        dedupeKey: taskKey(batchId),
        detail: { batchId, notices },
      })),
    );
  }
}

const taskKey = (batchId: string) => `release-notices:${batchId}`;
