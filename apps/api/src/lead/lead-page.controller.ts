import { LeadPage, type LeadPageAnswer, SetTargets, type TargetsOfYear, type TargetsPut } from '@app/reporting';
import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { LeadOverviewResponse, TargetListResponse, TargetsPutResponse } from '../http/answers/lead';
import { type Caller, CallerOf } from '../http/caller';
import { CommuneCode, ListOf, Whole } from '../http/fields';

export class YearQuery {
  @Whole(2000, 2100, { optional: true, example: 2026 }) year?: number;
}

export class TargetRequest {
  @CommuneCode({ optional: true, description: 'Bỏ trống: chỉ tiêu cả tỉnh' }) communeCode?: string;
  @Whole(0, 1_000_000, { example: 200 }) exits: number;
}

export class TargetsRequest {
  @Whole(2000, 2100, { example: 2026 }) year: number;
  @ListOf(() => TargetRequest, 500, { example: [{ exits: 200 }] }) targets: TargetRequest[];
}

/** What leaders see: one page of numbers without a name, and the plan it is held against. */
@ApiTags('lead')
@Controller('api/v1/lead')
export class LeadPageController {
  constructor(
    private readonly page: LeadPage,
    private readonly targets: SetTargets,
  ) {}

  @Get('overview')
  @Access({ roles: ['leader', 'department_officer', 'centre_staff'], scope: 'jurisdiction', fields: 'public' })
  @ApiOperation({ summary: 'Tổng quan một trang: chỉ tiêu, thực hiện, cùng kỳ; không có tên người' })
  @Answers(LeadOverviewResponse)
  overview(@CallerOf() caller: Caller, @Query() { year }: YearQuery): Promise<LeadPageAnswer> {
    return this.page.run(caller.actor, year);
  }

  @Get('targets')
  @Access({ roles: ['leader', 'department_officer', 'centre_staff'], scope: 'jurisdiction', fields: 'public' })
  @ApiOperation({ summary: 'Chỉ tiêu năm theo xã' })
  @Answers(TargetListResponse)
  list(@CallerOf() caller: Caller, @Query() { year }: YearQuery): Promise<TargetsOfYear> {
    return this.targets.list(caller.actor, year);
  }

  @Put('targets')
  @Access({ roles: ['leader', 'department_officer', 'centre_staff'], scope: 'jurisdiction', fields: 'public' })
  @ApiOperation({ summary: 'Giao chỉ tiêu năm cho xã và cả tỉnh; xã không nêu giữ nguyên' })
  @Answers(TargetsPutResponse)
  put(@CallerOf() caller: Caller, @Body() { year, targets }: TargetsRequest): Promise<TargetsPut> {
    const named = targets.map(({ communeCode, exits }) => ({ communeCode: communeCode ?? null, exits }));
    return this.targets.put(caller.actor, year, named, caller.requestId);
  }
}
