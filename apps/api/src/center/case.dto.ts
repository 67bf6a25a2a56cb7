import {
  BY_PROCEDURE,
  CASE_SORTS,
  type CaseFilter,
  type CaseSort,
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
import { CASE_COLUMN_NAMES, type CaseColumnName } from '@app/reporting';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Day, Flag, Id, ListOf, Market, Nested, OneOf, PageQuery, Shaped, Text, Whole } from '../http/fields';

const STAGE_NAMES = Object.keys(STAGES);
export const REPORTABLE = MILESTONE_KINDS.filter((kind) => !BY_PROCEDURE.includes(kind));

/** Several codes in one query parameter, parted by commas. */
const Codes = (of: { shape?: RegExp; among?: readonly string[] }, max: number, what: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      required: false,
      type: String,
      isArray: true,
      ...(of.among && { enum: [...of.among] }),
      ...(of.shape && { pattern: of.shape.source }),
      description: 'Ngăn cách bằng dấu phẩy',
    }),
    IsOptional(),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value)),
    IsArray({ message: 'phải là danh sách' }),
    ArrayMaxSize(max, { message: `nhiều nhất ${max} mục` }),
    of.among
      ? IsIn([...of.among], { each: true, message: `phải là ${what}` })
      : Matches(of.shape!, { each: true, message: `phải là ${what}` }),
  );

/** What a list and a file of cases may be narrowed and ordered by. */
export class CaseFilterQuery {
  @Codes({ among: STAGE_NAMES }, 20, 'mã giai đoạn') stages?: Stage[];
  @Codes({ shape: /^[A-Z]{2}$/ }, 40, 'mã thị trường gồm 2 chữ hoa') market?: string[];
  @Id({ optional: true }) agencyId?: string;
  @Codes({ shape: /^\d{5}$/ }, 200, 'mã xã gồm 5 chữ số') communeCode?: string[];
  @OneOf(['M', 'F'], { optional: true }) sex?: 'M' | 'F';
  @OneOf(LEGAL_FORMS, { optional: true }) legalForm?: LegalForm;
  @Text(40, { optional: true }) programme?: string;
  @OneOf(['true', 'false'], { optional: true, description: 'Chỉ hồ sơ có cảnh báo đang mở' }) alerted?: string;
  @Day({ optional: true }) endFrom?: LocalDate;
  @Day({ optional: true }) endTo?: LocalDate;
  @OneOf(Object.keys(GUARDS), { optional: true, description: 'Chỉ hồ sơ còn thiếu giấy tờ này' }) unproven?: Guard;
  @Day({ optional: true }) departedFrom?: LocalDate;
  @Day({ optional: true }) departedTo?: LocalDate;
  @Text(100, { optional: true }) text?: string;
  @OneOf(CASE_SORTS, { optional: true, description: 'end: ngày hết hạn hợp đồng (mặc định); name: tên, họ, đệm' }) sort?: CaseSort;
  @OneOf(['asc', 'desc'], { optional: true }) order?: 'asc' | 'desc';
}

export class CasesQuery extends IntersectionType(CaseFilterQuery, PageQuery) {
  @OneOf(['true', 'false'], { optional: true }) total?: string;
}

export class CaseFileQuery extends CaseFilterQuery {
  @Codes({ among: CASE_COLUMN_NAMES }, 30, 'tên cột') columns?: CaseColumnName[];
}

/** The use case's filter of a query. */
export function caseFilterOf({ market, communeCode, alerted, order, ...same }: CaseFilterQuery): CaseFilter {
  return { ...same, markets: market, communes: communeCode, alerted: alerted === 'true', descending: order === 'desc' };
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
  @Text(200, { optional: true }) issuer?: string;
  @OneOf(Object.keys(GUARDS), { optional: true }) guard?: Guard;
  @Flag({ optional: true }) pass?: boolean;
  @Text(200, { optional: true }) occupation?: string;
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

export class ManyMilestonesRequest {
  @ListOf(() => String, 500, { example: [], each: [IsUUID('all', { each: true, message: 'phải là mã định danh hợp lệ' })] })
  caseIds: string[];
  @OneOf(REPORTABLE, { example: 'SELECTED' }) kind: MilestoneKind;
  @Day({ optional: true }) effectiveOn?: LocalDate;
  @Nested(() => DetailRequest, { optional: true }) detail?: DetailRequest;
}

export class UndoRequestBody {
  @Shaped(/^[\x21-\x7e]{8,120}$/, 'mã yêu cầu (Idempotency-Key) đã gửi', { example: 'my-own-request-1' }) requestKey: string;
}

export class WaiveGuardRequest {
  @OneOf(Object.keys(GUARDS), { example: 'LANGUAGE' }) guard: Guard;
  @Text(300, { min: 10, example: 'Nước đến miễn chứng chỉ cho đợt này' }) reason: string;
}

export class ProveGuardRequest {
  @OneOf(Object.keys(GUARDS), { example: 'HEALTH' }) guard: Guard;
  @Day() on: LocalDate;
  @Day({ optional: true }) validUntil?: LocalDate;
  @Text(60, { example: '12/GKSK' }) reference: string;
  @Text(200, { optional: true }) issuer?: string;
  @Flag({ optional: true, description: 'Giấy thông hành thay hộ chiếu' }) pass?: boolean;
}
