import { LoanChecks } from '@app/loans';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { LoanCheckListResponse } from '../http/answers/loans';
import { type Caller, CallerOf } from '../http/caller';
import { PageQuery } from '../http/fields';

/** Whose use of the money has to be looked at; what was found is a deed of the loan (`CHECK`). */
@ApiTags('loans')
@Controller('api/v1/loans/checks')
export class LoanChecksController {
  constructor(private readonly checks: LoanChecks) {}

  @Get()
  @Access({ roles: ['bank_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Khoản vay theo thứ tự cần kiểm tra sử dụng vốn: chưa kiểm tra trước, lần kiểm tra gần nhất và hạn lần tới' })
  @Answers(LoanCheckListResponse)
  list(@CallerOf() caller: Caller, @Query() query: PageQuery): ReturnType<LoanChecks['list']> {
    return this.checks.list(caller.actor, query);
  }
}
