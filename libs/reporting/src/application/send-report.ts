import { DeskTasks } from '@app/identity';
import { type Actor, DomainError, formatVietnamese, type LocalDate, newId } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { dueKey, returnedKey } from './report-duty';
import { restated } from '../domain/report-figures';
import { nextVersion, statesFor } from '../domain/report-state';
import { ReportRows, type ReportVersion } from '../persistence/report-rows';
import { reportUnitOf } from './report-unit';
import { reportDay, takeFigures, targetOf } from './report-taking';

export interface ReportCommand {
  /** Any day of the month. */
  readonly month: LocalDate;
  /** A commune officer of several communes names one. */
  readonly communeCode?: string;
  readonly remark: string;
  readonly requestId: string;
}

/** Freezes the numbers of a month and sends them: a commune to its consolidator, the consolidator to the leader. A correction is a new version. */
@Injectable()
export class SendReport {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws REPORT_TOO_EARLY, REPORT_UNCHANGED, REPORT_SENT_MEANWHILE. */
  async run(actor: Actor, command: ReportCommand): Promise<ReportVersion> {
    return this.runner.run(actor, (tx) => this.apply(tx, command), { requestId: command.requestId });
  }

  private async apply(tx: Tx, { month, communeCode, remark, requestId }: ReportCommand): Promise<ReportVersion> {
    const unit = reportUnitOf(tx.actor, communeCode);
    const before = await ReportRows.ofRequest(tx, requestId);
    if (before) return before;
    const { today, period, ruleIds } = await reportDay(tx, month);
    if (period.to >= today)
      throw new DomainError(
        'refused',
        'REPORT_TOO_EARLY',
        `Kỳ báo cáo đến hết ngày ${formatVietnamese(period.to)}. Hãy gửi từ ngày hôm sau.`,
      );
    const newest = await ReportRows.newest(tx, unit.province, period.month);
    const last = newest.find((one) => one.communeCode === unit.communeCode);
    const lines = await takeFigures(tx, unit, period, 'with-cases');
    const corrections = last ? restated(await ReportRows.lines(tx, [last.id]), lines).length : 0;
    const version = nextVersion(last, corrections, remark);
    const id = newId();
    const target = targetOf(lines, unit.communeCode);
    const report = { id, ...unit, version, period, ruleIds, target, remark: remark.trim(), requestId };
    if (!(await ReportRows.freeze(tx, report, lines)))
      throw new DomainError('refused', 'REPORT_SENT_MEANWHILE', 'Người khác vừa gửi báo cáo này. Hãy tải lại để xem bản mới nhất.');
    await DeskTasks.closeMany(tx, [dueKey({ ...unit, month: period.month }), ...(last ? [returnedKey(last.id)] : [])], 'sent');
    const taken = unit.communeCode ? 0 : await takeIn(tx, newest, id);
    await AuditTrail.record(tx, {
      action: 'reporting.send-report',
      subject: { kind: 'report', id },
      detail: { month: period.month, unit: unit.communeCode || unit.province, version, corrections, taken },
    });
    return (await ReportRows.find(tx, id))!;
  }
}

/** What the communes have sent becomes part of the province's report. */
function takeIn(tx: Tx, newest: readonly ReportVersion[], partOf: string): Promise<number> {
  const ids = newest.filter(({ communeCode }) => communeCode).map(({ id }) => id);
  return ReportRows.decide(tx, ids, { from: statesFor('consolidate'), to: 'consolidated', partOf });
}
