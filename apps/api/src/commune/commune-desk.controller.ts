import {
  CommuneDesk,
  type CommuneDay,
  type CommunePeoplePage,
  type CommuneReport,
  HandOverDesk,
  ReadCommuneReport,
  type ReportVersion,
  SendReport,
} from '@app/reporting';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { CommuneDayResponse, CommunePeopleResponse, DeskHandedOverResponse } from '../http/answers/commune';
import { CommuneReportResponse, ReportVersionResponse } from '../http/answers/reports';
import { type Caller, CallerOf } from '../http/caller';
import { PageQuery } from '../http/fields';
import { CommunePeopleQuery, CommuneReportQuery, CommuneReportRequest, DeskHandOverRequest } from './commune.dto';

/** The commune officer's phone: one answer a screen. */
@ApiTags('commune')
@Controller('api/v1/commune')
export class CommuneDeskController {
  constructor(
    private readonly desk: CommuneDesk,
    private readonly reports: ReadCommuneReport,
    private readonly sending: SendReport,
    private readonly over: HandOverDesk,
  ) {}

  @Get('day')
  @Access({ roles: ['commune_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Việc của xã hôm nay, khẩn trước, kèm thôn bản, lần thăm gần nhất và số liệu tháng' })
  @Answers(CommuneDayResponse)
  day(@CallerOf() caller: Caller, @Query() query: PageQuery): Promise<CommuneDay> {
    return this.desk.day(caller.actor, query);
  }

  @Get('people')
  @Access({ roles: ['commune_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Lao động của xã theo thôn, bản, kèm số điện thoại để gọi' })
  @Answers(CommunePeopleResponse)
  people(@CallerOf() caller: Caller, @Query() { abroad, ...filter }: CommunePeopleQuery): Promise<CommunePeoplePage> {
    return this.desk.people(caller.actor, { ...filter, abroad: abroad === 'true' });
  }

  @Get('report')
  @Access({ roles: ['commune_officer'], scope: 'jurisdiction', fields: 'public' })
  @ApiOperation({ summary: 'Báo cáo tháng của xã, đã điền sẵn; chưa gửi thì số liệu còn chạy' })
  @Answers(CommuneReportResponse)
  report(@CallerOf() caller: Caller, @Query() query: CommuneReportQuery): Promise<CommuneReport> {
    return this.reports.run(caller.actor, query);
  }

  @Post('report')
  @HttpCode(200)
  @Access({ roles: ['commune_officer'], scope: 'jurisdiction', fields: 'public' })
  @ApiOperation({ summary: 'Chốt và gửi báo cáo tháng của xã; số liệu sửa sau đó đi bằng bản mới' })
  @Answers(ReportVersionResponse)
  send(@CallerOf() caller: Caller, @Body() body: CommuneReportRequest): Promise<ReportVersion> {
    return this.sending.run(caller.actor, { ...body, requestId: caller.requestId });
  }

  @Post('hand-over')
  @HttpCode(200)
  @Access({ roles: ['commune_officer'], scope: 'organisation', fields: 'basic', peopleOnly: true })
  @ApiOperation({ summary: 'Bàn giao mọi việc đang mở và hồ sơ đang phụ trách cho đồng nghiệp cùng xã' })
  @Answers(DeskHandedOverResponse)
  handOver(@CallerOf() caller: Caller, @Body() { accountId, reason }: DeskHandOverRequest): Promise<{ tasks: number; cases: number }> {
    return this.over.run(caller.actor, { to: accountId, reason, requestId: caller.requestId });
  }
}
