import { issuerOf, reportDocument } from '@app/documents';
import { type Actor, DomainError, formatVietnamese, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import type { ReportLine } from '../domain/report-figures';
import { annexTable, figureTable, type ReportText } from '../domain/report-tables';
import { LeadRows } from '../persistence/lead-rows';
import { ReportRows, type ReportVersion } from '../persistence/report-rows';
import { writeSheets } from './sheet-writer';

/** The province's report as it was sent, on paper: Word by Decree 30/2020/NĐ-CP, and its annex as a workbook. Numbers alone, no name. */
@Injectable()
export class WriteReport {
  constructor(private readonly runner: TransactionRunner) {}

  async word(actor: Actor, reportId: string, requestId: string): Promise<Buffer> {
    return this.written(actor, reportId, requestId, 'word', async (tx, { report, lines, text }) => {
      const month = `tháng ${report.month.slice(5, 7)} năm ${report.month.slice(0, 4)}`;
      const days = `từ ngày ${formatVietnamese(report.from)} đến ngày ${formatVietnamese(report.to)}`;
      return reportDocument({
        ...(await issuerOf(tx, report.organisationId)),
        subject: `Kết quả đưa người lao động đi làm việc ở nước ngoài ${month}`,
        opening: [
          `Kỳ số liệu: ${days}. Số liệu lấy lúc ${momentText(report.takenAt)}, bản ${report.version}; các dòng về tình trạng là tại thời điểm này.`,
        ],
        table: figureTable(lines, report.target, text),
        closing: [
          `Nhận xét, đề xuất: ${report.remark}`,
          'Kết quả hội chợ việc làm, việc làm sau khi về nước: chưa theo dõi trên hệ thống, đơn vị bổ sung nếu có.',
        ],
        addressees: ['Sở Nội vụ', 'Lãnh đạo đơn vị'],
        annex: { ...annexTable(lines, report.target, text), subject: `Số liệu theo xã, ${days}` },
      });
    });
  }

  async annex(actor: Actor, reportId: string, requestId: string): Promise<Buffer> {
    return this.written(actor, reportId, requestId, 'annex', async (_, { report, lines, text }) =>
      writeSheets([
        { name: 'Số liệu', ...figureTable(lines, report.target, text) },
        { name: 'Theo xã', ...annexTable(lines, report.target, text) },
      ]),
    );
  }

  private async written(
    actor: Actor,
    reportId: string,
    requestId: string,
    form: string,
    write: (tx: Tx, what: { report: ReportVersion; lines: ReportLine[]; text: ReportText }) => Promise<Buffer>,
  ): Promise<Buffer> {
    return this.runner.run(
      actor,
      async (tx) => {
        const report = await ReportRows.find(tx, reportId);
        if (!report) throw notFound('Không tìm thấy báo cáo này trong phạm vi của bạn.');
        if (report.communeCode) throw new DomainError('refused', 'REPORT_NOT_WRITTEN', 'Chỉ báo cáo của cả tỉnh được lập thành văn bản.');
        const markets = (await PolicyBook.at(tx)).markets();
        const communes = await LeadRows.communes(tx, report.province);
        const text = { communes, marketName: (code: string) => markets.ofCode(code)?.name ?? code };
        const file = await write(tx, { report, lines: await ReportRows.lines(tx, [reportId]), text });
        await AuditTrail.record(tx, { action: 'reporting.write-report', subject: { kind: 'report', id: reportId }, detail: { form } });
        return file;
      },
      { requestId },
    );
  }
}

/** "08:00 ngày 05/06/2026", in Vietnam. */
function momentText(at: Date): string {
  const [day, time] = at.toLocaleString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).split(' ') as [string, string];
  return `${time.slice(0, 5)} ngày ${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
