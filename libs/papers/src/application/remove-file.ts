import { type Actor, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { PaperFileRows } from '../persistence/paper-file-rows';

/** Takes a wrong scan away with a reason; the bytes are forgotten later by the nightly run. Repeating it changes nothing. */
@Injectable()
export class RemoveFile {
  constructor(private readonly runner: TransactionRunner) {}

  async run(actor: Actor, command: { fileId: string; reason: string; requestId: string }): Promise<{ fileId: string; removed: true }> {
    return this.runner.run(
      actor,
      async (tx) => {
        const file = await PaperFileRows.find(tx, command.fileId);
        if (!file) throw notFound('Không tìm thấy tệp này trong phạm vi của bạn.');
        if (await PaperFileRows.remove(tx, command.fileId, command.reason))
          await AuditTrail.record(tx, {
            action: 'papers.remove',
            subject: { kind: 'case', id: file.caseId },
            detail: { guard: file.guard, file: file.id },
          });
        return { fileId: command.fileId, removed: true as const };
      },
      { requestId: command.requestId },
    );
  }
}
