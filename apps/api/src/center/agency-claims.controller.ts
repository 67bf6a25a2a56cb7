import { RecordDeposit } from '@app/agencies';
import type { LocalDate } from '@app/kernel';
import { AgencyClaims, type AgencyClaimsPage } from '@app/settlement';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { AgencyClaimsResponse } from '../http/answers/settlement';
import { Answers } from '../http/answers/answered';
import { type Caller, CallerOf } from '../http/caller';
import { Day, PageQuery, Text, Whole } from '../http/fields';
import { UuidPath } from '../http/validation';

const MOST = 100_000_000_000;

export class DepositRequest {
  @Whole(0, MOST, { description: 'đồng; 0: đã rút hết, chưa nộp bổ sung', example: 2_000_000_000 }) amount: number;
  @Text(200, { example: 'Ngân hàng TMCP Công thương, chi nhánh Sơn La' }) bankName: string;
  @Day({ example: '2026-01-05' }) from: LocalDate;
  @Text(300, { example: 'Giấy xác nhận số 12 ngày 05/01/2026' }) basis: string;
}

/** What an agency owes those it sent, beside its deposit (Law 69/2020/QH14, Art. 23-26). */
@ApiTags('agencies')
@Controller('api/v1/agencies/:organisationId')
export class AgencyClaimsController {
  constructor(
    private readonly claims: AgencyClaims,
    private readonly deposits: RecordDeposit,
  ) {}

  @Get('claims')
  @Access({ roles: ['centre_staff', 'department_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Khoản doanh nghiệp còn nợ người lao động trong phạm vi, lâu nhất trước, bên tiền ký quỹ của giấy phép' })
  @Answers(AgencyClaimsResponse)
  read(
    @CallerOf() caller: Caller,
    @Param('organisationId', UuidPath) organisationId: string,
    @Query() query: PageQuery,
  ): Promise<AgencyClaimsPage> {
    return this.claims.run(caller.actor, organisationId, query);
  }

  @Post('deposits')
  @HttpCode(204)
  @Access({ roles: ['department_officer'], scope: 'directory', fields: 'public', peopleOnly: true })
  @ApiOperation({ summary: 'Ghi tiền ký quỹ của doanh nghiệp từ một ngày, theo giấy tờ; quá khứ được giữ' })
  record(
    @CallerOf() caller: Caller,
    @Param('organisationId', UuidPath) organisationId: string,
    @Body() body: DepositRequest,
  ): Promise<void> {
    return this.deposits.run(caller.actor, { ...body, agencyId: organisationId, requestId: caller.requestId });
  }
}
