import { ReadLog } from '@app/identity';
import { type Actor, formatVietnamese, type LocalDate } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { type ClaimLine, ClaimRows } from '@app/support';
import { Injectable } from '@nestjs/common';
import { grouped } from '../domain/report-tables';
import { writeSheets } from './sheet-writer';

const HEAD = [
  'STT',
  'Họ và tên',
  'Số tiền (đồng)',
  'Khoản hỗ trợ',
  'Số lượng',
  'Chứng từ',
  'Ngày chứng từ',
  'Xã',
  'Mã hồ sơ',
  'Nguồn kinh phí',
  'Ngày chi',
  'Chứng từ chi',
];
/** Numbers of vouchers keep their zeros. */
const TEXTS = [5, 11];
const WIDTHS = [4, 20, 14, 22, 8, 16, 12, 18, 12, 34, 12, 16];

/** Claims approved in a month as the treasury reads them, source by source with its sum. Every person in it is written to the read log. */
@Injectable()
export class ExportSupport {
  constructor(private readonly runner: TransactionRunner) {}

  /** @param month yyyy-mm. */
  async run(actor: Actor, month: string, requestId: string): Promise<Buffer> {
    return this.runner.run(
      actor,
      async (tx) => {
        const claims = await ClaimRows.approvedIn(tx, `${month}-01` as LocalDate);
        await ReadLog.recordMany(tx, [...new Set(claims.map(({ workerId }) => workerId))], { fields: 'support', purpose: 'export' });
        await AuditTrail.record(tx, {
          action: 'reporting.export-support',
          subject: { kind: 'month', id: month },
          detail: { rows: claims.length },
        });
        return writeSheets([{ name: `Hỗ trợ ${month}`, head: HEAD, widths: WIDTHS, rows: rowsOf(claims), texts: TEXTS }]);
      },
      { requestId },
    );
  }
}

/** Line by line, with a sum where a source ends and one of all. */
function rowsOf(claims: readonly ClaimLine[]): string[][] {
  const rows = claims.map((claim, i) => ({ source: claim.fundTitle ?? '', amount: claim.amount, cells: lineOf(claim, i + 1) }));
  const sources = [...new Set(rows.map(({ source }) => source))];
  return [
    ...sources.flatMap((source) => {
      const own = rows.filter((row) => row.source === source);
      return [...own.map(({ cells }) => cells), sumOf(`Cộng: ${source}`, own)];
    }),
    sumOf('Tổng cộng', rows),
  ];
}

function lineOf(claim: ClaimLine, number: number): string[] {
  const paid = claim.state === 'PAID';
  return [
    String(number),
    claim.fullName,
    grouped(claim.amount),
    claim.title,
    String(claim.units),
    claim.receiptNo,
    formatVietnamese(claim.spentOn),
    claim.communeName ?? '',
    claim.caseCode,
    claim.fundTitle ?? '',
    paid && claim.decidedOn ? formatVietnamese(claim.decidedOn) : '',
    paid ? (claim.note ?? '') : '',
  ];
}

const sumOf = (title: string, rows: readonly { amount: number }[]): string[] => [
  '',
  title,
  grouped(rows.reduce((sum, { amount }) => sum + amount, 0)),
  ...HEAD.slice(3).map(() => ''),
];
