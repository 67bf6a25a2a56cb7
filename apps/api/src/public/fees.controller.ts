import { systemActor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { type CeiledSheet, PublishFees } from '@app/settlement';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FeeSheetQuery } from '../agency/settlement.dto';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { FeeSheetListResponse, type LoanShareAnswer } from '../http/answers/fees';

/** What going abroad costs, in the open. */
@ApiTags('public')
@Controller('api/v1/public/fees')
export class FeesController {
  constructor(
    private readonly fees: PublishFees,
    private readonly runner: TransactionRunner,
  ) {}

  @Get()
  @Access({ roles: 'anyone', scope: 'none', fields: 'public' })
  @ApiOperation({ summary: 'Bảng phí các doanh nghiệp đã công bố, rẻ nhất trước; phần có thể vay' })
  @Answers(FeeSheetListResponse)
  async list(@Query() { market }: FeeSheetQuery): Promise<{ sheets: CeiledSheet[]; loan: LoanShareAnswer | null }> {
    return { sheets: await this.fees.newest(market), loan: await this.loanShare() };
  }

  /** How much of the cost those who may borrow can borrow, by the rule of today. */
  private async loanShare(): Promise<LoanShareAnswer | null> {
    const book = await this.runner.run(systemActor('public-fees'), (tx) => PolicyBook.at(tx));
    const rule = book.rule<{ coverPercent: number }>('loan.regime');
    if (!rule) return null;
    return { coverPercent: rule.value.coverPercent, basis: rule.basis, certain: rule.certain };
  }
}
