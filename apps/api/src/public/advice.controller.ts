import { type PublicLicence, PublicLicences } from '@app/agencies';
import { OrganisationDirectory, type PublicOffice } from '@app/identity';
import { type LocalDate, systemActor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { PublicLicenceListResponse, PublicOfficeListResponse, WarningListResponse } from '../http/answers/visitors';
import { ProvinceCode, Text } from '../http/fields';

export class PublicAgenciesQuery {
  @Text(120, { example: 'Công ty', description: 'Tên, tên tắt hoặc số giấy phép' }) text: string;
}

export class PublicOfficeQuery {
  @ProvinceCode({ optional: true, example: '12' }) province?: string;
}

interface Warning {
  readonly code: string;
  readonly title: string;
  readonly text: string;
}

/** What anybody may ask: is this firm licensed, what to beware of, whom to call. */
@ApiTags('public')
@Controller('api/v1/public')
export class AdviceController {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly licences: PublicLicences,
  ) {}

  @Get('agencies')
  @Access({ roles: 'anyone', scope: 'none', fields: 'public' })
  @ApiOperation({ summary: 'Doanh nghiệp có giấy phép không: có, không, chưa rõ' })
  @Answers(PublicLicenceListResponse)
  async agencies(@Query() { text }: PublicAgenciesQuery): Promise<{ agencies: PublicLicence[] }> {
    return { agencies: await this.licences.find(text) };
  }

  @Get('warnings')
  @Access({ roles: 'anyone', scope: 'none', fields: 'public' })
  @ApiOperation({ summary: 'Điều cần cảnh giác, có ngày và căn cứ' })
  @Answers(WarningListResponse)
  async warnings(): Promise<{ warnings: Warning[]; from: LocalDate; basis: string }> {
    const book = await this.runner.run(systemActor('public'), (tx) => PolicyBook.at(tx));
    const { value, from, basis } = book.requireRule<Warning[]>('public.warnings');
    return { warnings: value, from, basis };
  }

  @Get('office')
  @Access({ roles: 'anyone', scope: 'none', fields: 'public' })
  @ApiOperation({ summary: 'Trung tâm dịch vụ việc làm cần gọi' })
  @Answers(PublicOfficeListResponse)
  async office(@Query() { province }: PublicOfficeQuery): Promise<{ offices: PublicOffice[] }> {
    return { offices: await this.runner.run(systemActor('public'), (tx) => OrganisationDirectory.listCentres(tx, province)) };
  }
}
