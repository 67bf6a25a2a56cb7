import { DomainError } from '@app/kernel';
import type { FastifyRequest } from 'fastify';

/** One uploaded file with the small fields beside it. */
export interface Upload {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly fields: Readonly<Record<string, string>>;
}

/** An upload is worked at after its last byte: the wait for its answer is no silence of the sender. */
const ANSWER_MS = 600_000;

export function isMultipart(request: FastifyRequest): boolean {
  return /^multipart\//i.test(request.headers['content-type'] ?? '');
}

/** Reads the upload whole, after the gate has let its sender in. Throws UPLOAD_BROKEN, UPLOAD_MISSING; sizes beyond the limits answer 413. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  const fields: Record<string, string> = {};
  let file: { fileName: string; bytes: Buffer } | undefined;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') file = { fileName: part.filename.slice(0, 200), bytes: await part.toBuffer() };
      else if (/^[a-zA-Z]{1,20}$/.test(part.fieldname) && typeof part.value === 'string') fields[part.fieldname] = part.value;
    }
  } catch (error) {
    const { statusCode } = error as { statusCode?: number };
    if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) throw error;
    throw new DomainError('malformed', 'UPLOAD_BROKEN', 'Tệp gửi lên không trọn vẹn. Hãy gửi lại.');
  }
  if (!file?.bytes.length) throw new DomainError('malformed', 'UPLOAD_MISSING', 'Chưa có tệp. Hãy chọn một tệp .xlsx hoặc .csv.');
  request.raw.socket.setTimeout(ANSWER_MS);
  return { ...file, fields };
}
