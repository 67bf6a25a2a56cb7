import { LoanQueries, type OverdueOverview, type RiskLine } from '@app/loans';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { RiskQuery } from '../bank/loan.dto';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { OverdueOverviewResponse, RiskListResponse } from '../http/answers/loans';
import { type Caller, CallerOf } from '../http/caller';

/** Money that is late and money that is not out yet, joined with the case. */
@ApiTags('lead')
@Controller('api/v1/loan-overview')
export class LoanOverviewController {
  constructor(private readonly loans: LoanQueries) {}

  @Get('overdue')
  @Access({ roles: ['leader', 'department_officer', 'centre_staff', 'bank_officer'], scope: 'jurisdiction', fields: 'public' })
  @ApiOperation({ summary: 'Nợ quá hạn theo nguyên nhân trong hồ sơ, cả tỉnh; không có tên người' })
  @Answers(OverdueOverviewResponse)
  overdue(@CallerOf() caller: Caller): Promise<OverdueOverview> {
    return this.loans.overdue(caller.actor);
  }

  @Get('at-risk')
  @Access({ roles: ['centre_staff', 'bank_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Sắp đi mà vốn vay chưa giải ngân' })
  @Answers(RiskListResponse)
  async atRisk(@CallerOf() caller: Caller, @Query() { days }: RiskQuery): Promise<{ risks: RiskLine[] }> {
    return { risks: await this.loans.atRisk(caller.actor, days ?? 30) };
  }
}
