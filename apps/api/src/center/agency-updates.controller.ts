import type { LocalDate } from '@app/kernel';
import { type AgencyUpdate, AgencyUpdates } from '@app/overstay';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { AgencyUpdateListResponse } from '../http/answers/recruiting';
import { type Caller, CallerOf } from '../http/caller';
import { Day } from '../http/fields';
import { UuidPath } from '../http/validation';

export class AgencyUpdateRequest {
  @Day({ example: '2026-11-18' }) updatedOn: LocalDate;
}

/** That the State's database of people abroad was brought up to date (Circular 20/2021/TT-BLĐTBXH, Art. 11). */
@ApiTags('agencies')
@Controller('api/v1')
export class AgencyUpdatesController {
  constructor(private readonly updates: AgencyUpdates) {}

  @Get('agencies/:organisationId/updates')
  @Access({ roles: ['centre_staff', 'department_officer', 'leader', 'agency_clerk'], scope: 'directory', fields: 'public' })
  @ApiOperation({ summary: 'Các lần doanh nghiệp đã cập nhật cơ sở dữ liệu của Bộ' })
  @Answers(AgencyUpdateListResponse)
  async list(@CallerOf() caller: Caller, @Param('organisationId', UuidPath) organisationId: string): Promise<{ updates: AgencyUpdate[] }> {
    return { updates: await this.updates.list(caller.actor, organisationId) };
  }

  @Post('agency/updates')
  @HttpCode(204)
  @Access({ roles: ['agency_clerk'], scope: 'organisation', fields: 'public' })
  @ApiOperation({ summary: 'Doanh nghiệp ghi ngày đã cập nhật cơ sở dữ liệu của Bộ' })
  async report(@CallerOf() { actor, requestId }: Caller, @Body() { updatedOn }: AgencyUpdateRequest): Promise<void> {
    await this.updates.report(actor, { organisationId: actor.organisationId!, updatedOn, requestId });
  }

  @Post('agencies/:organisationId/updates')
  @HttpCode(204)
  @Access({ roles: ['centre_staff', 'department_officer'], scope: 'directory', fields: 'public', peopleOnly: true })
  @ApiOperation({ summary: 'Trung tâm, Sở ghi giúp ngày doanh nghiệp đã cập nhật' })
  async reportFor(
    @CallerOf() { actor, requestId }: Caller,
    @Param('organisationId', UuidPath) organisationId: string,
    @Body() { updatedOn }: AgencyUpdateRequest,
  ): Promise<void> {
    await this.updates.report(actor, { organisationId, updatedOn, requestId });
  }
}
