import { DeskTasks } from '@app/identity';
import { type Actor, DomainError, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { returnedTask } from './report-duty';
import { type ReportDeed, stateAfter, statesFor } from '../domain/report-state';
import { ReportRows, type ReportVersion } from '../persistence/report-rows';
import { reportDay } from './report-taking';

export interface ReportDecision {
  readonly deed: Exclude<ReportDeed, 'consolidate'>;
  /** Why it goes back; needed there. */
  readonly note?: string;
  readonly requestId: string;
}

/** Takes a report in, approves the province's, or sends one back with a remark. */
@Injectable()
export class DecideReport {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws NOT_FOUND, REPORT_NOT_YOURS, REPORT_TAKEN_IN, REPORT_DECIDED. */
  async run(actor: Actor, reportId: string, decision: ReportDecision): Promise<ReportVersion> {
    return this.runner.run(actor, (tx) => this.apply(tx, reportId, decision), { requestId: decision.requestId });
  }

  private async apply(tx: Tx, reportId: string, { deed, note }: ReportDecision): Promise<ReportVersion> {
    const report = await ReportRows.find(tx, reportId);
    if (!report) throw notFound('Không tìm thấy báo cáo này trong phạm vi của bạn.');
    const { roles } = await reportDay(tx, report.month);
    if (!(report.communeCode ? roles.accept : roles.approve).includes(tx.actor.role))
      throw new DomainError('forbidden', 'REPORT_NOT_YOURS', 'Báo cáo này do đơn vị khác nhận và duyệt.');
    const to = stateAfter(report.state, deed);
    const versions = await ReportRows.newest(tx, report.province, report.month);
    if (report.state === 'consolidated' && versions.find(({ communeCode }) => !communeCode)?.state !== 'returned')
      throw new DomainError(
        'refused',
        'REPORT_TAKEN_IN',
        'Báo cáo này đã vào báo cáo của tỉnh. Chỉ trả lại được khi báo cáo của tỉnh bị trả lại.',
      );
    const newest = versions.find((one) => one.communeCode === report.communeCode);
    if (newest?.id !== reportId || (await ReportRows.decide(tx, [reportId], { from: statesFor(deed), to, note })) === 0)
      throw new DomainError('refused', 'REPORT_DECIDED', 'Đã có bản mới hơn hoặc người khác vừa xử lý. Hãy tải lại.');
    if (deed === 'return') await DeskTasks.open(tx, returnedTask(report));
    await AuditTrail.record(tx, {
      action: `reporting.${deed}-report`,
      subject: { kind: 'report', id: reportId },
      detail: { month: report.month, unit: report.communeCode || report.province, version: report.version },
    });
    return (await ReportRows.find(tx, reportId))!;
  }
}
