import {
  type CaseDetail,
  type CasePage,
  CaseQueries,
  CorrectEvent,
  type GapLine,
  OpenCase,
  type OpenedCase,
  ProveGuard,
  type RecordedMilestone,
  RecordMilestone,
  type TimelineLine,
  WaiveGuard,
} from '@app/casework';
import { ExportCases } from '@app/reporting';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import {
  CaseListResponse,
  CaseOpenedResponse,
  CaseResponse,
  GapListResponse,
  MilestoneResponse,
  TimelineResponse,
} from '../http/answers/cases';
import { type Caller, CallerOf } from '../http/caller';
import { PageQuery } from '../http/fields';
import { NumberPath, UuidPath } from '../http/validation';
import {
  CaseFileQuery,
  caseFilterOf,
  CasesQuery,
  CorrectionRequest,
  MilestoneRequest,
  OpenCaseRequest,
  ProveGuardRequest,
  WaiveGuardRequest,
} from './case.dto';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Cases for offices, communes and agencies: the scope of the account decides which, the lifecycle table who may report what. */
@ApiTags('cases')
@Controller('api/v1/cases')
export class CasesController {
  constructor(
    private readonly cases: CaseQueries,
    private readonly openCase: OpenCase,
    private readonly milestones: RecordMilestone,
    private readonly correctEvent: CorrectEvent,
    private readonly proveGuard: ProveGuard,
    private readonly exportCases: ExportCases,
    private readonly waiveGuard: WaiveGuard,
  ) {}

  @Get()
  @Access({
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
  })
  @ApiOperation({ summary: 'Danh sách hồ sơ theo ngày hết hạn hợp đồng hoặc theo tên' })
  @Answers(CaseListResponse)
  list(@CallerOf() caller: Caller, @Query() { total, ...filter }: CasesQuery): Promise<CasePage> {
    return this.cases.list(caller.actor, { ...caseFilterOf(filter), withTotal: total === 'true' });
  }

  @Post()
  @Access({ roles: ['centre_staff', 'agency_clerk', 'commune_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Mở hồ sơ cho một người đã đăng ký' })
  @Answers(CaseOpenedResponse)
  open(@CallerOf() caller: Caller, @Body() body: OpenCaseRequest): Promise<OpenedCase> {
    const agencyId = caller.actor.scope.kind === 'agency' ? caller.actor.scope.agencyId : body.agencyId;
    return this.openCase.run(caller.actor, { ...body, agencyId, requestId: caller.requestId });
  }

  @Get('gaps')
  @Access({ roles: ['centre_staff', 'department_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Điều kiện chưa có giấy tờ chứng minh' })
  @Answers(GapListResponse)
  gaps(@CallerOf() caller: Caller, @Query() query: PageQuery): Promise<{ gaps: GapLine[]; next?: string }> {
    return this.cases.listGaps(caller.actor, query);
  }

  @Get('export')
  @Header('content-type', XLSX)
  @Access({
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
    peopleOnly: true,
  })
  @ApiOperation({ summary: 'Tệp Excel đúng như danh sách đang xem; ghi nhật ký' })
  async file(@CallerOf() caller: Caller, @Query() { columns, ...filter }: CaseFileQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.exportCases.run(caller.actor, caseFilterOf(filter), columns, caller.requestId), {
      type: XLSX,
      disposition: 'attachment; filename="danh-sach-ho-so.xlsx"',
    });
  }

  @Get(':caseId')
  @Access({
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
  })
  @ApiOperation({ summary: 'Một hồ sơ; ETag là phiên bản của nó' })
  @Answers(CaseResponse, { etag: true })
  async one(
    @CallerOf() caller: Caller,
    @Param('caseId', UuidPath) caseId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseDetail> {
    const detail = await this.cases.detail(caller.actor, caseId);
    void reply.header('etag', `"${detail.version}"`);
    return detail;
  }

  @Get(':caseId/timeline')
  @Access({
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
  })
  @ApiOperation({ summary: 'Diễn biến hồ sơ theo thứ tự ghi nhận' })
  @Answers(TimelineResponse)
  async timeline(@CallerOf() caller: Caller, @Param('caseId', UuidPath) caseId: string): Promise<{ events: TimelineLine[] }> {
    return { events: await this.cases.timeline(caller.actor, caseId) };
  }

  @Post(':caseId/milestones')
  @Access({
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
  })
  @ApiOperation({ summary: 'Ghi một việc đã xảy ra' })
  @Answers(MilestoneResponse)
  record(
    @CallerOf() caller: Caller,
    @Param('caseId', UuidPath) caseId: string,
    @Body() body: MilestoneRequest,
  ): Promise<RecordedMilestone> {
    return this.milestones.run(caller.actor, {
      ...body,
      caseId,
      requestId: caller.requestId,
      expectedVersion: caller.expectedVersion,
    });
  }

  @Post(':caseId/events/:eventId/correction')
  @Access({ roles: ['centre_staff', 'department_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Đính chính một việc đã ghi; việc cũ vẫn còn trong diễn biến' })
  @Answers(MilestoneResponse)
  correct(
    @CallerOf() caller: Caller,
    @Param('caseId', UuidPath) caseId: string,
    @Param('eventId', NumberPath) eventId: number,
    @Body() body: CorrectionRequest,
  ): Promise<RecordedMilestone> {
    return this.correctEvent.run(caller.actor, {
      ...body,
      caseId,
      eventId,
      requestId: caller.requestId,
      expectedVersion: caller.expectedVersion,
    });
  }

  @Post(':caseId/guards')
  @HttpCode(200)
  @Access({
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
  })
  @ApiOperation({ summary: 'Bổ sung giấy tờ cho một điều kiện còn thiếu' })
  @Answers(MilestoneResponse)
  prove(
    @CallerOf() caller: Caller,
    @Param('caseId', UuidPath) caseId: string,
    @Body() body: ProveGuardRequest,
  ): Promise<RecordedMilestone> {
    return this.proveGuard.run(caller.actor, {
      ...body,
      caseId,
      requestId: caller.requestId,
      expectedVersion: caller.expectedVersion,
    });
  }

  @Post(':caseId/waivers')
  @HttpCode(200)
  @Access({ roles: ['department_officer'], scope: 'jurisdiction', fields: 'basic', peopleOnly: true })
  @ApiOperation({ summary: 'Cho phép xuất cảnh khi còn thiếu một điều kiện; ghi tên và lý do' })
  @Answers(MilestoneResponse)
  waive(
    @CallerOf() caller: Caller,
    @Param('caseId', UuidPath) caseId: string,
    @Body() body: WaiveGuardRequest,
  ): Promise<RecordedMilestone> {
    return this.waiveGuard.run(caller.actor, {
      ...body,
      caseId,
      requestId: caller.requestId,
      expectedVersion: caller.expectedVersion,
    });
  }
}
