import { type Actor, DomainError, newId, notFound } from '@app/kernel';
import { AuditTrail, Outbox, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { documentKind, type DocumentKindName } from '../domain/document-kinds';
import { type DocumentLine, DocumentRows } from '../persistence/document-rows';

export const DOCUMENT_REQUESTED_TOPIC = 'documents.requested.v1';

export interface DocumentCommand {
  readonly kind: DocumentKindName;
  readonly caseIds?: readonly string[];
  readonly classId?: string;
  readonly requestId: string;
}

/** Asks for an official document; the background program writes it. The same request again is the same document. */
@Injectable()
export class RequestDocument {
  constructor(private readonly runner: TransactionRunner) {}

  async run(actor: Actor, command: DocumentCommand): Promise<DocumentLine> {
    return this.runner.run(actor, (tx) => this.apply(tx, command), { requestId: command.requestId });
  }

  async list(actor: Actor): Promise<{ documents: DocumentLine[] }> {
    return this.runner.run(actor, async (tx) => ({ documents: await DocumentRows.list(tx) }));
  }

  private async apply(tx: Tx, { kind, caseIds = [], classId, requestId }: DocumentCommand): Promise<DocumentLine> {
    const { about, by } = documentKind(kind);
    if (!(by as readonly string[]).includes(tx.actor.role))
      throw new DomainError('forbidden', 'DOCUMENT_NOT_YOURS', 'Đơn vị của bạn không lập loại văn bản này.');
    if (about === 'cases' ? caseIds.length === 0 : !classId)
      throw new DomainError('invalid', 'DOCUMENT_SUBJECT_MISSING', 'Hãy chọn người hoặc lớp cần lập văn bản.');
    if (about === 'cases' && (await DocumentRows.people(tx, caseIds)).length < caseIds.length) throw notSeen();
    if (about === 'class') await refuseClass(tx, kind, classId!);
    const id = newId();
    const fresh = await DocumentRows.ask(tx, {
      id,
      kind,
      caseIds: about === 'cases' ? caseIds : [],
      classId: about === 'class' ? classId! : null,
      requestId,
    });
    const documentId = fresh ? id : (await DocumentRows.idOfRequest(tx, requestId))!;
    if (fresh) {
      await Outbox.enqueue(tx, DOCUMENT_REQUESTED_TOPIC, { documentId });
      await AuditTrail.record(tx, {
        action: 'documents.request',
        subject: { kind: 'document', id },
        detail: { kind, people: caseIds.length },
      });
    }
    return (await DocumentRows.find(tx, documentId))!;
  }
}

const notSeen = () => notFound('Không tìm thấy người hoặc lớp này trong phạm vi của bạn.');

/** Others may read a class their people sit in; its certificates are printed by the office that issues them. */
async function refuseClass(tx: Tx, kind: DocumentKindName, classId: string): Promise<void> {
  const found = await DocumentRows.classOf(tx, classId);
  if (!found) throw notSeen();
  if (kind === 'CERTIFICATE' && !found.own)
    throw new DomainError('forbidden', 'DOCUMENT_NOT_YOURS', 'Chứng chỉ do đơn vị mở lớp cấp. Hãy đề nghị đơn vị đó in.');
}
