import { CaseQueries } from '@app/casework';
import {
  type AlertHistory,
  type AlertLine,
  type AlertPage,
  AlertQueries,
  AnswerAlert,
  type AnswerResult,
  CloseAlerts,
  TakeBackAnswer,
} from '@app/overstay';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import {
  AlertClosedResponse,
  AlertListResponse,
  AlertOfCaseResponse,
  AlertResponse,
  AnswerTakenBackResponse,
  AnswerTakenResponse,
  VisitListResponse,
} from '../http/answers/alerts';
import { type Caller, CallerOf } from '../http/caller';
import { NumberPath, UuidPath } from '../http/validation';
import { AlertsQuery, AnswerRequest, CloseAlertRequest } from './alert.dto';
import { UndoRequestBody } from './case.dto';

/** Questions to answer by a date: each office sees those it must answer or was told of. */
@ApiTags('alerts')
@Controller('api/v1')
export class AlertsController {
  constructor(
    private readonly alerts: AlertQueries,
    private readonly answerAlert: AnswerAlert,
    private readonly closeAlerts: CloseAlerts,
    private readonly takeBackAnswer: TakeBackAnswer,
    private readonly cases: CaseQueries,
  ) {}

  @Get('alerts')
  @Access({
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
  })
  @ApiOperation({ summary: 'Cảnh báo cần trả lời, hạn gần nhất trước' })
  @Answers(AlertListResponse)
  list(@CallerOf() caller: Caller, @Query() { state, mine, overdue, ...filter }: AlertsQuery): Promise<AlertPage> {
    return this.alerts.list(caller.actor, { ...filter, states: state && [state], mine: mine === 'true', overdue: overdue === 'true' });
  }

  @Get('alerts/:alertId')
  @Access({
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
  })
  @ApiOperation({ summary: 'Một cảnh báo: ai được hỏi, đã trả lời gì' })
  @Answers(AlertResponse)
  one(@CallerOf() caller: Caller, @Param('alertId', NumberPath) alertId: number): Promise<AlertHistory> {
    return this.alerts.get(caller.actor, alertId);
  }

  @Post('alerts/:alertId/answers')
  @HttpCode(200)
  @Access({
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
  })
  @ApiOperation({ summary: 'Trả lời: đã về, gia hạn, chưa về còn liên lạc, không liên lạc được' })
  @Answers(AnswerTakenResponse)
  answer(@CallerOf() caller: Caller, @Param('alertId', NumberPath) alertId: number, @Body() body: AnswerRequest): Promise<AnswerResult> {
    return this.answerAlert.run(caller.actor, { ...body, alertId, requestId: caller.requestId });
  }

  @Post('alerts/:alertId/answers/take-back')
  @HttpCode(200)
  @Access({
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
  })
  @ApiOperation({ summary: 'Hoàn tác trong 30 phút câu trả lời của chính mình: cảnh báo được hỏi lại' })
  @Answers(AnswerTakenBackResponse)
  takeBack(
    @CallerOf() caller: Caller,
    @Param('alertId', NumberPath) alertId: number,
    @Body() { requestKey }: UndoRequestBody,
  ): Promise<{ alertId: number; caseId: string }> {
    return this.takeBackAnswer.run(caller.actor, { alertId, requestKey, requestId: caller.requestId });
  }

  @Post('alerts/:alertId/close')
  @HttpCode(200)
  @Access({
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
  })
  @ApiOperation({ summary: 'Kết thúc một cảnh báo vì việc được yêu cầu đã làm xong' })
  @Answers(AlertClosedResponse)
  close(
    @CallerOf() caller: Caller,
    @Param('alertId', NumberPath) alertId: number,
    @Body() { deed }: CloseAlertRequest,
  ): Promise<{ alertId: number; state: 'closed' }> {
    return this.closeAlerts.run(caller.actor, { alertId, deed, requestId: caller.requestId });
  }

  @Get('cases/:caseId/alerts')
  @Access({
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
  })
  @ApiOperation({ summary: 'Mọi cảnh báo của một hồ sơ' })
  @Answers(AlertOfCaseResponse)
  async ofCase(@CallerOf() caller: Caller, @Param('caseId', UuidPath) caseId: string): Promise<{ alerts: AlertLine[] }> {
    await this.cases.detail(caller.actor, caseId);
    return { alerts: await this.alerts.ofCase(caller.actor, caseId) };
  }

  @Get('cases/:caseId/visits')
  @Access({ roles: ['centre_staff', 'department_officer', 'commune_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Các lần thăm gia đình' })
  @Answers(VisitListResponse)
  async visits(@CallerOf() caller: Caller, @Param('caseId', UuidPath) caseId: string): Promise<{ visits: Record<string, unknown>[] }> {
    await this.cases.detail(caller.actor, caseId);
    return { visits: await this.alerts.visitsOfCase(caller.actor, caseId) };
  }
}
