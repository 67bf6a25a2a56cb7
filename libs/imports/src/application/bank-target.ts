import { DomainError } from '@app/kernel';
import { type TakenRow, TakeStatement } from '@app/loans';
import { inSlices, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Workbook } from '../domain/cell';
import { describeSheets } from '../domain/describe-sheets';
import { aside, issue, notice, warning } from '../domain/issue';
import { mappingOf } from '../domain/plan-file';
import { readBankStatement, type StatementReading } from '../domain/read-bank-statement';
import type { ImportTarget, RowResult, TargetContext, TargetOutcome } from './import-target';
import { watched } from './import-watch';

/** A statement of a bank office: movements of a month and the list of loans with their balances. What its lines mean for the ledger is decided by the loans. */
@Injectable()
export class BankTarget implements ImportTarget {
  readonly kind = 'bank';

  constructor(private readonly statements: TakeStatement) {}

  admit(tx: Tx): void {
    if (tx.actor.role !== 'bank_officer')
      throw new DomainError('forbidden', 'ROLE_NOT_ALLOWED', 'Chỉ phòng giao dịch NHCSXH gửi được sao kê. Hãy chuyển tệp cho ngân hàng.');
  }

  async run(tx: Tx, book: Workbook, context: TargetContext): Promise<TargetOutcome> {
    const { answers, today, remembered, wishes, watch, batchId, file } = context;
    const reading = await inSlices(watched(readBankStatement(book, { answers, today, remembered, wishes }), watch));
    const { plan, from, to } = reading;
    const sheets = describeSheets(book, 'bank', plan);
    const nothing = { questions: plan.questions, sheets, results: [], changes: [], mapping: {}, notices: plan.notices };
    if (plan.refusal) return { ...nothing, refusal: plan.refusal };
    if (!from || !to)
      return {
        ...nothing,
        refusal: {
          code: 'PERIOD_UNKNOWN',
          message: 'Không rõ sao kê của tháng nào. Hãy ghi “Từ ngày … đến ngày …” phía trên bảng rồi gửi lại.',
        },
      };
    watch.phase('writing', reading.movements.length + reading.loans.length);
    const taken = await this.statements.apply(tx, {
      batchId,
      sha256: file.sha256,
      fileName: file.name,
      from,
      to,
      printed: reading.printed,
      loans: reading.loans,
      lines: reading.movements,
    });
    return {
      ...nothing,
      notices: [
        ...plan.notices,
        ...(taken.controlDifferences.length > 0
          ? [
              notice(
                taken.controlDifferences[0]!.sheet,
                'CONTROL_DIFFERENCE',
                aside(
                  'ROWS',
                  taken.controlDifferences
                    .slice(0, 20)
                    .map(({ row }) => row)
                    .join(', '),
                ),
              ),
            ]
          : []),
      ],
      results: resultsOf(reading, taken.rows),
      mapping: Object.fromEntries(plan.sheets.map(({ header }) => [Object.keys(mappingOf(header)).join('|'), mappingOf(header)])),
    };
  }
}

/** Column a reason points at. */
const COLUMN: Readonly<Record<string, string>> = {
  DATE_IMPOSSIBLE: 'date',
  OUTSIDE_PERIOD: 'date',
  DUPLICATE_REFERENCE: 'reference',
  REFERENCE_CLASH: 'reference',
  REVERSAL_WITHOUT_ORIGINAL: 'content',
  LOAN_UNKNOWN: 'loanNo',
  LOAN_ALREADY_PAID: 'loanNo',
  ID_OLD_CMND: 'idNumber',
  DISBURSED_OVER_APPROVED: 'out',
};

function resultsOf(reading: StatementReading, rows: readonly TakenRow[]): RowResult[] {
  const letters = new Map([...reading.movements, ...reading.loans].map(({ sheet, row, letter }) => [`${sheet}!${row}`, letter]));
  const taken = rows.map((one): RowResult => {
    const column = one.code && (letters.get(`${one.sheet}!${one.row}`)?.(COLUMN[one.code] ?? 'in') ?? null);
    const found =
      one.code && one.verdict !== 'create' && one.verdict !== 'unchanged'
        ? issue(one.row, one.code, one.verdict, column, null, one.detail.firstRow ? aside('SEE_ROW', String(one.detail.firstRow)) : '')
        : undefined;
    return {
      sheet: one.sheet,
      row: one.row,
      verdict: one.verdict,
      code: one.code,
      column,
      message: found?.message ?? null,
      warnings: one.warnings.map((code) => warning(one.row, code, null)),
      caseId: one.caseId,
      carried: one.detail,
    };
  });
  const broken = reading.broken.map(({ sheet, row, issue: found }): RowResult => ({
    sheet,
    row,
    verdict: found.verdict,
    code: found.code,
    column: found.column,
    message: found.message,
    warnings: [],
  }));
  return [...taken, ...broken];
}
