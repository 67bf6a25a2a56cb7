import type { Actor } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { ImportFile, type SentFile } from './import-file';
import type { ImportReport } from './import-report';

/** Tries a file out: verdicts, reasons and questions exactly as the import would give them, nothing kept. */
@Injectable()
export class CheckFile {
  constructor(private readonly importFile: ImportFile) {}

  async run(actor: Actor, file: Omit<SentFile, 'dryRun'>): Promise<ImportReport> {
    return this.importFile.run(actor, { ...file, dryRun: true });
  }
}
