import { ClassQueries, CloseClass, EnrolMany, IssueCertificates, LeaveClass, OpenClass, PlanSessions } from '@app/training';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, type AccessRule } from '../http/access';
import { Answers } from '../http/answers/answered';
import {
  ClassListResponse,
  ClassOpenedResponse,
  ClassResponse,
  ClassStateResponse,
  SeatLeftResponse,
  SeatVerdictListResponse,
  SessionListResponse,
  WantingListResponse,
} from '../http/answers/training';
import { type Caller, CallerOf } from '../http/caller';
import { UuidPath } from '../http/validation';
import {
  ClassesQuery,
  CertificatesRequest,
  CloseClassRequest,
  EnrolRequest,
  LeaveRequest,
  OpenClassRequest,
  SessionsRequest,
} from './training.dto';

const READS: AccessRule = { roles: ['centre_staff', 'department_officer', 'agency_clerk'], scope: 'jurisdiction', fields: 'basic' };
const WRITES: AccessRule = { roles: ['centre_staff', 'agency_clerk'], scope: 'jurisdiction', fields: 'basic' };

/** Classes before the exit: the organisation that opened one writes, others read what concerns their people. */
@ApiTags('training')
@Controller('api/v1/training/classes')
export class TrainingController {
  constructor(
    private readonly classes: ClassQueries,
    private readonly open: OpenClass,
    private readonly plan: PlanSessions,
    private readonly enrol: EnrolMany,
    private readonly leave: LeaveClass,
    private readonly certify: IssueCertificates,
    private readonly close: CloseClass,
  ) {}

  @Get()
  @Access(READS)
  @ApiOperation({ summary: 'Các lớp học trước khi đi' })
  @Answers(ClassListResponse)
  list(@CallerOf() caller: Caller, @Query() query: ClassesQuery): ReturnType<ClassQueries['list']> {
    return this.classes.list(caller.actor, query);
  }

  @Post()
  @Access(WRITES)
  @ApiOperation({ summary: 'Mở lớp' })
  @Answers(ClassOpenedResponse)
  create(@CallerOf() caller: Caller, @Body() { market, occupation, ...terms }: OpenClassRequest): ReturnType<OpenClass['run']> {
    return this.open.run(caller.actor, { ...terms, market: market ?? null, occupation: occupation ?? null, requestId: caller.requestId });
  }

  @Get(':classId')
  @Access(READS)
  @ApiOperation({ summary: 'Một lớp: buổi học, người học, điểm danh, kết quả, chứng chỉ' })
  @Answers(ClassResponse)
  one(@CallerOf() caller: Caller, @Param('classId', UuidPath) classId: string): ReturnType<ClassQueries['detail']> {
    return this.classes.detail(caller.actor, classId);
  }

  @Get(':classId/wanting')
  @Access(READS)
  @ApiOperation({ summary: 'Người cần học lớp này: đi sớm nhất xếp trước' })
  @Answers(WantingListResponse)
  wanting(@CallerOf() caller: Caller, @Param('classId', UuidPath) classId: string): ReturnType<ClassQueries['wanting']> {
    return this.classes.wanting(caller.actor, classId);
  }

  @Post(':classId/sessions')
  @HttpCode(200)
  @Access(WRITES)
  @ApiOperation({ summary: 'Xếp các buổi học; gửi lại thì sửa buổi chưa điểm danh' })
  @Answers(SessionListResponse)
  sessions(
    @CallerOf() caller: Caller,
    @Param('classId', UuidPath) classId: string,
    @Body() body: SessionsRequest,
  ): ReturnType<PlanSessions['run']> {
    const sessions = body.sessions.map(({ trainer, ...session }) => ({ ...session, trainer: trainer ?? null }));
    return this.plan.run(caller.actor, { classId, sessions, requestId: caller.requestId });
  }

  @Post(':classId/seats')
  @HttpCode(200)
  @Access(WRITES)
  @ApiOperation({ summary: 'Xếp người vào lớp; hết chỗ thì vào danh sách chờ' })
  @Answers(SeatVerdictListResponse)
  async seats(@CallerOf() caller: Caller, @Param('classId', UuidPath) classId: string, @Body() { caseIds }: EnrolRequest) {
    return { verdicts: await this.enrol.run(caller.actor, { classId, caseIds, requestId: caller.requestId }) };
  }

  @Post(':classId/leaving')
  @HttpCode(200)
  @Access(WRITES)
  @ApiOperation({ summary: 'Một người rời lớp; người chờ lâu nhất vào thay' })
  @Answers(SeatLeftResponse)
  left(
    @CallerOf() caller: Caller,
    @Param('classId', UuidPath) classId: string,
    @Body() { caseId, reason }: LeaveRequest,
  ): ReturnType<LeaveClass['run']> {
    return this.leave.run(caller.actor, { classId, caseId, reason, requestId: caller.requestId });
  }

  @Post(':classId/certificates')
  @HttpCode(200)
  @Access(WRITES)
  @ApiOperation({ summary: 'Cấp chứng chỉ cho người đạt và học đủ' })
  @Answers(SeatVerdictListResponse)
  async certificates(@CallerOf() caller: Caller, @Param('classId', UuidPath) classId: string, @Body() body: CertificatesRequest) {
    return { verdicts: await this.certify.run(caller.actor, { ...body, classId, requestId: caller.requestId }) };
  }

  @Post(':classId/closing')
  @HttpCode(200)
  @Access(WRITES)
  @ApiOperation({ summary: 'Kết thúc hoặc hủy lớp' })
  @Answers(ClassStateResponse)
  end(
    @CallerOf() caller: Caller,
    @Param('classId', UuidPath) classId: string,
    @Body() { state }: CloseClassRequest,
  ): ReturnType<CloseClass['run']> {
    return this.close.run(caller.actor, { classId, state, requestId: caller.requestId });
  }
}
