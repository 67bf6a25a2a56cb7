import { CloseMonth, type MonthCheck, type MonthLine } from '@app/loans';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { MonthCheckResponse, MonthListResponse } from '../http/answers/loans';
import { type Caller, CallerOf } from '../http/caller';
import { MonthQuery, MonthRequest } from './loan.dto';

@ApiTags('bank')
@Controller('api/v1/bank/months')
export class MonthsController {
  constructor(private readonly months: CloseMonth) {}

  @Get()
  @Access({ roles: ['bank_officer'], scope: 'organisation', fields: 'public' })
  @ApiOperation({ summary: 'Các tháng đã có sao kê: đang mở hay đã khóa, còn gì phải xử lý, ai khóa, ai mở lại' })
  @Answers(MonthListResponse)
  async list(@CallerOf() caller: Caller): Promise<{ months: MonthLine[] }> {
    return { months: await this.months.list(caller.actor) };
  }

  @Get('check')
  @Access({ roles: ['bank_officer'], scope: 'organisation', fields: 'public' })
  @ApiOperation({ summary: 'Những gì còn chặn việc khóa sổ một tháng' })
  @Answers(MonthCheckResponse)
  check(@CallerOf() caller: Caller, @Query() { month }: MonthQuery): Promise<MonthCheck> {
    return this.months.check(caller.actor, month);
  }

  @Post()
  @HttpCode(200)
  @Access({ roles: ['bank_officer'], scope: 'organisation', fields: 'public', peopleOnly: true })
  @ApiOperation({ summary: 'Khóa sổ hoặc mở lại một tháng (mở lại phải có lý do)' })
  @Answers(MonthListResponse)
  async act(@CallerOf() caller: Caller, @Body() body: MonthRequest): Promise<{ months: MonthLine[] }> {
    return { months: await this.months.run(caller.actor, { ...body, requestId: caller.requestId }) };
  }
}
