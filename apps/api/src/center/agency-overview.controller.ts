import { type AgencyOverview, ListAgencies } from '@app/reporting';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { AgencyOverviewListResponse } from '../http/answers/operations';
import { type Caller, CallerOf } from '../http/caller';
import { PageQuery } from '../http/fields';

@ApiTags('agencies')
@Controller('api/v1/agencies')
export class AgencyOverviewController {
  constructor(private readonly agencies: ListAgencies) {}

  @Get()
  @Access({ roles: ['centre_staff', 'department_officer', 'leader'], scope: 'jurisdiction', fields: 'public' })
  @ApiOperation({ summary: 'Doanh nghiệp: giấy phép hôm nay, số hồ sơ và cảnh báo đang mở trong phạm vi' })
  @Answers(AgencyOverviewListResponse)
  list(@CallerOf() caller: Caller, @Query() query: PageQuery): Promise<{ agencies: AgencyOverview[]; next?: string }> {
    return this.agencies.run(caller.actor, query);
  }
}
