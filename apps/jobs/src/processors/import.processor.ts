import { RunImportTask } from '@app/imports';
import { systemActor } from '@app/kernel';
import { Duties, describeError, type JobProcessor, type JobRows, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** Seconds until somebody looks again at a file another program is taking in. */
const LOOK_AGAIN_SECONDS = 20;

/**
 * A file sent for the background → taken in. Its duty is not held while it runs: an import takes minutes, and whoever looks after lost duties must
 * not wait for it.
 */
@Injectable()
export class ImportProcessor implements JobProcessor {
  readonly queue = 'imports';
  readonly job = 'file';

  constructor(
    private readonly runner: TransactionRunner,
    private readonly tasks: RunImportTask,
  ) {}

  async process({ ids }: JobRows): Promise<void> {
    for (const duty of await this.own((tx) => Duties.take(tx, ids))) {
      try {
        const outcome = await this.tasks.run(String(duty.payload.importId));
        await this.own((tx) => (outcome === 'busy' ? Duties.postpone(tx, [duty.id], LOOK_AGAIN_SECONDS) : Duties.done(tx, [duty.id])));
      } catch (error) {
        const { code, message } = describeError(error);
        await this.own((tx) => Duties.failed(tx, duty.id, [code, message].filter((part) => typeof part === 'string').join(' ')));
      }
    }
  }

  private own<T>(work: Parameters<typeof this.runner.run<T>>[1]): Promise<T> {
    return this.runner.run(systemActor('import'), work);
  }
}
