import { CheckEligibility, type Costs, type EligibilityPaper, LoanQueries, ReferBorrowers, type ReferredCase } from '@app/loans';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CostsQuery, ReferRequest } from '../bank/loan.dto';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { EligibilityResponse, LoanStandingResponse, ReferredResponse } from '../http/answers/loans';
import { type Caller, CallerOf } from '../http/caller';
import { UuidPath } from '../http/validation';

/** Before anybody travels to the bank: may this person borrow; then sending people there. */
@ApiTags('loans')
@Controller('api/v1')
export class LoanReferralsController {
  constructor(
    private readonly eligibility: CheckEligibility,
    private readonly refer: ReferBorrowers,
    private readonly loans: LoanQueries,
  ) {}

  @Get('cases/:caseId/loan-eligibility')
  @Access({
    roles: ['centre_staff', 'department_officer', 'bank_officer', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
  })
  @ApiOperation({ summary: 'Có được vay không, mức cao nhất, lãi suất, giấy tờ mang theo; in được (tạm tính)' })
  @Answers(EligibilityResponse)
  check(
    @CallerOf() caller: Caller,
    @Param('caseId', UuidPath) caseId: string,
    @Query() { costs, billed }: CostsQuery,
  ): Promise<EligibilityPaper> {
    return this.eligibility.run(caller.actor, caseId, { ...(costs && { total: costs }), billed: billedOf(billed) });
  }

  @Get('cases/:caseId/loan-standing')
  @Access({
    roles: ['centre_staff', 'department_officer', 'bank_officer', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
  })
  @ApiOperation({ summary: 'Khoản vay của hồ sơ đang ở đâu (không có số tiền); xã và doanh nghiệp chỉ thấy khi người lao động đồng ý' })
  @Answers(LoanStandingResponse)
  standing(@CallerOf() caller: Caller, @Param('caseId', UuidPath) caseId: string): ReturnType<LoanQueries['standing']> {
    return this.loans.standing(caller.actor, caseId);
  }

  @Post('loans/referrals')
  @HttpCode(200)
  @Access({ roles: ['centre_staff'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Giới thiệu nhiều người (nhiều nhất 200) đến NHCSXH; mỗi hồ sơ một kết quả' })
  @Answers(ReferredResponse)
  async send(@CallerOf() caller: Caller, @Body() body: ReferRequest): Promise<object> {
    const results = await this.refer.run(caller.actor, { ...body, requestId: caller.requestId });
    const count = (outcome: ReferredCase['outcome']) => results.filter((one) => one.outcome === outcome).length;
    return { results, done: count('done'), unchanged: count('unchanged'), refused: count('refused') };
  }
}

/** `FOOD:2400000x60` → 2.400.000 đ for sixty days. */
function billedOf(text = ''): NonNullable<Costs['billed']> {
  const items = text.split(',').filter(Boolean);
  return Object.fromEntries(
    items.map((one) => {
      const [item, amount, times] = one.split(/[:x]/) as [string, string, string?];
      return [item, { amount: Number(amount), times: Number(times ?? 1) }];
    }),
  );
}
