import { ChasePapers, type DepartureLine, type ReminderVerdict } from '@app/casework';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { DepartureListResponse, RemindedResponse } from '../http/answers/departures';
import { type Caller, CallerOf } from '../http/caller';
import { ListOf, PageQuery, Whole } from '../http/fields';

export class DeparturesQuery extends PageQuery {
  @Whole(0, 365, { optional: true, example: 30, description: 'Số ngày tới (mặc định 30)' }) within?: number;
}

export class RemindRequest {
  @ListOf(() => String, 200, { example: [], each: [IsUUID('all', { each: true, message: 'phải là mã định danh hợp lệ' })] })
  caseIds: string[];
}

/** Who leaves soon, what papers are missing, and the reminder to bring them. */
@ApiTags('cases')
@Controller('api/v1/departures')
export class DeparturesController {
  constructor(private readonly papers: ChasePapers) {}

  @Get()
  @Access({ roles: ['centre_staff', 'department_officer', 'agency_clerk'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Người sắp xuất cảnh và giấy tờ còn thiếu, xét theo ngày dự kiến đi' })
  @Answers(DepartureListResponse)
  list(
    @CallerOf() caller: Caller,
    @Query() { within = 30, ...page }: DeparturesQuery,
  ): Promise<{ departures: DepartureLine[]; next?: string }> {
    return this.papers.list(caller.actor, { within, ...page });
  }

  @Post('reminders')
  @HttpCode(200)
  @Access({ roles: ['centre_staff', 'department_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Nhắc doanh nghiệp bổ sung giấy tờ, nhiều người một lần; mỗi hồ sơ nhiều nhất một lần trong ngày' })
  @Answers(RemindedResponse)
  async remind(@CallerOf() caller: Caller, @Body() { caseIds }: RemindRequest): Promise<{ results: ReminderVerdict[] }> {
    return { results: await this.papers.remind(caller.actor, caseIds, caller.requestId) };
  }
}
