import { systemActor } from '@app/kernel';
import type { TransactionRunner, Tx } from '../database/transaction-runner';
import { describeError, type Log } from '../logging/log';
import { Duties, type Duty } from './duties';

/** Does a job's rows in one transaction; when that fails, one by one, so that one poisoned row stops only itself. */
export class DutyRunner {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly log: Log,
  ) {}

  /** @param effect must not reach outside the database: it may run again. */
  async run(what: string, ids: readonly number[], effect: (tx: Tx, duties: readonly Duty[]) => Promise<void>): Promise<void> {
    try {
      await this.runner.run(systemActor(what), async (tx) => {
        const duties = await Duties.take(tx, ids);
        if (!duties.length) return;
        await effect(tx, duties);
        await Duties.done(
          tx,
          duties.map((duty) => duty.id),
        );
      });
    } catch (error) {
      if (ids.length > 1) {
        for (const id of ids) await this.run(what, [id], effect);
        return;
      }
      this.log.error({ what, outboxId: ids[0], err: error }, 'duty failed');
      const { message, code } = describeError(error);
      await this.runner.run(systemActor(what), (tx) =>
        Duties.failed(tx, ids[0]!, [code, message].filter((part) => typeof part === 'string').join(' ')),
      );
    }
  }
}
