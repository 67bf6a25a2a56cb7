import { type Actor, DomainError, notFound } from '@app/kernel';
import { AuditTrail, FileStore, Seal, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { documentKind } from '../domain/document-kinds';
import { DocumentRows } from '../persistence/document-rows';

/** Hands a finished document to the office that asked for it. */
@Injectable()
export class OpenDocument {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly store: FileStore,
    private readonly seal: Seal,
  ) {}

  async run(actor: Actor, documentId: string, requestId: string): Promise<{ bytes: Buffer; name: string }> {
    const found = await this.runner.run(
      actor,
      async (tx) => {
        const one = await DocumentRows.find(tx, documentId);
        if (!one) throw notFound('Không tìm thấy văn bản này trong phạm vi của bạn.');
        if (one.state === 'done')
          await AuditTrail.record(tx, {
            action: 'documents.open',
            subject: { kind: 'document', id: documentId },
            detail: { kind: one.kind },
          });
        return one;
      },
      { requestId },
    );
    if (found.state !== 'done')
      throw new DomainError('refused', 'DOCUMENT_NOT_READY', 'Văn bản đang được lập. Hãy chờ ít giây rồi tải lại.');
    const sealed = await this.store.fetch(documentId);
    if (!sealed) throw new DomainError('refused', 'FILE_LOST', 'Kho không còn tệp này. Hãy lập lại văn bản.');
    return { bytes: this.seal.openBytes(sealed, documentId), name: `${documentKind(found.kind).fileName}.docx` };
  }
}
