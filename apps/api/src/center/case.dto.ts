import {
  BY_PROCEDURE,
  type ContractTerms,
  GUARDS,
  type Guard,
  LEGAL_FORMS,
  type LegalForm,
  MILESTONE_KINDS,
  type MilestoneDetail,
  type MilestoneKind,
  RETURN_TYPES,
  type ReturnType,
  STAGES,
  type Stage,
} from '@app/casework';
import type { LocalDate } from '@app/kernel';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { CommuneCode, Day, Flag, Id, Market, Nested, OneOf, PageQuery, Shaped, Text, Whole } from '../http/fields';

const STAGE_NAMES = Object.keys(STAGES);
export const REPORTABLE = MILESTONE_KINDS.filter((kind) => !BY_PROCEDURE.includes(kind));

export class CasesQuery extends PageQuery {
  @ApiProperty({
    required: false,
    type: String,
    isArray: true,
    enum: STAGE_NAMES,
    description: 'Ngăn cách bằng dấu phẩy',
  })
  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray({ message: 'phải là danh sách' })
  @ArrayMaxSize(20, { message: 'nhiều nhất 20 mục' })
  @IsIn(STAGE_NAMES, { each: true, message: 'phải là mã giai đoạn' })
  stages?: Stage[];
  @Market({ optional: true }) market?: string;
  @Id({ optional: true }) agencyId?: string;
  @CommuneCode({ optional: true }) communeCode?: string;
  @Day({ optional: true }) endFrom?: LocalDate;
  @Day({ optional: true }) endTo?: LocalDate;
  @Text(100, { optional: true }) text?: string;
  @OneOf(['true', 'false'], { optional: true }) total?: string;
}

export class OpenCaseRequest {
  @Id() workerId: string;
  @Id({ optional: true }) agencyId?: string;
  @OneOf(LEGAL_FORMS, { optional: true, example: 'SERVICE' }) legalForm?: LegalForm;
  @Text(40, { optional: true }) programme?: string;
  @Market({ optional: true }) market?: string;
  @Day({ optional: true }) registeredOn?: LocalDate;
}

export class ContractRequest implements ContractTerms {
  @OneOf(['sending', 'employment', 'extension', 'transfer'], { example: 'employment' }) kind: ContractTerms['kind'];
  @Text(60, { optional: true }) number?: string;
  @Day({ optional: true }) signedOn?: LocalDate;
  @Day({ optional: true }) startsOn?: LocalDate;
  @Day({ optional: true, example: '2029-11-20' }) endsOn?: LocalDate;
  @Whole(1, 120, { optional: true, example: 36 }) termMonths?: number;
  @Text(200, { optional: true }) employer?: string;
  @Text(200, { optional: true }) workplace?: string;
  @Text(200, { optional: true }) occupation?: string;
  @Shaped(/^\d{1,15}(\.\d{1,4})?$/, 'số tiền', { optional: true }) wage?: string;
  @Shaped(/^[A-Z]{3}$/, 'mã tiền tệ', { optional: true }) wageCurrency?: string;
}

export class DetailRequest implements MilestoneDetail {
  @OneOf(RETURN_TYPES, { optional: true }) returnType?: ReturnType;
  @Text(60, { optional: true }) reason?: string;
  @OneOf(['WORKER', 'EMPLOYER', 'AGENCY', 'FORCE_MAJEURE', 'NONE'], { optional: true })
  fault?: MilestoneDetail['fault'];
  @Text(200, { optional: true }) employer?: string;
  @Text(200, { optional: true }) workplace?: string;
  @Text(60, { optional: true }) gate?: string;
  @Market({ optional: true }) market?: string;
  @OneOf(LEGAL_FORMS, { optional: true }) legalForm?: LegalForm;
  @Text(40, { optional: true }) programme?: string;
  @Id({ optional: true }) agencyId?: string;
  @Day({ optional: true }) stayUntil?: LocalDate;
  @Day({ optional: true }) validUntil?: LocalDate;
  @Text(60, { optional: true }) reference?: string;
  @OneOf(Object.keys(GUARDS), { optional: true }) guard?: Guard;
  @Day({ optional: true }) lastSeenOn?: LocalDate;
  @OneOf(['RETURN', 'EXTEND'], { optional: true }) plan?: 'RETURN' | 'EXTEND';
  @Text(1000, { optional: true, multiline: true }) note?: string;
  @Flag({ optional: true }) decided?: boolean;
}

export class ReplacementRequest {
  @Day({ optional: true }) effectiveOn?: LocalDate;
  @Nested(() => DetailRequest, { optional: true }) detail?: DetailRequest;
  @Nested(() => ContractRequest, { optional: true }) contract?: ContractRequest;
  @Id({ optional: true }) documentId?: string;
}

export class CorrectionRequest {
  @Text(300, { min: 5, example: 'Ghi nhầm ngày' }) reason: string;
  @Nested(() => ReplacementRequest, { optional: true }) replacement?: ReplacementRequest;
}

export class MilestoneRequest extends ReplacementRequest {
  @OneOf(REPORTABLE, { example: 'COUNSELLED' }) kind: MilestoneKind;
}

export class ProveGuardRequest {
  @OneOf(Object.keys(GUARDS), { example: 'HEALTH' }) guard: Guard;
  @Day() on: LocalDate;
  @Day({ optional: true }) validUntil?: LocalDate;
  @Text(60, { example: '12/GKSK' }) reference: string;
}
