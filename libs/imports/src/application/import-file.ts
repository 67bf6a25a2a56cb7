import { createHash } from 'node:crypto';
import { type Actor, DomainError, type LocalDate, newId } from '@app/kernel';
import { AuditTrail, Seal, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Workbook } from '../domain/cell';
import type { Answers } from '../domain/issue';
import { type ReadingWishes, unknownFields, withTypedCells } from '../domain/reading-wishes';
import { BatchRows, type KeptWishes } from '../persistence/batch-rows';
import { FileRefused } from '../reading/reading-limits';
import { WorkbookReader } from '../reading/workbook-reader';
import { type ImportReport, refusedReport, reportOf } from './import-report';
import { type ImportTarget, ImportTargets, type TargetOutcome } from './import-target';
import { type ImportWatch, UNWATCHED } from './import-watch';

export interface SentFile {
  readonly kind: string;
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly answers?: Answers;
  /** What a person says of the file over what the program would make of it. */
  readonly wishes?: ReadingWishes;
  /** Words for whoever reads the receipt. */
  readonly note?: string;
  /** Only tried: everything is computed and nothing is kept. */
  readonly dryRun?: boolean;
  /** Of the batch, where it is known before. */
  readonly batchId?: string;
}

/** Ends a try-out: the transaction is rolled back with its result in hand. */
class TriedOut extends Error {
  constructor(readonly report: ImportReport) {
    super('tried out');
  }
}

/**
 * Takes in a file of another office. The child process reads it, then one transaction does everything: a process killed at any moment leaves
 * nothing, the same file again changes nothing, and a try-out is the same work rolled back.
 */
@Injectable()
export class ImportFile {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly seal: Seal,
    private readonly reader: WorkbookReader,
    private readonly targets: ImportTargets,
  ) {}

  /** Refuses with ROLE_NOT_ALLOWED or IMPORT_KIND_UNKNOWN; a file that cannot be taken is a report with verdict `refuse`. */
  async run(actor: Actor, file: SentFile, watch: ImportWatch = UNWATCHED): Promise<ImportReport> {
    const target = this.targets.get(file.kind);
    await this.runner.run(actor, async (tx) => target.admit(tx));
    const unknown = unknownFields(target.kind, file.wishes ?? {});
    if (unknown.length > 0)
      throw new DomainError(
        'malformed',
        'MAPPING_WRONG',
        `Tệp loại này không có mục: ${[...new Set(unknown)].join(', ')}. Hãy chọn mục trong danh sách.`,
      );
    watch.phase('reading', 0);
    let book: Workbook;
    try {
      book = withTypedCells(await this.reader.read(file.bytes), file.wishes?.cells);
    } catch (error) {
      if (error instanceof FileRefused) return refusedReport(error.code, error.message);
      throw error;
    }
    try {
      return await this.runner.run(actor, (tx) => this.apply(tx, target, book, file, watch), { timeoutMs: 0 });
    } catch (error) {
      if (error instanceof TriedOut) return error.report;
      throw error;
    }
  }

  private async apply(tx: Tx, target: ImportTarget, book: Workbook, file: SentFile, watch: ImportWatch): Promise<ImportReport> {
    const batchId = file.batchId ?? newId();
    const answers = file.answers ?? {};
    watch.phase(
      'checking',
      book.sheets.reduce((rows, sheet) => rows + sheet.rows.length, 0),
    );
    await BatchRows.queue(tx, file.kind);
    const remembered = await BatchRows.mappings(tx, file.kind);
    const sha256 = createHash('sha256').update(file.bytes).digest();
    const outcome = await target.run(tx, book, {
      batchId,
      file: { name: nameOf(file), sha256 },
      answers,
      today: (await BatchRows.today(tx)) as LocalDate,
      remembered,
      ...(file.wishes && { wishes: file.wishes }),
      watch,
    });
    if (outcome.refusal || file.dryRun)
      throw new TriedOut(
        outcome.refusal
          ? {
              ...refusedReport(outcome.refusal.code, outcome.refusal.message),
              questions: outcome.questions,
              notices: outcome.notices,
              sheets: outcome.sheets,
            }
          : reportOf(null, outcome),
      );
    const report = reportOf(batchId, outcome);
    await this.store(tx, batchId, { ...file, sha256 }, answers, outcome, report);
    await watch.finish(tx, report);
    return report;
  }

  private async store(
    tx: Tx,
    id: string,
    file: SentFile & { sha256: Buffer },
    answers: Answers,

    outcome: TargetOutcome,
    report: ImportReport,
  ): Promise<void> {
    const { batch: _batch, results: _results, sheets: _sheets, questions, notices, verdict, ...counts } = report;
    const { scope } = tx.actor;
    await BatchRows.insert(tx, {
      id,
      kind: file.kind,
      provinceCode: scope.kind === 'province' ? scope.province : '',
      fileName: nameOf(file),
      sha256: file.sha256,
      fileCipher: this.seal.close(file.bytes, id),
      answers,
      wishes: keptWishes(file.wishes, outcome.sheets),
      note: file.note?.trim() || null,
      state: 'imported',
      verdict,
      counts,
      questions,
      notices,
    });
    await BatchRows.insertRows(tx, id, outcome.results);
    await BatchRows.insertChanges(tx, id, outcome.changes);
    await BatchRows.remember(tx, file.kind, outcome.mapping);
    await AuditTrail.record(tx, {
      action: 'imports.import',
      subject: { kind: 'import_batch', id },
      detail: {
        kind: file.kind,
        created: report.created,
        updated: report.updated,
        refused: report.refused,
        ask: report.ask,
      },
    });
  }
}

function nameOf({ fileName }: SentFile): string {
  return fileName.replace(/[\0-\x1f\u202a-\u202e]/g, '').slice(0, 200);
}

/** What is kept beside the sealed file: how it was read and where somebody typed, never what they typed. */
function keptWishes({ cells, headerRow, ...reading }: ReadingWishes = {}, sheets: TargetOutcome['sheets']): KeptWishes {
  const found = sheets
    .filter(({ state, header }) => state === 'read' && header)
    .map(({ name, header }) => [name, [header!.top, header!.bottom]] as const);
  return {
    ...reading,
    headerRow: { ...headerRow, ...Object.fromEntries(found) },
    ...(cells?.length && { typed: cells.map(({ sheet, row, column }) => ({ sheet, row, column })) }),
  };
}
