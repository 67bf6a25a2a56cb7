import { addDays, dayOfWeek, type LocalDate, systemActor } from '@app/kernel';
import { changesOf, WeeklyRows } from '@app/notices';
import { TransactionRunner } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { lastWholePeriod, type MonthlyReportRule } from '../domain/report-period';
import { ReportRows } from '../persistence/report-rows';
import { WeeklyNewsRows } from '../persistence/weekly-news-rows';

export interface WeeklyRun {
  readonly monday: LocalDate;
  /** Leaders who were owed the mail by this run. */
  readonly owed: number;
}

/**
 * "Tin tuần": the changes of the week that is over, to each leader once. Asked every morning about the running week's Monday, so that a Monday without
 * power is made up for; a second run owes nothing. A province where nothing changed gets no mail.
 */
@Injectable()
export class TellWeeklyNews {
  constructor(private readonly runner: TransactionRunner) {}

  async run(): Promise<WeeklyRun> {
    return this.runner.run(systemActor('weekly-news'), async (tx) => {
      const today = await ReportRows.today(tx);
      const monday = addDays(today, 1 - dayOfWeek(today));
      const rule = (await PolicyBook.at(tx)).requireValue<MonthlyReportRule>('report.monthly');
      const counted = await WeeklyNewsRows.count(tx, monday, lastWholePeriod(today, rule).month);
      const news = [...Map.groupBy(counted, ({ province }) => province)]
        .map(([province, lines]) => ({ province, lines: changesOf(lines) }))
        .filter(({ lines }) => lines.length > 0);
      return { monday, owed: await WeeklyRows.owe(tx, monday, news) };
    });
  }
}
