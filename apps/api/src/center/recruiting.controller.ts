import {
  type AgencyBranch,
  AgencyBranches,
  type ContractDecision,
  type ForeignPartner,
  RecruitmentPermissions,
  type RecruitmentPermission,
  type SupplyContract,
  SupplyContracts,
  type SupplyTerms,
} from '@app/agencies';
import type { LocalDate } from '@app/kernel';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { BranchListResponse, PermissionListResponse, SupplyContractListResponse, SupplyContractResponse } from '../http/answers/recruiting';
import { type Caller, CallerOf } from '../http/caller';
import { Day, ListOf, Market, Nested, OneOf, Shaped, Text, Whole } from '../http/fields';
import { UuidPath } from '../http/validation';

const SEEN_BY = ['centre_staff', 'department_officer', 'agency_clerk'] as const;

export class PermitRequest {
  @ListOf(() => String, 500, {
    optional: 'absent',
    description: 'Mã xã; bỏ trống: cả tỉnh',
    each: [Matches(/^\d{5}$/, { each: true, message: 'phải là mã xã gồm 5 chữ số' })],
  })
  communes?: string[];
  @Day({ example: '2030-01-01' }) from: LocalDate;
  @Day({ optional: 'absent', example: '2030-12-31' }) lastDay?: LocalDate;
  @Text(300, { example: 'Công văn số 12/SNV-LĐVL' }) basis: string;
}

export class EndPermissionRequest {
  @Day() lastDay: LocalDate;
}

export class BranchRequest {
  @Text(200, { example: 'Chi nhánh Tây Bắc' }) name: string;
  @Text(300, { example: 'Số 1 đường Trần Phú' }) address: string;
  @Day() from: LocalDate;
  @Day({ optional: 'absent' }) lastDay?: LocalDate;
  @Text(300, { example: 'Quyết định số 5' }) basis: string;
}

export class CloseBranchRequest {
  @Day() lastDay: LocalDate;
}

export class SupplyTermsRequest implements SupplyTerms {
  @Shaped(/^\d{1,15}(\.\d{1,4})?$/, 'số tiền', { optional: 'absent' }) wage?: string;
  @Shaped(/^[A-Z]{3}$/, 'mã tiền tệ', { optional: 'absent' }) wageCurrency?: string;
  @Whole(1, 120, { optional: 'absent' }) termMonths?: number;
  @Text(2000, { optional: 'absent', multiline: true }) conditions?: string;
}

export class PartnerRequest {
  @Text(200, { example: 'Nghiệp đoàn Sakura' }) name: string;
  @Text(60, { optional: 'absent' }) registration?: string;
  @Text(300, { optional: 'absent' }) address?: string;
}

export class SupplyContractRequest {
  @Nested(() => PartnerRequest, { example: { name: 'Nghiệp đoàn Sakura' } }) partner: PartnerRequest;
  @Text(60, { example: 'HĐCU-2026-01' }) number: string;
  @Market() market: string;
  @Text(200, { example: 'Chế biến thực phẩm' }) occupation: string;
  @Text(200, { example: 'Nhà máy Sakura' }) employer: string;
  @Whole(1, 100_000, { example: 50 }) quota: number;
  @Day({ example: '2026-11-01' }) signedOn: LocalDate;
  @Day({ optional: 'absent', example: '2027-11-01' }) validUntil?: LocalDate;
  @Nested(() => SupplyTermsRequest, { example: {} }) terms: SupplyTermsRequest;
}

export class ContractDecisionRequest implements ContractDecision {
  @OneOf(['registered', 'refused', 'ended'], { example: 'registered' }) state: ContractDecision['state'];
  @Text(60, { optional: 'absent' }) registrationNumber?: string;
  @Day({ optional: 'absent' }) registeredOn?: LocalDate;
  @Text(500, { optional: 'absent', multiline: true }) reason?: string;
}

/** What an agency needs before it may recruit: permission of the province, branches, foreign partners, registered supply contracts. */
@ApiTags('agencies')
@Controller('api/v1')
export class RecruitingController {
  constructor(
    private readonly permissions: RecruitmentPermissions,
    private readonly branches: AgencyBranches,
    private readonly contracts: SupplyContracts,
  ) {}

  @Get('agencies/:organisationId/permissions')
  @Access({ roles: [...SEEN_BY, 'commune_officer'], scope: 'directory', fields: 'public' })
  @ApiOperation({ summary: 'Nơi và thời gian doanh nghiệp được phép tuyển' })
  @Answers(PermissionListResponse)
  async permitted(
    @CallerOf() caller: Caller,
    @Param('organisationId', UuidPath) organisationId: string,
  ): Promise<{ permissions: RecruitmentPermission[] }> {
    return { permissions: await this.permissions.list(caller.actor, organisationId) };
  }

