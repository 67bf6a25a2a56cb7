import { AlertQueries, DecideOverstay, type Proposal, ProposeOverstay } from '@app/overstay';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { ProposalListResponse, ProposalResponse } from '../http/answers/alerts';
import { type Caller, CallerOf } from '../http/caller';
import { UuidPath } from '../http/validation';
import { DecisionRequest, ProposalRequest } from './alert.dto';

/** An overstay is confirmed with a document and by a second person, never by the system (Decree 283/2026). */
@ApiTags('overstay')
@Controller('api/v1/overstay-proposals')
export class OverstayProposalsController {
  constructor(
    private readonly alerts: AlertQueries,
    private readonly propose: ProposeOverstay,
    private readonly decideOverstay: DecideOverstay,
  ) {}

  @Get()
  @Access({ roles: ['centre_staff', 'department_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Đề nghị chờ Sở Nội vụ xem xét' })
  @Answers(ProposalListResponse)
  async list(@CallerOf() caller: Caller): Promise<{ proposals: Record<string, unknown>[] }> {
    return { proposals: await this.alerts.pendingProposals(caller.actor) };
  }

  @Post()
  @Access({ roles: ['centre_staff', 'agency_clerk', 'commune_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Đề nghị xác nhận kèm văn bản' })
  @Answers(ProposalResponse)
  create(@CallerOf() caller: Caller, @Body() body: ProposalRequest): Promise<Proposal> {
    return this.propose.run(caller.actor, { ...body, requestId: caller.requestId });
  }

  @Post(':proposalId/decision')
  @HttpCode(200)
  @Access({ roles: ['department_officer'], scope: 'jurisdiction', fields: 'basic', peopleOnly: true })
  @ApiOperation({ summary: 'Sở Nội vụ xác nhận hoặc không xác nhận' })
  @Answers(ProposalResponse)
  decide(@CallerOf() caller: Caller, @Param('proposalId', UuidPath) proposalId: string, @Body() body: DecisionRequest): Promise<Proposal> {
    return this.decideOverstay.run(caller.actor, { ...body, proposalId, requestId: caller.requestId });
  }
}
