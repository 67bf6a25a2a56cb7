import { WriteRequested } from '@app/documents';
import { systemActor } from '@app/kernel';
import { Duties, describeError, type JobProcessor, type JobRows, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** A document that was asked for → written. */
@Injectable()
export class DocumentProcessor implements JobProcessor {
  readonly queue = 'imports';
  readonly job = 'document';

  constructor(
    private readonly runner: TransactionRunner,
    private readonly documents: WriteRequested,
  ) {}

  async process({ ids }: JobRows): Promise<void> {
    for (const duty of await this.own((tx) => Duties.take(tx, ids))) {
      try {
        await this.documents.run(String(duty.payload.documentId));
        await this.own((tx) => Duties.done(tx, [duty.id]));
      } catch (error) {
        const { code, message } = describeError(error);
        await this.own((tx) => Duties.failed(tx, duty.id, [code, message].filter((part) => typeof part === 'string').join(' ')));
      }
    }
  }

  private own<T>(work: Parameters<typeof this.runner.run<T>>[1]): Promise<T> {
    return this.runner.run(systemActor('documents'), work);
  }
}
