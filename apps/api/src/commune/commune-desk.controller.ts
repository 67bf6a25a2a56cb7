import { CommuneDesk, type CommuneDay, type CommunePeoplePage, type CommuneReport } from '@app/reporting';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { CommuneDayResponse, CommunePeopleResponse, CommuneReportResponse } from '../http/answers/commune';
import { type Caller, CallerOf } from '../http/caller';
import { PageQuery } from '../http/fields';
import { CommunePeopleQuery, CommuneReportQuery } from './commune.dto';

/** The commune officer's phone: one answer a screen. */
@ApiTags('commune')
@Controller('api/v1/commune')
export class CommuneDeskController {
  constructor(private readonly desk: CommuneDesk) {}

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
  @ApiOperation({ summary: 'Số liệu tháng của xã' })
  @Answers(CommuneReportResponse)
  report(@CallerOf() caller: Caller, @Query() { month }: CommuneReportQuery): Promise<CommuneReport> {
    return this.desk.report(caller.actor, month);
  }
}
