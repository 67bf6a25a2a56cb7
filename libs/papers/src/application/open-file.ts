import { ReadLog } from '@app/identity';
import { type Actor, DomainError, notFound } from '@app/kernel';
import { FileStore, Seal, StoreUnavailable, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ENDINGS } from '../domain/media';
import { PaperFileRows } from '../persistence/paper-file-rows';

export interface OpenedFile {
  readonly bytes: Buffer;
  /** A name that says what, never who. */
  readonly name: string;
}

/** Hands a file to somebody who may see its case, and writes down who looked (Law 91/2025/QH15). */
@Injectable()
export class OpenFile {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly store: FileStore,
    private readonly seal: Seal,
  ) {}

  async run(actor: Actor, { fileId, reason, requestId }: { fileId: string; reason: string; requestId: string }): Promise<OpenedFile> {
    const file = await this.runner.run(
      actor,
      async (tx) => {
        const found = await PaperFileRows.find(tx, fileId);
        if (found?.state !== 'kept') throw notFound('Không tìm thấy tệp này trong phạm vi của bạn.');
        await ReadLog.record(tx, {
          workerId: found.workerId,
          fields: found.guard ? `paper:${found.guard}` : 'visit-picture',
          purpose: 'file',
          reason,
        });
        return found;
      },
      { requestId },
    );
    const sealed = await this.fetch(file.id);
    if (!sealed)
      throw new DomainError('refused', 'FILE_LOST', 'Kho không còn tệp này. Hãy báo quản trị viên và xin gửi lại bản chụp.', {
        file: file.id,
      });
    const name = `${(file.guard ?? 'visit').toLowerCase().replaceAll('_', '-')}.${ENDINGS[file.medium]}`;
    return { bytes: this.seal.openBytes(sealed, file.id), name };
  }

  private async fetch(id: string): Promise<Buffer | undefined> {
    try {
      return await this.store.fetch(id);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      throw new DomainError('refused', 'STORE_UNAVAILABLE', 'Kho tệp đang không phục vụ được. Hãy thử lại sau ít phút.');
    }
  }
}
