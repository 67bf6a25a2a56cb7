import { CHECK_FINDINGS, CHECK_KINDS, type HandleCommand, LOAN_DEEDS, LOAN_STATES, NOTES, POSTING_KINDS } from '@app/loans';
import type { LocalDate } from '@app/kernel';
import { Day, Id, ListOf, OneOf, PageQuery, Shaped, Text, Whole } from '../http/fields';
import { IsUUID } from 'class-validator';

const MOST = 1_000_000_000_000;
const STATES = Object.keys(LOAN_STATES).join('|');

export class LoanListParameters extends PageQuery {
  @Shaped(new RegExp(`^(${STATES})(,(${STATES}))*$`), 'danh sách trạng thái', { optional: true, example: 'DRAFT,APPLIED' }) states?: string;
  @OneOf(['true', 'false'], { optional: true, description: 'true: có gốc quá hạn' }) overdue?: string;
  @OneOf(['true', 'false'], { optional: true, description: 'true: chưa gắn với hồ sơ nào' }) unlinked?: string;
  @Id({ optional: true }) caseId?: string;
  @Shaped(/^[A-Z_]{3,30}$/, 'mã nguyên nhân', { optional: true, example: 'RETURNED_EARLY' }) cause?: string;
}

export class CostsQuery {
  @Whole(1, MOST, { optional: true, description: 'Tổng chi phí theo hợp đồng, đồng', example: 165_000_000 }) costs?: number;
  @Shaped(
    /^[A-Z_]+:\d{1,12}(x\d{1,4})?(,[A-Z_]+:\d{1,12}(x\d{1,4})?){0,19}$/,
    'các mục đã chi, dạng MỤC:SỐ_TIỀN hoặc MỤC:SỐ_TIỀNxSỐ_NGÀY',
    {
      optional: true,
      example: 'ORIENTATION:530000,FOOD:2400000x60',
      description: 'Mục ngân sách hỗ trợ, số tiền theo chứng từ; x60: trong 60 ngày (hoặc tháng) với mục có mức trần theo ngày, tháng',
    },
  )
  billed?: string;
}

export class ReferRequest {
  @ListOf(() => String, 200, { example: [], each: [IsUUID('all', { each: true, message: 'phải là mã định danh hợp lệ' })] })
  caseIds: string[];
  @Id({ optional: true, description: 'Phòng giao dịch; bỏ trống khi tỉnh chỉ có một' }) bankId?: string;
  @Whole(1, MOST, { optional: true, description: 'Số tiền mỗi người đề nghị vay, đồng' }) requested?: number;
}

const DEEDS = [...LOAN_DEEDS.filter((deed) => deed !== 'DISBURSE' && deed !== 'PAY'), ...NOTES];

export class LoanDeedRequest {
  @OneOf(DEEDS, { example: 'CHECK' }) deed: HandleCommand['deed'];
  @Day({ optional: true, description: 'Ngày thực hiện; bỏ trống: hôm nay' }) on?: LocalDate;
  @Shaped(/^[0-9A-Za-z./-]{3,30}$/, 'mã món vay', { optional: true }) loanNo?: string;
  @Whole(1, MOST, { optional: true, description: 'Số tiền phê duyệt, đồng' }) amount?: number;
  @Whole(1, MOST, { optional: true, description: 'Tổng chi phí theo hợp đồng, đồng; cần khi phê duyệt' }) costs?: number;
  @Whole(0, MOST, {
    optional: true,
    description: 'Phần ngân sách hỗ trợ trong các chi phí đó, đồng; hồ sơ có đề nghị hỗ trợ đã duyệt thì bỏ trống',
  })
  supported?: number;
  @Whole(1, 120, { optional: true, description: 'Thời hạn, tháng' }) termMonths?: number;
  @Whole(1, 120, { optional: true, description: 'Kỳ trả gốc, tháng' }) everyMonths?: number;
  @Whole(1, 60, { optional: true, description: 'Số tháng gia hạn' }) months?: number;
  @Day({ optional: true, description: 'Ngày hết khoanh nợ' }) until?: LocalDate;
  @Text(100, { optional: true, description: 'Số quyết định' }) decisionNo?: string;
  @Text(1_000, { optional: true, multiline: true, description: 'Lý do, biện pháp xử lý' }) reason?: string;
  @Text(500, { optional: true, description: 'Tài sản bảo đảm' }) collateral?: string;
  @Text(100, { optional: true, description: 'Nguồn vốn' }) capitalSource?: string;
  @Text(100, { optional: true, description: 'Tổ tiết kiệm và vay vốn' }) creditGroup?: string;
  @Text(200, { optional: true, description: 'Người được ủy quyền trả nợ' }) authorisedPayer?: string;
  @OneOf(CHECK_KINDS, { optional: true, example: 'PERIODIC' }) checkKind?: HandleCommand['checkKind'];
  @OneOf(CHECK_FINDINGS, { optional: true, example: 'AS_PROMISED' }) finding?: HandleCommand['finding'];
  @Whole(0, MOST, { optional: true, description: 'Số tiền dùng sai mục đích, đồng' }) misused?: number;
}

export class PostingRequest {
  @OneOf(POSTING_KINDS, { example: 'INTEREST' }) kind: (typeof POSTING_KINDS)[number];
  @Day({ example: '2026-11-20' }) on: LocalDate;
  @Whole(1, MOST, { description: 'đồng', example: 500_000 }) amount: number;
  @Shaped(/^[\p{L}\p{N}][\p{L}\p{N}./_-]{1,39}$/u, 'số chứng từ', { example: 'PT-0001' }) reference: string;
  @OneOf(['WORKER', 'AGENCY'], { optional: true, description: 'Giải ngân cho ai' }) payee?: 'WORKER' | 'AGENCY';
  @Text(300, { optional: true }) note?: string;
}

export class TakeBackRequest {
  @Text(300, { description: 'Vì sao đảo', example: 'Ghi nhầm số tiền' }) reason: string;
}

export class RiskQuery {
  @Whole(1, 365, { optional: true, example: 30, description: 'Số ngày tới' }) days?: number;
}

export class ClassificationRequest {
  @Whole(2000, 2100, { example: 2025, description: 'Năm có ngày 31/12 đã qua' }) year: number;
}

export class DebtYearQuery {
  @Shaped(/^20\d{2}$/, 'năm', { example: '2025' }) year: string;
}

export class MonthRequest {
  @Shaped(/^\d{4}-(0[1-9]|1[0-2])-01$/, 'ngày đầu tháng, dạng yyyy-mm-01', { example: '2026-10-01' }) month: LocalDate;
  @OneOf(['CLOSE', 'REOPEN'], { example: 'CLOSE' }) act: 'CLOSE' | 'REOPEN';
  @Text(500, { optional: true, description: 'Lý do mở lại' }) reason?: string;
}

export class MonthQuery {
  @Shaped(/^\d{4}-(0[1-9]|1[0-2])-01$/, 'ngày đầu tháng, dạng yyyy-mm-01', { example: '2026-10-01' }) month: LocalDate;
}
