import { type Actor, newId } from '@app/kernel';
import { Outbox, Seal, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ImportTaskRows } from '../persistence/import-task-rows';
import type { SentFile } from './import-file';
import { ImportTargets } from './import-target';

export const IMPORT_REQUESTED_TOPIC = 'imports.requested.v1';

/** What a sender says of the file, beside the file itself. */
export type SentWords = Pick<SentFile, 'answers' | 'wishes' | 'note'>;

/** Puts a file down for the background program: sealed, with the duty to take it in, in one transaction. */
@Injectable()
export class RequestImport {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly seal: Seal,
    private readonly targets: ImportTargets,
  ) {}

  /** The same request again answers the same id. Refuses with ROLE_NOT_ALLOWED or IMPORT_KIND_UNKNOWN. */
  async run(actor: Actor, file: SentFile, requestId: string): Promise<{ importId: string }> {
    const target = this.targets.get(file.kind);
    const id = newId();
    const { answers, wishes, note } = file;
    const fileCipher = this.seal.close(file.bytes, id);
    // Cells somebody typed hold what people are called.
    const wordsCipher = this.seal.close(JSON.stringify({ answers, wishes, note } satisfies SentWords), id);
    return this.runner.run(actor, async (tx) => {
      target.admit(tx);
      const task = await ImportTaskRows.insert(tx, {
        id,
        requestId,
        kind: file.kind,
        dryRun: file.dryRun ?? false,
        fileName: file.fileName.replace(/[\0-\x1f\u202a-\u202e]/g, '').slice(0, 200),
        fileCipher,
        wordsCipher,
      });
      if (task.fresh) await Outbox.enqueue(tx, IMPORT_REQUESTED_TOPIC, { importId: id });
      return { importId: task.id };
    });
  }
}
