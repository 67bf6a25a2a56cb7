import { ExportSupport } from '@app/reporting';
import { type ClaimPage, ClaimSupport, DecideClaims, ListClaims, type SupportOfCase } from '@app/support';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, type AccessRule } from '../http/access';
import { Answers } from '../http/answers/answered';
import { SupportClaimListResponse, SupportOfCaseResponse } from '../http/answers/supports';
import { type Caller, CallerOf } from '../http/caller';
import { UuidPath } from '../http/validation';
import { XLSX } from './import-trials.controller';
import {
  SupportApprovalRequest,
  SupportClaimQuery,
  SupportClaimRequest,
  SupportMonthQuery,
  SupportPaymentRequest,
  SupportRefusalRequest,
  SupportReversalRequest,
  SupportScansRequest,
} from './support.dto';

const OFFICES: AccessRule = { roles: ['centre_staff', 'department_officer'], scope: 'jurisdiction', fields: 'basic' };
const DEEDS: AccessRule = { ...OFFICES, peopleOnly: true };

/** Costs claimed from the national programmes; which of the two offices approves and pays is a rule (`support.roles`). */
@ApiTags('support')
@Controller('api/v1')
export class SupportsController {
  constructor(
    private readonly claiming: ClaimSupport,
    private readonly deciding: DecideClaims,
    private readonly claims: ListClaims,
    private readonly files: ExportSupport,
  ) {}

  @Get('cases/:caseId/supports')
  @Access(OFFICES)
  @ApiOperation({ summary: 'Hỗ trợ của một hồ sơ: đã đề nghị gì, còn được hỗ trợ khoản nào, tối đa bao nhiêu' })
  @Answers(SupportOfCaseResponse)
  ofCase(@CallerOf() caller: Caller, @Param('caseId', UuidPath) caseId: string): Promise<SupportOfCase> {
    return this.claiming.of(caller.actor, caseId);
  }

  @Post('cases/:caseId/supports')
  @HttpCode(200)
  @Access({ roles: ['centre_staff'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Đề nghị hỗ trợ một khoản theo chứng từ; vượt mức của nhóm và ngày thì không nhận' })
  @Answers(SupportOfCaseResponse)
  claim(@CallerOf() caller: Caller, @Param('caseId', UuidPath) caseId: string, @Body() body: SupportClaimRequest): Promise<SupportOfCase> {
    return this.claiming.run(caller.actor, caseId, { ...body, requestId: caller.requestId });
  }

  @Post('cases/:caseId/supports/:claimId/scans')
  @HttpCode(200)
  @Access({ roles: ['centre_staff'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Gắn bản chụp của hồ sơ vào một đề nghị; đã duyệt rồi thì chỉ gắn thêm' })
  @Answers(SupportOfCaseResponse)
  prove(
    @CallerOf() caller: Caller,
    @Param('caseId', UuidPath) caseId: string,
    @Param('claimId', UuidPath) claimId: string,
    @Body() { fileIds }: SupportScansRequest,
  ): Promise<SupportOfCase> {
    return this.claiming.prove(caller.actor, caseId, { claimId, fileIds, requestId: caller.requestId });
  }

  @Get('support-claims')
  @Access(OFFICES)
  @ApiOperation({ summary: 'Đề nghị hỗ trợ của cả tỉnh theo tình trạng, chờ lâu nhất trước' })
  @Answers(SupportClaimListResponse)
  list(@CallerOf() caller: Caller, @Query() query: SupportClaimQuery): Promise<ClaimPage> {
    return this.claims.run(caller.actor, query);
  }

  @Post('support-claims/approvals')
  @HttpCode(200)
  @Access(DEEDS)
  @ApiOperation({ summary: 'Duyệt nhiều đề nghị từ một nguồn; không đủ tiền thì không duyệt đề nghị nào' })
  @Answers(SupportClaimListResponse)
  approve(@CallerOf() caller: Caller, @Body() body: SupportApprovalRequest): ReturnType<DecideClaims['approve']> {
    return this.deciding.approve(caller.actor, { ...body, requestId: caller.requestId });
  }

  @Post('support-claims/refusals')
  @HttpCode(200)
  @Access(DEEDS)
  @ApiOperation({ summary: 'Không duyệt, có lý do' })
  @Answers(SupportClaimListResponse)
  refuse(@CallerOf() caller: Caller, @Body() body: SupportRefusalRequest): ReturnType<DecideClaims['refuse']> {
    return this.deciding.refuse(caller.actor, { ...body, requestId: caller.requestId });
  }

  @Post('support-claims/payments')
  @HttpCode(200)
  @Access(DEEDS)
  @ApiOperation({ summary: 'Ghi đã chi, kèm chứng từ chi' })
  @Answers(SupportClaimListResponse)
  pay(@CallerOf() caller: Caller, @Body() body: SupportPaymentRequest): ReturnType<DecideClaims['pay']> {
    return this.deciding.pay(caller.actor, { ...body, requestId: caller.requestId });
  }

  @Post('support-claims/withdrawals')
  @HttpCode(200)
  @Access(DEEDS)
  @ApiOperation({ summary: 'Rút đề nghị lập sai, khi chưa ai duyệt' })
  @Answers(SupportClaimListResponse)
  withdraw(@CallerOf() caller: Caller, @Body() body: SupportRefusalRequest): ReturnType<DecideClaims['withdraw']> {
    return this.deciding.withdraw(caller.actor, { ...body, requestId: caller.requestId });
  }

  @Post('support-claims/:claimId/reversals')
  @HttpCode(200)
  @Access(DEEDS)
  @ApiOperation({ summary: 'Đảo bước cuối của một đề nghị: đã chi, đã duyệt hoặc không duyệt' })
  @Answers(SupportClaimListResponse)
  takeBack(
    @CallerOf() caller: Caller,
    @Param('claimId', UuidPath) claimId: string,
    @Body() body: SupportReversalRequest,
  ): ReturnType<DecideClaims['takeBack']> {
    return this.deciding.takeBack(caller.actor, claimId, { ...body, requestId: caller.requestId });
  }

  @Get('support-claims/workbook')
  @Header('content-type', XLSX)
  @Access(DEEDS)
  @ApiOperation({ summary: 'Danh sách được duyệt trong tháng dạng Excel, gửi kho bạc; ghi nhật ký' })
  async workbook(@CallerOf() caller: Caller, @Query() { month }: SupportMonthQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.files.run(caller.actor, month, caller.requestId), {
      type: XLSX,
      disposition: `attachment; filename="ho-tro-${month}.xlsx"`,
    });
  }
}
