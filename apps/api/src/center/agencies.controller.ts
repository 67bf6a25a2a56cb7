import { AgencyLicence, ChangeLicence, type LicencePeriod } from '@app/agencies';
import { OrganisationDirectory } from '@app/identity';
import type { LocalDate } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { LicenceResponse } from '../http/answers/administration';
import { type Caller, CallerOf } from '../http/caller';
import { Day, OneOf, Text } from '../http/fields';
import { UuidPath } from '../http/validation';

export class LicenceRequest {
  @Text(60, { example: '12/LĐTBXH-GP' }) number: string;
  @OneOf(['valid', 'suspended', 'withdrawn'], { example: 'valid' }) state: LicencePeriod['state'];
  @Day({ example: '2026-12-01' }) from: LocalDate;
  @Day({ optional: 'absent', example: '2031-11-30' }) lastDay?: LocalDate;
  @Text(300, { example: 'Quyết định số 5/QĐ-BNV' }) basis: string;
}

/** Licences of sending agencies by date (Law 69/2020/QH14, Art. 10-16). */
@ApiTags('agencies')
@Controller('api/v1/agencies/:organisationId/licence')
export class AgenciesController {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly changeLicence: ChangeLicence,
  ) {}

  @Get()
  @Access({
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'leader'],
    scope: 'directory',
    fields: 'public',
  })
  @ApiOperation({ summary: 'Giấy phép của doanh nghiệp theo thời gian' })
  @Answers(LicenceResponse)
  history(@CallerOf() caller: Caller, @Param('organisationId', UuidPath) organisationId: string): Promise<{ periods: LicencePeriod[] }> {
    return this.runner.run(caller.actor, async (tx) => {
      await OrganisationDirectory.getById(tx, organisationId);
      return { periods: await AgencyLicence.history(tx, organisationId) };
    });
  }

  @Post()
  @HttpCode(204)
  @Access({ roles: ['department_officer'], scope: 'directory', fields: 'public', peopleOnly: true })
  @ApiOperation({ summary: 'Ghi thay đổi giấy phép theo quyết định; quá khứ được giữ' })
  async change(
    @CallerOf() caller: Caller,
    @Param('organisationId', UuidPath) organisationId: string,
    @Body() body: LicenceRequest,
  ): Promise<void> {
    await this.runner.run(caller.actor, (tx) => OrganisationDirectory.getById(tx, organisationId));
    await this.changeLicence.run(caller.actor, { ...body, organisationId, requestId: caller.requestId });
  }
}
