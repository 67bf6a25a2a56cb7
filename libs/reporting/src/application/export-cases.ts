import { type CaseFilter, type CaseLine, CaseQueries } from '@app/casework';
import { ReadLog } from '@app/identity';
import type { Actor } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { type NamedEntry, PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { CASE_COLUMN_NAMES, type CaseColumnName } from './case-columns';
import { writeCaseFile } from './case-file-writer';

/** More rows than this are cut off: a province's people abroad fit several times. */
const MOST_ROWS = 60_000;
const PATIENCE_MS = 120_000;

/** The list as a workbook: the rows of the filter, in its order, with the columns asked for. Every person in it is written to the read log. */
@Injectable()
export class ExportCases {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly runner: TransactionRunner,
    private readonly cases: CaseQueries,
  ) {}

  /** One file at a time and process: writing one keeps a connection and a core busy that everybody else needs. */
  async run(actor: Actor, filter: CaseFilter, columns: readonly CaseColumnName[] = CASE_COLUMN_NAMES, requestId = ''): Promise<Buffer> {
    const mine = this.turn.then(() => this.write(actor, filter, columns, requestId));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async write(actor: Actor, filter: CaseFilter, columns: readonly CaseColumnName[], requestId: string): Promise<Buffer> {
    return this.runner.run(
      actor,
      async (tx) => {
        const markets = (await PolicyBook.at(tx)).value<NamedEntry[]>('catalogue.markets') ?? [];
        const names = new Map(markets.map(({ code, name }) => [code, name]));
        const logged = { rows: 0 };
        const file = await writeCaseFile(this.logged(tx, filter, columns, logged), columns, (code) => names.get(code) ?? code);
        await AuditTrail.record(tx, {
          action: 'reporting.export-cases',
          subject: { kind: 'case-list' },
          detail: { columns, rows: logged.rows },
        });
        return file;
      },
      { requestId, timeoutMs: PATIENCE_MS },
    );
  }

  private async *logged(
    tx: Tx,
    filter: CaseFilter,
    columns: readonly CaseColumnName[],
    count: { rows: number },
  ): AsyncGenerator<readonly CaseLine[]> {
    for await (const lines of this.cases.pages(tx, filter, MOST_ROWS)) {
      await ReadLog.recordMany(
        tx,
        lines.map(({ workerId }) => workerId),
        { fields: columns.join(','), purpose: 'export' },
      );
      count.rows += lines.length;
      yield lines;
    }
  }
}
