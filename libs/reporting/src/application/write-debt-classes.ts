import { type Actor, formatVietnamese } from '@app/kernel';
import { CLASS_TITLES, ClassifyDebt } from '@app/loans';
import { Injectable } from '@nestjs/common';
import { grouped } from '../domain/report-tables';
import { writeSheets } from './sheet-writer';

/** The groups of debt of a 31 December as a workbook: the table and the loans behind it. */
@Injectable()
export class WriteDebtClasses {
  constructor(private readonly debts: ClassifyDebt) {}

  async workbook(actor: Actor, year: number, requestId: string): Promise<Buffer> {
    const { classes, loans } = await this.debts.get(actor, year, { all: true, requestId });
    return writeSheets([
      {
        name: 'Phân loại nợ',
        head: [`Nhóm nợ ngày 31/12/${year}`, 'Số khoản vay', 'Dư nợ (đồng)', 'Trong đó gốc quá hạn (đồng)'],
        rows: classes.map((one) => [one.title, grouped(one.loans), grouped(one.principal), grouped(one.overduePrincipal)]),
        widths: [26, 12, 18, 22],
      },
      {
        name: 'Khoản vay',
        head: ['Mã món vay', 'Người vay', 'Tổ tiết kiệm và vay vốn', 'Nhóm nợ', 'Đến hạn cuối', 'Dư nợ (đồng)', 'Gốc quá hạn (đồng)'],
        rows: loans.map((loan) => [
          loan.loanNo ?? '',
          loan.fullName ?? '',
          loan.creditGroup ?? '',
          CLASS_TITLES[loan.class],
          loan.endsOn ? formatVietnamese(loan.endsOn) : '',
          grouped(loan.principal),
          grouped(loan.overduePrincipal),
        ]),
        widths: [14, 26, 20, 14, 12, 16, 16],
      },
    ]);
  }
}
