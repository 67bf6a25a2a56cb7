import { ClassQueries, RecordResults, TakeAttendance } from '@app/training';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import {
  AttendanceResponse,
  CertificateListResponse,
  ResultsResponse,
  TrainedResponse,
  UncertifiedListResponse,
} from '../http/answers/training';
import { type Caller, CallerOf } from '../http/caller';
import { UuidPath } from '../http/validation';
import { AttendanceRequest, PeriodQuery, ResultsRequest } from './training.dto';

/** What is written of a class day by day, and what came of it. */
@ApiTags('training')
@Controller('api/v1')
export class AttendanceController {
  constructor(
    private readonly attendance: TakeAttendance,
    private readonly record: RecordResults,
    private readonly classes: ClassQueries,
  ) {}

  @Post('training/sessions/:sessionId/attendance')
  @HttpCode(200)
  @Access({ roles: ['centre_staff', 'agency_clerk'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Điểm danh một buổi: chỉ gửi người vắng' })
  @Answers(AttendanceResponse)
  take(
    @CallerOf() caller: Caller,
    @Param('sessionId', UuidPath) sessionId: string,
    @Body() { absent }: AttendanceRequest,
  ): ReturnType<TakeAttendance['run']> {
    return this.attendance.run(caller.actor, { sessionId, absent, requestId: caller.requestId });
  }

  @Post('training/classes/:classId/results')
  @HttpCode(200)
  @Access({ roles: ['centre_staff', 'agency_clerk'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Ghi kết quả của lớp' })
  @Answers(ResultsResponse)
  results(
    @CallerOf() caller: Caller,
    @Param('classId', UuidPath) classId: string,
    @Body() { results }: ResultsRequest,
  ): ReturnType<RecordResults['run']> {
    return this.record.run(caller.actor, { classId, results, requestId: caller.requestId });
  }

  @Get('training/trained-before-exit')
  @Access({ roles: ['centre_staff', 'department_officer', 'agency_clerk'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Số xuất cảnh trong kỳ phải học định hướng, và số đã có chứng chỉ còn hạn ngày xuất cảnh' })
  @Answers(TrainedResponse)
  trained(@CallerOf() caller: Caller, @Query() { from, to }: PeriodQuery): ReturnType<ClassQueries['trainedBeforeExit']> {
    return this.classes.trainedBeforeExit(caller.actor, from, to);
  }

  @Get('training/uncertified')
  @Access({ roles: ['agency_clerk'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Người của doanh nghiệp chưa có chứng chỉ định hướng còn dùng được; ai đã đạt ở một lớp xếp trước' })
  @Answers(UncertifiedListResponse)
  uncertified(@CallerOf() caller: Caller): ReturnType<ClassQueries['uncertified']> {
    return this.classes.uncertified(caller.actor);
  }

  @Get('cases/:caseId/certificates')
  @Access({ roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Chứng chỉ do các lớp cấp cho hồ sơ' })
  @Answers(CertificateListResponse)
  certificates(@CallerOf() caller: Caller, @Param('caseId', UuidPath) caseId: string): ReturnType<ClassQueries['certificates']> {
    return this.classes.certificates(caller.actor, caseId);
  }
}
