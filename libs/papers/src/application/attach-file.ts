import { createHash } from 'node:crypto';
import { SCANNED_PAPERS, type ScannedPaper } from '@app/casework';
import { type Actor, DomainError, newId, notFound } from '@app/kernel';
import {
  AuditTrail,
  cleanImage,
  FileScanner,
  FileStore,
  ScannerUnavailable,
  type ScanVerdict,
  Seal,
  StoreUnavailable,
  TransactionRunner,
  type Tx,
} from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { type Medium, mediumOf } from '../domain/media';
import type { PaperLimits } from '../domain/paper-file';
import { PaperFileRows } from '../persistence/paper-file-rows';

/** A paper of a case (by its id, or by the code that stands on receipts and in file names), or a visit to the family. */
export type Pictured =
  | { readonly guard: ScannedPaper; readonly case: { readonly id: string } | { readonly code: string } }
  | { readonly visitId: string };

export interface AttachCommand {
  readonly of: Pictured;
  readonly bytes: Buffer;
  readonly requestId: string;
}

export interface AttachedFile {
  readonly fileId: string;
  /** The very same content was there before: nothing new is kept. */
  readonly known: boolean;
}

/**
 * Takes a scan or photo of a paper: judged by its content, a picture drawn anew without what its camera wrote into it, looked at by the scanner,
 * sealed, and stored. The row is written before the bytes: what broke off in between is found and forgotten.
 */
@Injectable()
export class AttachFile {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly store: FileStore,
    private readonly scanner: FileScanner,
    private readonly seal: Seal,
  ) {}

  async run(actor: Actor, { of, bytes, requestId }: AttachCommand): Promise<AttachedFile> {
    if ('guard' in of && !(of.guard in SCANNED_PAPERS)) throw new DomainError('invalid', 'PAPER_UNKNOWN', 'Hãy chọn loại giấy tờ.');
    const { place, limits } = await this.runner.run(actor, async (tx) => ({
      place: await placeOf(tx, of),
      limits: (await PolicyBook.at(tx)).requireValue<PaperLimits>('papers.limits'),
    }));
    const { medium, content } = await readable(bytes, limits);
    const scan = await this.look(bytes);
    if (scan === 'infected')
      throw new DomainError('refused', 'FILE_INFECTED', 'Tệp có mã độc nên không nhận. Hãy quét máy của bạn và chụp lại giấy tờ.');
    const id = newId();
    const sha256 = createHash('sha256').update(content).digest();
    const file = { id, ...place, medium, bytes: content.length, sha256, scan, requestId };
    const known = await this.runner.run(actor, (tx) => this.announce(tx, file, limits), { requestId });
    if (known) return { fileId: known, known: true };
    await this.keep(id, content);
    await this.runner.run(actor, (tx) => PaperFileRows.arrived(tx, id), { requestId });
    return { fileId: id, known: false };
  }

  private async announce(tx: Tx, file: Parameters<typeof PaperFileRows.announce>[1], limits: PaperLimits): Promise<string | undefined> {
    const found = await PaperFileRows.lockCase(tx, file.caseId);
    if (!found) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
    const same = await PaperFileRows.same(tx, file);
    if (same) return same;
    const used = await PaperFileRows.used(tx, file.caseId);
    if (used.files >= limits.filesPerCase || used.bytes + file.bytes > limits.bytesPerCase)
      throw new DomainError('limited', 'FILES_FULL', 'Hồ sơ đã đủ số tệp cho phép. Hãy xóa bản chụp cũ không dùng rồi gửi lại.', used);
    await PaperFileRows.announce(tx, file);
    await AuditTrail.record(tx, {
      action: 'papers.attach',
      subject: { kind: 'case', id: file.caseId },
      province: found.province,
      detail: { guard: file.guard, visit: file.visitId, file: file.id, scan: file.scan },
    });
    return undefined;
  }

  private async look(bytes: Buffer): Promise<ScanVerdict> {
    try {
      return await this.scanner.scan(bytes);
    } catch (error) {
      if (!(error instanceof ScannerUnavailable)) throw error;
      throw new DomainError(
        'refused',
        'SCANNER_UNAVAILABLE',
        'Chương trình quét mã độc không trả lời nên tệp chưa được nhận. Hãy gửi lại sau ít phút; nếu vẫn vậy, hãy báo quản trị viên.',
      );
    }
  }

  private async keep(id: string, content: Buffer): Promise<void> {
    try {
      await this.store.keep(id, this.seal.close(content, id));
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      throw new DomainError(
        'refused',
        'STORE_UNAVAILABLE',
        'Kho tệp đang đầy hoặc không phục vụ được. Tệp chưa được nhận; hãy gửi lại sau.',
      );
    }
  }
}

/** Where a file belongs. A visit is the commune's: an agency finds none. */
async function placeOf(tx: Tx, of: Pictured): Promise<{ caseId: string; guard: string | null; visitId: string | null }> {
  if ('visitId' in of) {
    const caseId = tx.actor.scope.kind === 'agency' ? undefined : await PaperFileRows.caseOfVisit(tx, of.visitId);
    if (!caseId) throw notFound('Không tìm thấy lần thăm này trong phạm vi của bạn.');
    return { caseId, guard: null, visitId: of.visitId };
  }
  const caseId = 'id' in of.case ? of.case.id : await PaperFileRows.caseOfCode(tx, of.case.code);
  if (!caseId || !(await PaperFileRows.lockCase(tx, caseId))) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
  return { caseId, guard: of.guard, visitId: null };
}

/** The content as it is kept, or the refusal that says what to do. */
async function readable(bytes: Buffer, limits: PaperLimits): Promise<{ medium: Medium; content: Buffer }> {
  if (bytes.length > limits.fileBytes)
    throw new DomainError('invalid', 'FILE_TOO_LARGE', 'Tệp quá lớn. Hãy chụp hoặc quét lại với độ phân giải thấp hơn.', {
      most: limits.fileBytes,
    });
  const medium = mediumOf(bytes);
  const content = medium === 'picture' ? await cleanImage(bytes, limits) : bytes;
  if (!medium || !content)
    throw new DomainError(
      'invalid',
      'FILE_KIND_REFUSED',
      'Chỉ nhận tệp PDF hoặc ảnh (JPG, PNG, WebP) còn mở được. Hãy chụp hoặc quét lại giấy tờ.',
    );
  return { medium, content };
}
