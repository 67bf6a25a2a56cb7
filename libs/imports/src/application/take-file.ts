import type { Actor } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { LARGE_FILE_BYTES } from '../domain/import-phase';
import { ImportFile, type SentFile } from './import-file';
import type { ImportReport } from './import-report';
import { RequestImport } from './request-import';

export interface Sending {
  /** Names the request: sent again it starts nothing new. */
  readonly requestId: string;
  /** What the sender wants; not told: a large file goes to the background. */
  readonly background?: boolean;
}

/** Takes or tries a file while its sender waits, or puts it down for the background program. */
@Injectable()
export class TakeFile {
  constructor(
    private readonly importFile: ImportFile,
    private readonly requests: RequestImport,
  ) {}

  /** Refuses with ROLE_NOT_ALLOWED or IMPORT_KIND_UNKNOWN. */
  async run(actor: Actor, file: SentFile, sending: Sending): Promise<ImportReport | { importId: string }> {
    const background = sending.background ?? file.bytes.length > LARGE_FILE_BYTES;
    return background ? this.requests.run(actor, file, sending.requestId) : this.importFile.run(actor, file);
  }
}
