import { ForgetDocuments } from '@app/documents';
import { type AccessPeriods, AccessTraces } from '@app/identity';
import { ImportTaskRows, StoredFiles } from '@app/imports';
import { systemActor } from '@app/kernel';
import { WebhookRows } from '@app/notices';
import { ForgetFiles } from '@app/papers';
import { AuditTrail, type JobProcessor, Reconciler, TransactionRunner } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';

interface Periods extends AccessPeriods {
  readonly importFileDays: number;
}

/** Forgets what its purpose has ended for: done duties, answers kept for retries, sign-in tries, ended access, senders' files, scans of papers, printed documents, what agencies' systems were told (Law 91/2025/QH15). */
@Injectable()
export class RetentionProcessor implements JobProcessor {
  readonly queue = 'sweeps';
  readonly job = 'retention';

  constructor(
    private readonly runner: TransactionRunner,
    private readonly reconciler: Reconciler,
    private readonly papers: ForgetFiles,
    private readonly documents: ForgetDocuments,
  ) {}

  /** All or nothing, with what went told in the audit. A second run the same night finds nothing and writes nothing. */
  async process(): Promise<void> {
    const messages = await this.reconciler.prune();
    const scans = await this.papers.run();
    const documents = await this.documents.run();
    await this.runner.run(
      systemActor('retention'),
      async (tx) => {
        const book = await PolicyBook.at(tx);
        const periods = book.requireValue<Periods>('retention.periods');
        const counts = {
          messages,
          scans,
          documents,
          ...(await AccessTraces.forget(tx, periods)),
          webhooks: await WebhookRows.forget(tx, book.requireValue<number>('webhook.keep_days')),
          files: await StoredFiles.forget(tx, periods.importFileDays),
          tasks: await ImportTaskRows.forget(tx, periods.importFileDays),
        };
        if (Object.values(counts).some((count) => count > 0))
          await AuditTrail.record(tx, { action: 'platform.forget', subject: { kind: 'retention' }, detail: counts });
      },
      { timeoutMs: 0 },
    );
  }
}
