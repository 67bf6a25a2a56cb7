import { systemActor } from '@app/kernel';
import { DeliverNotices, MailGate, SendPushes } from '@app/notices';
import { Duties, DutyRunner, type JobRows, type JobProcessor, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';

const GATE_SECONDS = 60;

/** Notices owed → closed, copied per address, sent. What is not sent now is picked up by its state later. */
@Injectable()
export class DeliverProcessor implements JobProcessor {
  readonly queue = 'notices';
  readonly job = 'deliver';

  constructor(
    private readonly duties: DutyRunner,
    private readonly runner: TransactionRunner,
    private readonly deliver: DeliverNotices,
    private readonly pushes: SendPushes,
  ) {}

  async process({ ids }: JobRows): Promise<void> {
    if (await this.gateIsClosed(ids)) return;
    const noticeIds: number[] = [];
    await this.duties.run('deliver', ids, async (tx, duties) => {
      const owed = duties.map((duty) => Number(duty.payload.noticeId));
      await this.deliver.seal(tx, owed);
      await this.pushes.owe(tx, owed);
      noticeIds.push(...owed);
    });
    if (noticeIds.length) await this.deliver.send(noticeIds);
  }

  private async gateIsClosed(ids: readonly number[]): Promise<boolean> {
    return this.runner.run(systemActor('deliver'), async (tx) => {
      const closed = await MailGate.isClosed(tx);
      if (closed) await Duties.postpone(tx, ids, GATE_SECONDS);
      return closed;
    });
  }
}
