import { ListDirectory, type Organisation } from '@app/identity';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { OrganisationListResponse } from '../http/answers/administration';
import { type Caller, CallerOf } from '../http/caller';
import { OrganisationsQuery } from './admin.dto';

@ApiTags('admin')
@Controller('api/v1/admin/organisations')
export class OrganisationsController {
  constructor(private readonly directory: ListDirectory) {}

  @Get()
  @Access({ roles: ['administrator', 'centre_staff', 'department_officer'], scope: 'directory', fields: 'public' })
  @ApiOperation({ summary: 'Cơ quan và doanh nghiệp' })
  @Answers(OrganisationListResponse)
  list(@CallerOf() caller: Caller, @Query() query: OrganisationsQuery): Promise<{ organisations: Organisation[]; next?: string }> {
    return this.directory.organisations(caller.actor, query);
  }
}
