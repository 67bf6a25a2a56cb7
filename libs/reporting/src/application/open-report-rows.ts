import { type Actor, type LocalDate, notFound } from '@app/kernel';
import { TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { ReportLine } from '../domain/report-figures';
import { type BehindLine, ReportRows } from '../persistence/report-rows';
import { reportDay, takeFigures } from './report-taking';
import { readUnitOf } from './report-unit';

export interface RowsAsked {
  readonly month: LocalDate;
  readonly indicator: string;
  /** Only this commune's. */
  readonly communeCode?: string;
  /** Of a version that was sent; absent: as counted now. */
  readonly reportId?: string;
}

export interface RowsBehind {
  /** Cases the number counts. */
  readonly cases: number;
  /** At most {@link MOST_SHOWN}, by name. */
  readonly people: readonly BehindLine[];
}

const MOST_SHOWN = 300;

/** The people behind one number of a report. */
@Injectable()
export class OpenReportRows {
  constructor(private readonly runner: TransactionRunner) {}

  async run(actor: Actor, asked: RowsAsked): Promise<RowsBehind> {
    return this.runner.run(actor, async (tx) => {
      const lines = asked.reportId ? await frozenLines(tx, asked.reportId) : await liveLines(tx, asked.month);
      const ids = lines
        .filter(({ indicator, communeCode }) => indicator === asked.indicator && (!asked.communeCode || communeCode === asked.communeCode))
        .flatMap(({ caseIds }) => caseIds);
      return { cases: ids.length, people: await ReportRows.behind(tx, ids, MOST_SHOWN) };
    });
  }
}

async function frozenLines(tx: Tx, reportId: string): Promise<readonly ReportLine[]> {
  if (!(await ReportRows.find(tx, reportId))) throw notFound('Không tìm thấy báo cáo này trong phạm vi của bạn.');
  return ReportRows.linesWithCases(tx, reportId);
}

async function liveLines(tx: Tx, month: LocalDate): Promise<readonly ReportLine[]> {
  return takeFigures(tx, readUnitOf(tx.actor), (await reportDay(tx, month)).period, 'with-cases');
}
