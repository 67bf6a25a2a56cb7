import type { LocalDate } from '@app/kernel';
import { type PolicyProposal, ProposePolicies } from '@app/policy';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsDefined } from 'class-validator';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { PolicyApprovedResponse, PolicyProposalListResponse, PolicyProposedResponse } from '../http/answers/administration';
import { type Caller, CallerOf } from '../http/caller';
import { Day, Flag, ListOf, Shaped, Text } from '../http/fields';
import { UuidPath } from '../http/validation';

export class PolicyRuleRequest {
  @Shaped(/^[A-Za-z0-9._-]{1,80}$/, 'mã quy tắc') key: string;
  @Shaped(/^(\*|[A-Z]{2})$/, 'mã thị trường hoặc *', { optional: 'absent' }) market?: string;
  @ApiProperty({ description: 'Giá trị theo cấu trúc của mã', type: 'object', additionalProperties: true })
  @IsDefined({ message: 'thiếu giá trị' })
  value: unknown;
  @Day() from: LocalDate;
  @Text(300) basis: string;
  @Flag({ optional: 'absent' }) certain?: boolean;
  @Text(1000, { optional: 'absent', multiline: true }) note?: string;
}

const EXAMPLE = [{ key: 'privacy.reveals_per_hour', value: 40, from: '2030-01-01', basis: 'Quyết định số 7/QĐ-SNV' }];

export class PolicyProposalRequest {
  @ListOf(() => PolicyRuleRequest, 100, { example: EXAMPLE }) rules: PolicyRuleRequest[];
}

/** Two persons stand behind every change of a rule. */
@ApiTags('admin')
@Controller('api/v1/policies/proposals')
export class PolicyProposalsController {
  constructor(private readonly policies: ProposePolicies) {}

  @Get()
  @Access({ roles: ['department_officer', 'administrator'], scope: 'directory', fields: 'public' })
  @ApiOperation({ summary: 'Đề nghị sửa quy tắc đang chờ người thứ hai' })
  @Answers(PolicyProposalListResponse)
  async list(@CallerOf() caller: Caller): Promise<{ proposals: PolicyProposal[] }> {
    return { proposals: await this.policies.open(caller.actor) };
  }

  @Post()
  @Access({ roles: ['department_officer', 'administrator'], scope: 'directory', fields: 'public', peopleOnly: true })
  @ApiOperation({ summary: 'Đề nghị quy tắc mới có căn cứ và ngày hiệu lực' })
  @Answers(PolicyProposedResponse)
  propose(
    @CallerOf() caller: Caller,
    @Body() body: PolicyProposalRequest,
  ): Promise<{ proposalId: string; rules: number; unchanged: number }> {
    return this.policies.propose(caller.actor, body.rules, caller.requestId);
  }

  @Post(':policyProposalId/approval')
  @HttpCode(200)
  @Access({ roles: ['department_officer', 'administrator'], scope: 'directory', fields: 'public', peopleOnly: true })
  @ApiOperation({ summary: 'Người thứ hai duyệt: quy tắc được công bố, quy tắc cũ kết thúc ngày hôm trước' })
  @Answers(PolicyApprovedResponse)
  approve(
    @CallerOf() caller: Caller,
    @Param('policyProposalId', UuidPath) proposalId: string,
  ): Promise<{ proposalId: string; rules: number }> {
    return this.policies.approve(caller.actor, proposalId, caller.requestId);
  }
}
