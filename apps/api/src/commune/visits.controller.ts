import { RecordVisit, type VisitResult } from '@app/overstay';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { VisitFields, VisitRequest } from '../center/alert.dto';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { VisitRecordedResponse } from '../http/answers/alerts';
import { type Caller, CallerOf } from '../http/caller';
import { CaseCodePath } from '../http/validation';

@ApiTags('commune')
@Controller('api/v1/commune')
export class VisitsController {
  constructor(private readonly visits: RecordVisit) {}

  @Post('visits')
  @Access({ roles: ['commune_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Ghi một lần thăm gia đình' })
  @Answers(VisitRecordedResponse)
  record(@CallerOf() caller: Caller, @Body() body: VisitRequest): Promise<VisitResult> {
    return this.visits.run(caller.actor, { ...body, requestId: caller.requestId });
  }

  /** A phone without a signal keeps codes of cases, never their ids. */
  @Post('cases/:caseCode/visits')
  @Access({ roles: ['commune_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Ghi một lần thăm gia đình, theo mã hồ sơ' })
  @Answers(VisitRecordedResponse)
  recordByCode(
    @CallerOf() caller: Caller,
    @Param('caseCode', CaseCodePath) caseCode: string,
    @Body() body: VisitFields,
  ): Promise<VisitResult> {
    return this.visits.run(caller.actor, { ...body, caseCode, requestId: caller.requestId });
  }
}
