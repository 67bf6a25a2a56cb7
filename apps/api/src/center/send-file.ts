import type { SentFile, TakeFile } from '@app/imports';
import type { FastifyReply } from 'fastify';
import type { Caller } from '../http/caller';
import { OneOf } from '../http/fields';

export class ImportOptions {
  @OneOf(['true', 'false'], {
    optional: true,
    description: 'true: trả 202 ngay, chương trình nền xử lý. Không ghi: tệp lớn (khoảng 2.000 dòng trở lên) đi đường này',
  })
  background?: string;
}

/** 202 where the background program goes on with the file. */
export async function sendFile(
  takeFile: TakeFile,
  { actor, requestId }: Caller,
  file: SentFile,
  { background }: ImportOptions,
  reply: FastifyReply,
): ReturnType<TakeFile['run']> {
  const answer = await takeFile.run(actor, file, { requestId, ...(background && { background: background === 'true' }) });
  if ('importId' in answer) void reply.status(202);
  return answer;
}
