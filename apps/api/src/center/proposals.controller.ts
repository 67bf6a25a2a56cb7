import { type AnsweredProposal, type ProposalLine, type ProposalVerdict, ProposeCandidates } from '@app/outreach';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { OrderProposalListResponse, ProposalsAnsweredResponse, ProposedResponse } from '../http/answers/demands';
import { type Caller, CallerOf } from '../http/caller';
import { UuidPath } from '../http/validation';
import { ProposalAnswersRequest, ProposalsQuery, ProposeRequest } from './demand.dto';

/** Candidates offered to the agency of an order, and its answers. */
@ApiTags('orders')
@Controller('api/v1')
export class ProposalsController {
  constructor(private readonly proposals: ProposeCandidates) {}

  @Get('proposals')
  @Access({ roles: ['centre_staff', 'department_officer', 'agency_clerk'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Người được giới thiệu cho đơn hàng; doanh nghiệp chưa thấy số căn cước, địa chỉ, điện thoại' })
  @Answers(OrderProposalListResponse)
  list(@CallerOf() caller: Caller, @Query() query: ProposalsQuery): Promise<{ proposals: ProposalLine[]; next?: string }> {
    return this.proposals.list(caller.actor, query);
  }

  @Post('orders/:orderId/proposals')
  @HttpCode(200)
  @Access({ roles: ['centre_staff'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Giới thiệu người đã tư vấn cho đơn hàng' })
  @Answers(ProposedResponse)
  async propose(
    @CallerOf() caller: Caller,
    @Param('orderId', UuidPath) orderId: string,
    @Body() { caseIds, note }: ProposeRequest,
  ): Promise<{ results: ProposalVerdict[] }> {
    return { results: await this.proposals.propose(caller.actor, orderId, caseIds, note ?? null, caller.requestId) };
  }

  @Post('agency/proposals/answers')
  @HttpCode(200)
  @Access({ roles: ['agency_clerk'], scope: 'organisation', fields: 'basic' })
  @ApiOperation({ summary: 'Nhận hoặc từ chối người được giới thiệu, nhiều người một lần; từ chối cần lý do' })
  @Answers(ProposalsAnsweredResponse)
  async answer(@CallerOf() caller: Caller, @Body() { answers }: ProposalAnswersRequest): Promise<{ results: AnsweredProposal[] }> {
    return { results: await this.proposals.answer(caller.actor, answers, caller.requestId) };
  }
}
