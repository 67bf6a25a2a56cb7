import { LinkLoan } from '@app/loans';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { CandidateListResponse, LoanLinkedResponse } from '../http/answers/loan-links';
import { type Caller, CallerOf } from '../http/caller';
import { Id } from '../http/fields';
import { UuidPath } from '../http/validation';

export class LinkLoanRequest {
  @Id({ description: 'Hồ sơ của người vay' }) caseId: string;
}

/** Loans of the bank's book that name nobody by a number of today. */
@ApiTags('loans')
@Controller('api/v1/loans/:loanId')
export class LoanLinksController {
  constructor(private readonly links: LinkLoan) {}

  @Get('candidates')
  @Access({ roles: ['centre_staff', 'bank_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Hồ sơ của người cùng tên với người vay, khi ngân hàng còn ghi số giấy tờ cũ' })
  @Answers(CandidateListResponse)
  async candidates(@CallerOf() caller: Caller, @Param('loanId', UuidPath) loanId: string): Promise<object> {
    return { candidates: await this.links.candidates(caller.actor, loanId) };
  }

  @Post('link')
  @HttpCode(200)
  @Access({ roles: ['centre_staff', 'bank_officer'], scope: 'jurisdiction', fields: 'basic', peopleOnly: true })
  @ApiOperation({ summary: 'Gắn khoản vay với hồ sơ của người vay' })
  @Answers(LoanLinkedResponse)
  link(
    @CallerOf() caller: Caller,
    @Param('loanId', UuidPath) loanId: string,
    @Body() { caseId }: LinkLoanRequest,
  ): ReturnType<LinkLoan['run']> {
    return this.links.run(caller.actor, loanId, caseId, caller.requestId);
  }
}
