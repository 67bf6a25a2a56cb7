import { type Crossing, CROSSINGS, SayCrossing, type Voice, VOICES } from '@app/crosscheck';
import type { LocalDate } from '@app/kernel';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { CrossingListResponse } from '../http/answers/crosscheck';
import { type Caller, CallerOf } from '../http/caller';
import { Day, Flag, OneOf, Text } from '../http/fields';
import { UuidPath } from '../http/validation';

export class StatementRequest {
  @OneOf(CROSSINGS, { example: 'EXIT' }) crossing: Crossing;
  @OneOf(VOICES, { example: 'PAPER' }) voice: Voice;
  @Flag() happened: boolean;
  @Day({ optional: true }) on?: LocalDate;
  @Text(500, { optional: true, multiline: true }) note?: string;
}

/** Exits and returns as three say them. */
@ApiTags('crosscheck')
@Controller('api/v1/cases/:caseId/crossings')
export class CrosscheckController {
  constructor(private readonly crossings: SayCrossing) {}

  @Get()
  @Access({ roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Đối chiếu ba bên về xuất cảnh và về nước' })
  @Answers(CrossingListResponse)
  of(@CallerOf() caller: Caller, @Param('caseId', UuidPath) caseId: string): ReturnType<SayCrossing['of']> {
    return this.crossings.of(caller.actor, caseId);
  }

  @Post()
  @HttpCode(200)
  @Access({ roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Ghi lời của một bên: doanh nghiệp, gia đình, hoặc giấy tờ' })
  @Answers(CrossingListResponse)
  say(
    @CallerOf() caller: Caller,
    @Param('caseId', UuidPath) caseId: string,
    @Body() body: StatementRequest,
  ): ReturnType<SayCrossing['run']> {
    return this.crossings.run(caller.actor, { ...body, caseId, requestId: caller.requestId });
  }
}
