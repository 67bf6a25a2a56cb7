import { EDUCATION_LEVELS, type EducationLevel, ORDER_STATES, type OrderState, type OrderTerms } from '@app/agencies';
import { LEGAL_FORMS } from '@app/casework';
import type { LocalDate } from '@app/kernel';
import { NOT_SELECTED_REASONS, type NotSelectedReason, SELECTION_RESULTS, type SelectionLine, type SelectionOutcome } from '@app/outreach';
import { Day, Id, ListOf, Market, Nested, OneOf, PageQuery, ProvinceCode, Shaped, Text, Whole } from '../http/fields';

export class OrderTermsRequest implements OrderTerms {
  @Text(200, { example: 'Chế biến thực phẩm, tỉnh Chiba' }) title: string;
  @Market() market: string;
  @OneOf(LEGAL_FORMS, { example: 'SERVICE' }) legalForm: string;
  @Text(40, { optional: 'absent' }) programme?: string;
  @Id({ optional: 'absent' }) contractId?: string;
  @Text(200, { example: 'Chế biến thực phẩm' }) occupation: string;
  @Text(200, { example: 'Nhà máy Sakura' }) employer: string;
  @Text(200, { optional: 'absent' }) workplace?: string;
  @Whole(1, 100_000, { example: 10 }) places: number;
  @Shaped(/^\d{1,15}(\.\d{1,4})?$/, 'số tiền', { optional: 'absent' }) wage?: string;
  @Shaped(/^[A-Z]{3}$/, 'mã tiền tệ', { optional: 'absent' }) wageCurrency?: string;
  @Whole(1, 168, { optional: 'absent' }) hoursPerWeek?: number;
  @Whole(1, 120, { optional: 'absent' }) termMonths?: number;
  @Whole(18, 80, { optional: 'absent' }) ageFrom?: number;
  @Whole(18, 80, { optional: 'absent' }) ageTo?: number;
  @OneOf(['M', 'F'], { optional: 'absent' }) sex?: 'M' | 'F';
  @OneOf(EDUCATION_LEVELS, { optional: 'absent' }) education?: EducationLevel;
  @Text(60, { optional: 'absent', example: 'N4' }) language?: string;
  @Text(2000, { optional: 'absent', multiline: true }) conditions?: string;
  @Day({ optional: 'absent', example: '2027-03-31' }) closesOn?: LocalDate;
  @Day({ optional: 'absent', example: '2027-06-30' }) exitOn?: LocalDate;
}

export class FileOrderRequest {
  @ProvinceCode({ example: '12' }) provinceCode: string;
  @Nested(() => OrderTermsRequest, {
    example: {
      title: 'Chế biến thực phẩm',
      market: 'JP',
      legalForm: 'SKILL_UPGRADE',
      occupation: 'Chế biến thực phẩm',
      employer: 'Nhà máy Sakura',
      places: 10,
    },
  })
  terms: OrderTermsRequest;
}

export class OrderDecisionRequest {
  @OneOf(['approve', 'refuse'], { example: 'refuse' }) decision: 'approve' | 'refuse';
  @Text(500, { optional: true, multiline: true, example: 'Thiếu bản dịch hợp đồng' }) reason?: string;
}

export class OrdersQuery extends PageQuery {
  @OneOf(ORDER_STATES, { optional: true }) state?: OrderState;
  @Market({ optional: true }) market?: string;
  @Id({ optional: true }) agencyId?: string;
}

export class SelectionLineRequest implements SelectionLine {
  @Text(40, { description: 'Mã hồ sơ hoặc số căn cước', example: '012090000001' }) ref: string;
  @OneOf(SELECTION_RESULTS, { example: 'PASSED' }) result: SelectionOutcome;
  @OneOf(NOT_SELECTED_REASONS, { optional: 'absent' }) reason?: NotSelectedReason;
  @Text(40, { optional: 'absent' }) score?: string;
}

export class SelectionRequest {
  @Text(120, { example: 'Phỏng vấn đợt 1' }) round: string;
  @Day({ example: '2026-11-20' }) heldOn: LocalDate;
  @ListOf(() => SelectionLineRequest, 2_000, { example: [] }) results: SelectionLineRequest[];
}
