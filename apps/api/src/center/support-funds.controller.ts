import { type FundsOfYear, KeepFunds } from '@app/support';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { SupportFundsResponse } from '../http/answers/supports';
import { type Caller, CallerOf } from '../http/caller';
import { SupportFundQuery, SupportFundRequest } from './support.dto';

/** Where support is paid from, with what is left of it; sums alone, no name. */
@ApiTags('support')
@Controller('api/v1/support-funds')
export class SupportFundsController {
  constructor(private readonly funds: KeepFunds) {}

  @Get()
  @Access({ roles: ['centre_staff', 'department_officer', 'leader'], scope: 'jurisdiction', fields: 'public' })
  @ApiOperation({ summary: 'Nguồn kinh phí hỗ trợ của năm: được giao, đã duyệt, đã chi, còn lại' })
  @Answers(SupportFundsResponse)
  list(@CallerOf() caller: Caller, @Query() { year }: SupportFundQuery): Promise<FundsOfYear> {
    return this.funds.ofYear(caller.actor, year);
  }

  @Post()
  @HttpCode(200)
  @Access({ roles: ['centre_staff', 'department_officer'], scope: 'jurisdiction', fields: 'public', peopleOnly: true })
  @ApiOperation({ summary: 'Giao nguồn, giao thêm hoặc giảm phần chưa hứa chi, theo quyết định' })
  @Answers(SupportFundsResponse)
  allot(@CallerOf() caller: Caller, @Body() body: SupportFundRequest): Promise<FundsOfYear> {
    return this.funds.allot(caller.actor, { ...body, requestId: caller.requestId });
  }
}
