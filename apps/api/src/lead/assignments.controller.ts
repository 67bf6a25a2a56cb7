import type { LocalDate } from '@app/kernel';
import { ASSIGNED_DESKS, type AssignedDesk, type Assignment, AssignTask, type Figure, FIGURE_CODES } from '@app/reporting';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { AssignedResponse, AssignmentResponse } from '../http/answers/assignments';
import { type Caller, CallerOf } from '../http/caller';
import { CommuneCode, Day, Id, OneOf, Shaped, Text } from '../http/fields';
import { UuidPath } from '../http/validation';

export class AssignmentRequest {
  @OneOf(FIGURE_CODES, { example: 'UNCONFIRMED' }) figure: Figure;
  @Text(60, { example: '12 người', description: 'Con số như người giao việc thấy' }) shown: string;
  @Shaped(/^[A-Za-z]+=[\w,.-]*(&[A-Za-z]+=[\w,.-]*){0,9}$/, 'bộ lọc danh sách hồ sơ', { example: 'stages=ABROAD' }) rows: string;
  @OneOf(ASSIGNED_DESKS, { example: 'centre' }) desk: AssignedDesk;
  @CommuneCode({ optional: 'absent', description: 'Xã nhận việc, khi giao cho xã' }) ownerCommune?: string;
  @Id({ optional: 'absent', description: 'Doanh nghiệp nhận việc, khi giao cho doanh nghiệp' }) ownerAgency?: string;
  @Text(1000, { min: 3, multiline: true, example: 'Gọi từng gia đình, báo lại kết quả' }) text: string;
  @Day({ example: '2026-12-05' }) dueOn: LocalDate;
}

export class AssignmentAnswerRequest {
  @Text(1000, { min: 2, multiline: true, example: 'Đã gọi 12 gia đình, 9 người sắp về' }) text: string;
}

const DESK_ROLES = ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'] as const;

/** Instructions of leaders on a number, and what came of them. */
@ApiTags('lead')
@Controller('api/v1')
export class AssignmentsController {
  constructor(private readonly tasks: AssignTask) {}

  @Post('lead/assignments')
  @Access({ roles: ['leader', 'department_officer'], scope: 'jurisdiction', fields: 'public', peopleOnly: true })
  @ApiOperation({ summary: 'Giao việc trên một con số của trang tổng quan: đơn vị nhận, hạn, nội dung' })
  @Answers(AssignedResponse)
  assign(@CallerOf() caller: Caller, @Body() { ownerCommune, ownerAgency, ...body }: AssignmentRequest): Promise<{ assignmentId: string }> {
    return this.tasks.assign(caller.actor, { ...body, communeCode: ownerCommune, agencyId: ownerAgency, requestId: caller.requestId });
  }

  @Get('assignments/:assignmentId')
  @Access({ roles: ['leader', ...DESK_ROLES], scope: 'jurisdiction', fields: 'public' })
  @ApiOperation({ summary: 'Một việc được giao: con số, danh sách phía sau, nội dung, hạn' })
  @Answers(AssignmentResponse)
  get(@CallerOf() caller: Caller, @Param('assignmentId', UuidPath) assignmentId: string): Promise<Assignment> {
    return this.tasks.get(caller.actor, assignmentId);
  }

  @Post('assignments/:assignmentId/answer')
  @HttpCode(204)
  @Access({ roles: DESK_ROLES, scope: 'jurisdiction', fields: 'public' })
  @ApiOperation({ summary: 'Báo kết quả việc được giao; việc hết trên bàn, lãnh đạo thấy câu trả lời' })
  answer(
    @CallerOf() caller: Caller,
    @Param('assignmentId', UuidPath) assignmentId: string,
    @Body() { text }: AssignmentAnswerRequest,
  ): Promise<void> {
    return this.tasks.answer(caller.actor, assignmentId, text, caller.requestId);
  }
}
