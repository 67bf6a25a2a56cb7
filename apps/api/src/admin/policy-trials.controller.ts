import { type RuleTrial, TryRules } from '@app/overstay';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { RuleTrialResponse } from '../http/answers/administration';
import { Answers } from '../http/answers/answered';
import { type Caller, CallerOf } from '../http/caller';
import { PolicyProposalRequest } from './policy-proposals.controller';

@ApiTags('admin')
@Controller('api/v1/policies/trial')
export class PolicyTrialsController {
  constructor(private readonly rules: TryRules) {}

  /** For the department: an administrator sees no case, and a trial on none would say zero of every rule. */
  @Post()
  @HttpCode(200)
  @Access({ roles: ['department_officer'], scope: 'jurisdiction', fields: 'basic', repeat: 'again', peopleOnly: true })
  @ApiOperation({ summary: 'Thử quy tắc đề nghị trên hồ sơ hôm nay: sẽ mở và đóng bao nhiêu cảnh báo; không ghi gì' })
  @Answers(RuleTrialResponse)
  run(@CallerOf() caller: Caller, @Body() body: PolicyProposalRequest): Promise<RuleTrial> {
    return this.rules.run(caller.actor, body.rules);
  }
}
