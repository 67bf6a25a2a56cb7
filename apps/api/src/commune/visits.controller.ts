import { RecordVisit, type VisitResult } from '@app/overstay';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { VisitRequest } from '../center/alert.dto';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { VisitRecordedResponse } from '../http/answers/alerts';
import { type Caller, CallerOf } from '../http/caller';

@ApiTags('commune')
@Controller('api/v1/commune/visits')
export class VisitsController {
  constructor(private readonly visits: RecordVisit) {}

  @Post()
  @Access({ roles: ['commune_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Ghi một lần thăm gia đình' })
  @Answers(VisitRecordedResponse)
  record(@CallerOf() caller: Caller, @Body() body: VisitRequest): Promise<VisitResult> {
    return this.visits.run(caller.actor, { ...body, requestId: caller.requestId });
  }
}
