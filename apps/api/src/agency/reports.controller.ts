import { type MilestoneKind, type RecordedMilestone, RecordMilestone, type Milestone } from '@app/casework';
import { ReportAbsconding } from '@app/overstay';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { MilestoneResponse } from '../http/answers/cases';
import { type Caller, CallerOf } from '../http/caller';
import { UuidPath } from '../http/validation';
import { AbsenceReport, ExitReport, ExtensionReport, ReturnReport, TransferReport } from './reports.dto';

/** What a sending agency owes the province, one form per fact (Law 69/2020/QH14, Art. 26). The Idempotency-Key is the receipt number. */
@ApiTags('agency')
@Controller('api/v1/agency/cases/:caseId')
export class ReportsController {
  constructor(
    private readonly milestones: RecordMilestone,
    private readonly absconding: ReportAbsconding,
  ) {}

  @Post('exit')
  @HttpCode(200)
  @Access({ roles: ['agency_clerk'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Báo xuất cảnh' })
  @Answers(MilestoneResponse)
  exit(@CallerOf() caller: Caller, @Param('caseId', UuidPath) caseId: string, @Body() body: ExitReport): Promise<RecordedMilestone> {
    const { exitOn, contractStart, contractEnd, employer, workplace, market, gate, note } = body;
    const contract =
      contractStart || contractEnd
        ? { kind: 'employment' as const, startsOn: contractStart, endsOn: contractEnd, employer, workplace }
        : undefined;
    return this.record(caller, caseId, 'DEPARTED', {
      effectiveOn: exitOn,
      detail: { employer, workplace, market, gate, note },
      contract,
    });
  }

  @Post('return')
  @HttpCode(200)
  @Access({ roles: ['agency_clerk'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Báo đã về nước' })
  @Answers(MilestoneResponse)
  returned(@CallerOf() caller: Caller, @Param('caseId', UuidPath) caseId: string, @Body() body: ReturnReport): Promise<RecordedMilestone> {
    const { returnedOn, ...detail } = body;
    return this.record(caller, caseId, 'RETURNED', { effectiveOn: returnedOn, detail });
  }

  @Post('extension')
  @HttpCode(200)
  @Access({ roles: ['agency_clerk'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Báo gia hạn hợp đồng' })
  @Answers(MilestoneResponse)
  extend(@CallerOf() caller: Caller, @Param('caseId', UuidPath) caseId: string, @Body() body: ExtensionReport): Promise<RecordedMilestone> {
    const { newEnd, startsOn, signedOn, stayUntil, note } = body;
    return this.record(caller, caseId, 'EXTENDED', {
      effectiveOn: signedOn,
      detail: { stayUntil, note },
      contract: { kind: 'extension', startsOn, signedOn, endsOn: newEnd },
    });
  }

  @Post('transfer')
  @HttpCode(200)
  @Access({ roles: ['agency_clerk'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Báo chuyển chủ sử dụng lao động' })
  @Answers(MilestoneResponse)
  transfer(
    @CallerOf() caller: Caller,
    @Param('caseId', UuidPath) caseId: string,
    @Body() body: TransferReport,
  ): Promise<RecordedMilestone> {
    const { transferredOn, employer, workplace, newEnd, note } = body;
    const contract = { kind: 'transfer' as const, startsOn: transferredOn, endsOn: newEnd, employer, workplace };
    return this.record(caller, caseId, 'TRANSFERRED', {
      effectiveOn: transferredOn,
      detail: { employer, workplace, note },
      contract,
    });
  }

  @Post('absence')
  @HttpCode(200)
  @Access({ roles: ['agency_clerk'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Báo người lao động rời nơi làm việc' })
  @Answers(MilestoneResponse)
  absent(@CallerOf() caller: Caller, @Param('caseId', UuidPath) caseId: string, @Body() body: AbsenceReport): Promise<RecordedMilestone> {
    return this.absconding.run(caller.actor, { ...body, caseId, requestId: caller.requestId });
  }

  private record(caller: Caller, caseId: string, kind: MilestoneKind, fact: Omit<Milestone, 'kind'>): Promise<RecordedMilestone> {
    return this.milestones.run(caller.actor, {
      ...fact,
      kind,
      caseId,
      requestId: caller.requestId,
      expectedVersion: caller.expectedVersion,
    });
  }
}
