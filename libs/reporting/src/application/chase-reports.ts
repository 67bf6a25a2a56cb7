import { DeskTasks } from '@app/identity';
import { systemActor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { dueTask } from './report-duty';
import { ReportRows } from '../persistence/report-rows';
import { reportDay } from './report-taking';

/**
 * From the first day after the window each unit that has not sent its report has it on its desk, due on the last day in time; it goes when the report is
 * sent. State alone decides: a second run opens nothing, a missed day is made up for by the next.
 */
@Injectable()
export class ChaseReports {
  constructor(private readonly runner: TransactionRunner) {}

  async run(): Promise<{ opened: number }> {
    return this.runner.run(systemActor('report-chase'), async (tx) => {
      const { period } = await reportDay(tx);
      const missing = await ReportRows.missing(tx, period.month);
      const tasks = missing.map((unit) => dueTask({ ...unit, month: period.month }, period.dueOn));
      return { opened: await DeskTasks.openMany(tx, tasks) };
    });
  }
}
