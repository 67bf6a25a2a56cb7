import type { LocalDate } from '@app/kernel';
import { HouseholdProof, type HouseholdStanding } from '@app/loans';
import { HOUSEHOLD_CLASSES, type HouseholdClass, ProveHousehold } from '@app/workers';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { HouseholdResponse } from '../http/answers/households';
import { type Caller, CallerOf } from '../http/caller';
import { Day, OneOf, Text } from '../http/fields';
import { NumberPath, UuidPath } from '../http/validation';

export class HouseholdAnswerRequest {
  @OneOf(HOUSEHOLD_CLASSES, { example: 'POOR', description: 'NONE: không có tên trong danh sách' }) answer: HouseholdClass;
  @Day({ description: 'Ngày xã đối chiếu danh sách' }) checkedOn: LocalDate;
  @Text(200, { min: 3, example: 'Danh sách hộ nghèo, hộ cận nghèo năm 2026' }) list: string;
}

/** The class of a household for a loan: centre or bank ask, the commune answers from its list. */
@ApiTags('loans')
@Controller('api/v1')
export class HouseholdsController {
  constructor(
    private readonly proof: HouseholdProof,
    private readonly prove: ProveHousehold,
  ) {}

  @Get('cases/:caseId/household')
  @Access({ roles: ['centre_staff', 'bank_officer', 'commune_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Hộ nghèo, cận nghèo: mức đã ghi, mức xã đã xác nhận, các lần hỏi xã' })
  @Answers(HouseholdResponse)
  of(@CallerOf() caller: Caller, @Param('caseId', UuidPath) caseId: string): Promise<HouseholdStanding> {
    return this.proof.of(caller.actor, caseId);
  }

  @Post('cases/:caseId/household-question')
  @HttpCode(204)
  @Access({ roles: ['centre_staff', 'bank_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Đề nghị xã xác nhận hộ nghèo, cận nghèo cho hồ sơ vay; việc đến điện thoại của xã' })
  ask(@CallerOf() caller: Caller, @Param('caseId', UuidPath) caseId: string): Promise<void> {
    return this.proof.ask(caller.actor, caseId, caller.requestId);
  }

  /** By the number of the task: a phone without a signal keeps no other. */
  @Post('commune/tasks/:taskId/household')
  @HttpCode(204)
  @Access({ roles: ['commune_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Xã xác nhận theo danh sách hộ nghèo, hộ cận nghèo' })
  answer(@CallerOf() caller: Caller, @Param('taskId', NumberPath) taskId: number, @Body() body: HouseholdAnswerRequest): Promise<void> {
    return this.prove.answer(caller.actor, taskId, { ...body, requestId: caller.requestId });
  }
}