  @Post('agencies/:organisationId/permissions')
  @Access({ roles: ['department_officer'], scope: 'directory', fields: 'public', peopleOnly: true })
  @ApiOperation({ summary: 'Cho phép doanh nghiệp tuyển tại tỉnh hoặc từng xã' })
  @Answers(PermissionListResponse)
  async permit(
    @CallerOf() caller: Caller,
    @Param('organisationId', UuidPath) organisationId: string,
    @Body() body: PermitRequest,
  ): Promise<{ permissions: RecruitmentPermission[] }> {
    return { permissions: await this.permissions.permit(caller.actor, { ...body, agencyId: organisationId, requestId: caller.requestId }) };
  }

  @Post('permissions/:permissionId/end')
  @HttpCode(204)
  @Access({ roles: ['department_officer'], scope: 'jurisdiction', fields: 'public', peopleOnly: true })
  @ApiOperation({ summary: 'Kết thúc giấy phép tuyển từ một ngày; việc đang làm vẫn tiếp tục' })
  end(
    @CallerOf() caller: Caller,
    @Param('permissionId', UuidPath) permissionId: string,
    @Body() body: EndPermissionRequest,
  ): Promise<void> {
    return this.permissions.end(caller.actor, permissionId, body.lastDay, caller.requestId);
  }

  @Get('agencies/:organisationId/branches')
  @Access({ roles: SEEN_BY, scope: 'directory', fields: 'public' })
  @ApiOperation({ summary: 'Chi nhánh của doanh nghiệp theo thời gian' })
  @Answers(BranchListResponse)
  async branchesOf(
    @CallerOf() caller: Caller,
    @Param('organisationId', UuidPath) organisationId: string,
  ): Promise<{ branches: AgencyBranch[] }> {
    return { branches: await this.branches.list(caller.actor, organisationId) };
  }

  @Post('agencies/:organisationId/branches')
  @Access({ roles: ['department_officer'], scope: 'directory', fields: 'public', peopleOnly: true })
  @ApiOperation({ summary: 'Ghi chi nhánh đặt tại tỉnh' })
  @Answers(BranchListResponse)
  async openBranch(
    @CallerOf() caller: Caller,
    @Param('organisationId', UuidPath) organisationId: string,
    @Body() body: BranchRequest,
  ): Promise<{ branches: AgencyBranch[] }> {
    return { branches: await this.branches.open(caller.actor, { ...body, agencyId: organisationId, requestId: caller.requestId }) };
  }

  @Post('branches/:branchId/closing')
  @HttpCode(200)
  @Access({ roles: ['department_officer'], scope: 'jurisdiction', fields: 'public', peopleOnly: true })
  @ApiOperation({ summary: 'Ghi ngày hoạt động cuối của chi nhánh; chi nhánh ở lại trong lịch sử' })
  @Answers(BranchListResponse)
  async closeBranch(
    @CallerOf() caller: Caller,
    @Param('branchId', UuidPath) branchId: string,
    @Body() { lastDay }: CloseBranchRequest,
  ): Promise<{ branches: AgencyBranch[] }> {
    return { branches: await this.branches.close(caller.actor, branchId, lastDay, caller.requestId) };
  }

  @Get('agencies/:organisationId/contracts')
  @Access({ roles: SEEN_BY, scope: 'directory', fields: 'public' })
  @ApiOperation({ summary: 'Đối tác nước ngoài và hợp đồng cung ứng lao động' })
  @Answers(SupplyContractListResponse)
  papers(
    @CallerOf() caller: Caller,
    @Param('organisationId', UuidPath) organisationId: string,
  ): Promise<{ partners: ForeignPartner[]; contracts: SupplyContract[] }> {
    return this.contracts.list(caller.actor, organisationId);
  }

  @Post('agency/contracts')
  @Access({ roles: ['agency_clerk'], scope: 'organisation', fields: 'public' })
  @ApiOperation({ summary: 'Gửi hợp đồng cung ứng lao động' })
  @Answers(SupplyContractResponse)
  file(@CallerOf() caller: Caller, @Body() body: SupplyContractRequest): Promise<SupplyContract> {
    return this.contracts.file(caller.actor, { ...body, requestId: caller.requestId });
  }

  @Post('contracts/:contractId/decision')
  @HttpCode(200)
  @Access({ roles: ['department_officer'], scope: 'jurisdiction', fields: 'public', peopleOnly: true })
  @ApiOperation({ summary: 'Ghi kết quả đăng ký hợp đồng cung ứng' })
  @Answers(SupplyContractResponse)
  decide(
    @CallerOf() caller: Caller,
    @Param('contractId', UuidPath) contractId: string,
    @Body() body: ContractDecisionRequest,
  ): Promise<SupplyContract> {
    return this.contracts.decide(caller.actor, contractId, body, caller.requestId);
  }
}
