import { DeskTasks } from '@app/identity';
import { systemActor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { monthlyDue } from '../domain/monthly-due';
import { MonthlyChangeRows } from '../persistence/monthly-change-rows';

/**
 * Before the 20th of each month an agency brings the State's database up to date where something changed with its people (Circular 20/2021/TT-BLĐTBXH, Art. 11).
 * From the day of the rule on each agency with changes has one task a month, due the day before. State alone decides: a second run opens nothing.
 */
@Injectable()
export class RemindMonthlyUpdate {
  constructor(private readonly runner: TransactionRunner) {}

  async run(): Promise<{ agencies: number }> {
    return this.runner.run(systemActor('monthly-update'), async (tx) => {
      const book = await PolicyBook.at(tx);
      const { monthlyBy } = book.requireValue<{ monthlyBy: number }>('casework.agencyUpdateDays');
      const from = book.requireValue<number>('casework.monthlyReminderFrom');
      const today = await MonthlyChangeRows.today(tx);
      const due = monthlyDue(today, from, monthlyBy);
      if (!due) return { agencies: 0 };
      const changed = await MonthlyChangeRows.changedSince(tx, due.since);
      const tasks = changed.map(({ agencyId, province, cases }) => ({
        desk: 'agency' as const,
        province,
        agencyId,
        kind: 'MONTHLY_UPDATE',
        dedupeKey: `monthly-update:${agencyId}:${province}:${due.by.slice(0, 7)}`,
        detail: { cases },
        dueOn: due.by,
      }));
      return { agencies: await DeskTasks.openMany(tx, tasks) };
    });
  }
}
