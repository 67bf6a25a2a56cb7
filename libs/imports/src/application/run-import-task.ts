import { ActorOfLogin } from '@app/identity';
import { DomainError, systemActor } from '@app/kernel';
import { Seal, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type ImportPhase, MOST_ATTEMPTS } from '../domain/import-phase';
import { ImportTaskRows, type TakenTask } from '../persistence/import-task-rows';
import { WorkbookReader } from '../reading/workbook-reader';
import { ImportFile } from './import-file';
import { type ImportReport, refusedReport, shortReport } from './import-report';
import { ImportTargets } from './import-target';
import type { SentWords } from './request-import';
import type { ImportWatch } from './import-watch';

/** How often its sender sees how far a file is. */
const SIGN_MS = 500;

class Cancelled extends Error {}

/** `ended`: nothing is left to do. `busy`: a living program is at it. */
export type TaskOutcome = 'ended' | 'busy';

/**
 * Takes a file in that waits, with the rights of the account that sent it. The import and its end are one commit, so a process killed at any
 * moment leaves nothing and the next one starts from the beginning; how far it is goes out by other transactions meanwhile.
 */
@Injectable()
export class RunImportTask {
  private readonly importFile: ImportFile;

  constructor(
    private readonly runner: TransactionRunner,
    private readonly seal: Seal,
    private readonly actors: ActorOfLogin,
    reader: WorkbookReader,
    targets: ImportTargets,
  ) {
    this.importFile = new ImportFile(runner.as('benve_api'), seal, reader, targets);
  }

  async run(importId: string): Promise<TaskOutcome> {
    const task = await this.own((tx) => ImportTaskRows.take(tx, importId));
    if (!task) return (await this.own((tx) => ImportTaskRows.hasEnded(tx, importId))) ? 'ended' : 'busy';
    const watch = new TaskWatch(this.runner, task.id);
    try {
      const report = await this.take(task, watch);
      await watch.end();
      // A file that was only tried, or refused, has nothing to commit: its end is told by itself.
      await this.own((tx) => ImportTaskRows.finish(tx, task.id, 'done', shortReport(report)));
    } catch (error) {
      await watch.end();
      if (error instanceof DomainError) await this.fail(task, error.code, error.message);
      else if (!(error instanceof Cancelled)) {
        if (task.attempts < MOST_ATTEMPTS) {
          await this.own((tx) => ImportTaskRows.letGo(tx, task.id));
          throw error;
        }
        await this.fail(task, 'IMPORT_FAILED', 'Chưa nhập được tệp do lỗi của hệ thống; chưa có gì được lưu. Hãy gửi lại sau.');
      }
    }
    // Whatever is not ended by now was wished away.
    await this.own((tx) => ImportTaskRows.endCancelled(tx, task.id));
    return 'ended';
  }

  private async take(task: TakenTask, watch: TaskWatch): Promise<ImportReport> {
    const actor = await this.actors.get(task.login);
    const { kind, fileName, dryRun, id } = task;
    const words = JSON.parse(this.seal.open(task.wordsCipher, id)) as SentWords;
    const bytes = this.seal.openBytes(task.fileCipher, id);
    return this.importFile.run(actor, { kind, fileName, dryRun, bytes, batchId: id, ...words }, watch);
  }

  private async fail({ id }: TakenTask, code: string, message: string): Promise<void> {
    await this.own((tx) => ImportTaskRows.finish(tx, id, 'failed', refusedReport(code, message)));
  }

  private own<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.runner.run(systemActor('import'), work);
  }
}

/** Writes how far the import is while it runs, by transactions of its own, and carries the wish to stop into it. */
class TaskWatch implements ImportWatch {
  private now = { phase: 'reading' as ImportPhase, done: 0, total: 0 };
  private cancelled = false;
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly runner: TransactionRunner,
    private readonly importId: string,
  ) {}

  phase(phase: ImportPhase, total: number): void {
    this.now = { phase, done: 0, total };
    this.timer ??= setInterval(() => {
      this.writing = this.tell();
    }, SIGN_MS);
    this.stopWhenWished();
  }

  step(done: number): void {
    this.now = { ...this.now, done };
    this.stopWhenWished();
  }

  async finish(tx: Tx, report: ImportReport): Promise<void> {
    await this.end();
    if (!(await ImportTaskRows.finish(tx, this.importId, 'done', shortReport(report)))) throw new Cancelled();
  }

  /** No sign of life is on its way any more. */
  async end(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.writing;
  }

  private stopWhenWished(): void {
    if (this.cancelled) throw new Cancelled();
  }

  /** A sign that cannot be given is left out: the import itself says whether the database is there. */
  private async tell(): Promise<void> {
    try {
      const { cancelled } = await this.runner.run(systemActor('import'), (tx) => ImportTaskRows.see(tx, this.importId, this.now));
      this.cancelled ||= cancelled;
    } catch {
      // Given again in half a second.
    }
  }
}
