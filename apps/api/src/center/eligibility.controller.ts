import type { LocalDate } from '@app/kernel';
import { CheckEligibility, type EligibilityAnswer, MOST_CANDIDATES } from '@app/outreach';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { CandidateEligibilityResponse } from '../http/answers/eligibility';
import { type Caller, CallerOf } from '../http/caller';
import { Day, Id, ListOf, Market } from '../http/fields';

export class EligibilityRequest {
  @Id({ optional: 'absent', description: 'Đơn hàng; thay cho nước đến' }) orderId?: string;
  @Market({ optional: 'absent' }) market?: string;
  @Day({ optional: 'absent' }) exitOn?: LocalDate;
  @ListOf(() => String, MOST_CANDIDATES, {
    optional: 'absent',
    description: 'Bỏ trống: mọi người trong phạm vi có hồ sơ đang chờ đơn hàng',
    each: [IsUUID('all', { each: true, message: 'phải là mã định danh hợp lệ' })],
  })
  workerIds?: string[];
}

/** Who may go, with every rule, its value and its source. A question: nothing is written. */
@ApiTags('orders')
@Controller('api/v1/eligibility')
export class EligibilityController {
  constructor(private readonly eligibility: CheckEligibility) {}

  @Post()
  @HttpCode(200)
  @Access({
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
    repeat: 'again',
  })
  @ApiOperation({ summary: 'Điều kiện đi theo nước hoặc đơn hàng: từng quy tắc, giá trị, căn cứ; tối đa 10.000 người' })
  @Answers(CandidateEligibilityResponse)
  check(@CallerOf() caller: Caller, @Body() body: EligibilityRequest): Promise<EligibilityAnswer> {
    return this.eligibility.run(caller.actor, body);
  }
}
