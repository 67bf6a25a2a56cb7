import type { LocalDate } from '@app/kernel';
import { CLAIM_STATES, type ClaimState } from '@app/support';
import { IsUUID } from 'class-validator';
import { Day, Id, ListOf, OneOf, PageQuery, Shaped, Text, Whole } from '../http/fields';

const MOST = 100_000_000_000;
const CODE = /^[A-Z][A-Z0-9_]{1,39}$/;
const MOST_SCANS = 20;
const eachId = [IsUUID('all', { each: true, message: 'phải là mã định danh hợp lệ' })];

export class SupportClaimRequest {
  @Shaped(CODE, 'mã khoản hỗ trợ', { example: 'LANGUAGE' }) item: string;
  @Whole(1, 9_999, { description: 'Số ngày hoặc số tháng, giữ trong mức của khoản; khoản hỗ trợ một lần: 1', example: 1 }) units: number;
  @Whole(1, MOST, { description: 'đồng', example: 3_000_000 }) amount: number;
  @Day({ description: 'Ngày ghi trên chứng từ', example: '2026-09-01' }) spentOn: LocalDate;
  @Text(60, { description: 'Số chứng từ', example: 'BL-0001' }) receiptNo: string;
  @ListOf(() => String, MOST_SCANS, { optional: true, example: [], each: eachId, description: 'Bản chụp trong hồ sơ chứng minh khoản này' })
  fileIds?: string[];
}

export class SupportScansRequest {
  @ListOf(() => String, MOST_SCANS, { example: [], each: eachId, description: 'Bản chụp trong hồ sơ chứng minh khoản này' })
  fileIds: string[];
}

export class SupportClaimQuery extends PageQuery {
  @OneOf(CLAIM_STATES, { optional: true, example: 'PENDING' }) state?: ClaimState;
}

export class SupportMonthQuery {
  @Shaped(/^20\d\d-(0[1-9]|1[0-2])$/, 'tháng dạng yyyy-mm', { example: '2026-11' }) month: string;
}

class ClaimsRequest {
  @ListOf(() => String, 100, { example: [], each: eachId }) claimIds: string[];
}

export class SupportApprovalRequest extends ClaimsRequest {
  @Id() fundId: string;
}

export class SupportRefusalRequest extends ClaimsRequest {
  @Text(300, { description: 'Vì sao', example: 'Thiếu biên lai học phí' }) reason: string;
}

export class SupportPaymentRequest extends ClaimsRequest {
  @Text(100, { description: 'Số chứng từ chi', example: 'UNC 118/2026' }) proof: string;
  @Day({ optional: true, description: 'Ngày chi; bỏ trống: hôm nay', example: '2026-11-20' }) on?: LocalDate;
}

export class SupportReversalRequest {
  @Text(300, { description: 'Vì sao đảo', example: 'Duyệt nhầm nguồn' }) reason: string;
}

export class SupportFundQuery {
  @Whole(2000, 2100, { optional: true, description: 'Năm ngân sách; bỏ trống: năm nay' }) year?: number;
}

export class SupportFundRequest {
  @Shaped(CODE, 'mã chương trình', { example: 'NATIONAL' }) programme: string;
  @Whole(2000, 2100, { example: 2026 }) year: number;
  @Text(60, { description: 'Dòng ngân sách (mục, tiểu mục, tiểu dự án)', example: 'Tiểu dự án 3' }) budgetLine: string;
  @Whole(-MOST, MOST, { description: 'đồng; số âm: giảm phần chưa hứa chi', example: 500_000_000 }) amount: number;
  @Text(100, { description: 'Số quyết định giao', example: '12/QĐ-UBND' }) decision: string;
}
