import {
  AgencyClaims,
  type AgencyClaimsPage,
  KeepEscrow,
  Liquidate,
  type LiquidationPage,
  OweRefund,
  RecordReceipt,
  TakeMoneyBack,
} from '@app/settlement';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import {
  AgencyClaimsResponse,
  EscrowListResponse,
  LiquidationListResponse,
  LiquidationResponse,
  MoneyTakenBackResponse,
  ReceiptFlagsResponse,
} from '../http/answers/settlement';
import { type Caller, CallerOf } from '../http/caller';
import { PageQuery } from '../http/fields';
import { UuidPath } from '../http/validation';
import {
  EscrowDeedRequest,
  FeeReceiptRequest,
  LiquidationDeedRequest,
  LiquidationListQuery,
  RefundPaymentRequest,
  RefundRequest,
  TakeMoneyBackRequest,
} from './settlement.dto';

/** Money around a contract: the agency's side proposes and pays, the worker's side (commune, centre) confirms. */
@ApiTags('settlement')
@Controller('api/v1')
export class SettlementController {
  constructor(
    private readonly claims: AgencyClaims,
    private readonly liquidate: Liquidate,
    private readonly refunds: OweRefund,
    private readonly receipts: RecordReceipt,
    private readonly escrows: KeepEscrow,
    private readonly reversals: TakeMoneyBack,
  ) {}

  @Get('own-debts')
  @Access({ roles: ['agency_clerk'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Doanh nghiệp còn nợ những ai: hoàn trả, ký quỹ, hợp đồng chưa thanh lý; lâu nhất trước' })
  @Answers(AgencyClaimsResponse)
  debts(@CallerOf() caller: Caller, @Query() query: PageQuery): Promise<AgencyClaimsPage> {
    return this.claims.own(caller.actor, query);
  }

  @Get('liquidations')
  @Access({ roles: ['agency_clerk', 'centre_staff', 'department_officer', 'commune_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Hợp đồng chờ thanh lý, hạn 180 ngày, việc hoàn trả đến đâu' })
  @Answers(LiquidationListResponse)
  list(@CallerOf() caller: Caller, @Query() query: LiquidationListQuery): ReturnType<Liquidate['list']> {
    return this.liquidate.list(caller.actor, query);
  }

  @Get('cases/:caseId/liquidation')
  @Access({ roles: ['agency_clerk', 'centre_staff', 'department_officer', 'commune_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Thanh lý của một hồ sơ: biên lai, khoản hoàn trả, thư đã gửi, ai xác nhận' })
  @Answers(LiquidationResponse)
  one(@CallerOf() caller: Caller, @Param('caseId', UuidPath) caseId: string): Promise<LiquidationPage> {
    return this.liquidate.get(caller.actor, caseId);
  }

  @Post('cases/:caseId/liquidation')
  @HttpCode(200)
  @Access({ roles: ['agency_clerk', 'centre_staff', 'commune_officer'], scope: 'jurisdiction', fields: 'basic', peopleOnly: true })
  @ApiOperation({ summary: 'Gửi thư, lập thanh lý, xác nhận, chưa đồng ý, thanh lý đơn phương sau ba thư' })
  @Answers(LiquidationResponse)
  deed(
    @CallerOf() caller: Caller,
    @Param('caseId', UuidPath) caseId: string,
    @Body() body: LiquidationDeedRequest,
  ): Promise<LiquidationPage> {
    return this.liquidate.run(caller.actor, caseId, { ...body, requestId: caller.requestId });
  }

  @Post('cases/:caseId/refunds')
  @Access({ roles: ['agency_clerk', 'centre_staff'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Lập khoản phải hoàn trả: về trước hạn, không đưa đi được, rút hồ sơ; tính theo quy tắc, tạm tính' })
  @Answers(LiquidationResponse)
  owe(@CallerOf() caller: Caller, @Param('caseId', UuidPath) caseId: string, @Body() body: RefundRequest): Promise<LiquidationPage> {
    return this.refunds.run(caller.actor, caseId, { ...body, requestId: caller.requestId });
  }

  @Post('refunds/:refundId/payments')
  @Access({ roles: ['agency_clerk'], scope: 'jurisdiction', fields: 'basic', peopleOnly: true })
  @ApiOperation({ summary: 'Ghi đã chi hoàn trả, kèm chứng từ' })
  @Answers(LiquidationResponse)
  pay(
    @CallerOf() caller: Caller,
    @Param('refundId', UuidPath) refundId: string,
    @Body() body: RefundPaymentRequest,
  ): Promise<LiquidationPage> {
    return this.refunds.pay(caller.actor, refundId, { ...body, requestId: caller.requestId });
  }

  @Post('cases/:caseId/fee-receipts')
  @Access({ roles: ['agency_clerk', 'centre_staff'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Ghi biên lai thu tiền; thu sớm, thu không được phép hay vượt trần được đánh dấu kèm điều luật' })
  @Answers(ReceiptFlagsResponse)
  receipt(
    @CallerOf() caller: Caller,
    @Param('caseId', UuidPath) caseId: string,
    @Body() body: FeeReceiptRequest,
  ): ReturnType<RecordReceipt['run']> {
    return this.receipts.run(caller.actor, caseId, { ...body, requestId: caller.requestId });
  }

  @Get('cases/:caseId/escrows')
  @Access({ roles: ['agency_clerk', 'centre_staff', 'department_officer', 'bank_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Ký quỹ của một hồ sơ: EPS tại NHCSXH và ký quỹ doanh nghiệp, hai sổ riêng' })
  @Answers(EscrowListResponse)
  escrowsOf(@CallerOf() caller: Caller, @Param('caseId', UuidPath) caseId: string): ReturnType<KeepEscrow['list']> {
    return this.escrows.list(caller.actor, caseId);
  }

  @Post('cases/:caseId/escrows')
  @HttpCode(200)
  @Access({ roles: ['agency_clerk', 'centre_staff', 'bank_officer'], scope: 'jurisdiction', fields: 'basic', peopleOnly: true })
  @ApiOperation({ summary: 'Nộp, tính lãi, trả lại, nộp ngân sách, bù thiệt hại' })
  @Answers(EscrowListResponse)
  escrow(
    @CallerOf() caller: Caller,
    @Param('caseId', UuidPath) caseId: string,
    @Body() body: EscrowDeedRequest,
  ): ReturnType<KeepEscrow['run']> {
    return this.escrows.run(caller.actor, caseId, { ...body, requestId: caller.requestId });
  }

  @Post('cases/:caseId/money-reversals')
  @HttpCode(200)
  @Access({ roles: ['agency_clerk', 'centre_staff', 'bank_officer'], scope: 'jurisdiction', fields: 'basic', peopleOnly: true })
  @ApiOperation({ summary: 'Đảo biên lai, lần chi hoàn trả, nghiệp vụ ký quỹ; hủy khoản hoàn trả lập sai chưa chi' })
  @Answers(MoneyTakenBackResponse)
  reverse(
    @CallerOf() caller: Caller,
    @Param('caseId', UuidPath) caseId: string,
    @Body() body: TakeMoneyBackRequest,
  ): ReturnType<TakeMoneyBack['run']> {
    return this.reversals.run(caller.actor, caseId, { ...body, requestId: caller.requestId });
  }
}
