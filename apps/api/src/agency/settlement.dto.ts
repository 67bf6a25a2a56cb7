import type { LocalDate } from '@app/kernel';
import {
  ESCROW_DEEDS,
  ESCROW_KINDS,
  ESCROW_VIEWS,
  type EscrowDeed,
  type EscrowKind,
  type EscrowView,
  LIQUIDATION_DEEDS,
  type LiquidationDeed,
  PAYMENT_ITEMS,
  type PaymentItem,
  REFUND_KINDS,
  type RefundKind,
  REVERSIBLE,
} from '@app/settlement';
import { Day, Flag, ListOf, Market, OneOf, PageQuery, Shaped, Text, Whole } from '../http/fields';

const MOST = 100_000_000_000;
const STATES = 'OPEN|PROPOSED|DISPUTED|CLOSED|UNILATERAL';

export class LiquidationListQuery extends PageQuery {
  @Shaped(new RegExp(`^(${STATES})(,(${STATES}))*$`), 'danh sách trạng thái', { optional: true, example: 'OPEN,PROPOSED' }) states?: string;
}

export class LiquidationDeedRequest {
  @OneOf(LIQUIDATION_DEEDS, { example: 'SEND_LETTER' }) deed: LiquidationDeed;
  @Day({ optional: true, description: 'Ngày thực hiện; bỏ trống: hôm nay' }) on?: LocalDate;
  @Text(500, { optional: true, description: 'Số thư, nội dung thỏa thuận, lý do chưa đồng ý' }) note?: string;
}

export class RefundRequest {
  @OneOf(REFUND_KINDS, { example: 'EARLY_RETURN' }) kind: RefundKind;
  @Day({ optional: true, description: 'Ngày làm việc cuối cùng' }) lastDay?: LocalDate;
  @OneOf(['WORKER', 'EMPLOYER', 'AGENCY', 'FORCE_MAJEURE', 'NONE'], { optional: true, example: 'EMPLOYER' })
  fault?: 'WORKER' | 'EMPLOYER' | 'AGENCY' | 'FORCE_MAJEURE' | 'NONE';
  @Whole(0, MOST, { optional: true, description: 'Chi phí đã chứng minh khi người lao động rút, đồng' }) provenCosts?: number;
}

export class RefundPaymentRequest {
  @Whole(1, MOST, { description: 'đồng', example: 1_000_000 }) amount: number;
  @Day({ optional: true, example: '2026-11-20', description: 'Ngày chi; bỏ trống: hôm nay' }) on?: LocalDate;
  @Text(200, { description: 'Số chứng từ chi', example: 'UNC 118/2026' }) proof: string;
}

export class FeeReceiptRequest {
  @OneOf(PAYMENT_ITEMS, { example: 'SERVICE_FEE' }) item: PaymentItem;
  @Whole(1, MOST, { description: 'đồng', example: 20_000_000 }) amount: number;
  @Day({ example: '2026-03-01' }) paidOn: LocalDate;
  @Text(60, { example: 'BL-0001' }) receiptNo: string;
  @Text(300, { optional: true }) note?: string;
}

export class EscrowDeedRequest {
  @OneOf(ESCROW_KINDS, { example: 'AGENCY' }) kind: EscrowKind;
  @OneOf(ESCROW_DEEDS, { example: 'DEPOSIT' }) deed: EscrowDeed;
  @Whole(1, MOST, { description: 'đồng', example: 12_000_000 }) amount: number;
  @Day({ example: '2026-03-01' }) on: LocalDate;
  @Text(60, { description: 'Số chứng từ', example: 'KQ-0001' }) reference: string;
  @Flag({ optional: 'absent', description: 'true: tài khoản ký quỹ mở tại phòng giao dịch theo dõi hồ sơ' }) atCaseBank?: boolean;
  @Text(300, { optional: true }) note?: string;
}

export class EscrowListQuery extends PageQuery {
  @OneOf(ESCROW_KINDS, { example: 'EPS', description: 'Sổ EPS hoặc sổ ký quỹ với doanh nghiệp; hai sổ không cộng chung' }) kind: EscrowKind;
  @OneOf(ESCROW_VIEWS, { optional: true, example: 'todo', description: 'todo: cần xử lý; held: đang giữ; over: đã xong' })
  view?: EscrowView;
}

export class TakeMoneyBackRequest {
  @OneOf(REVERSIBLE, { example: 'RECEIPT' }) what: (typeof REVERSIBLE)[number];
  @Shaped(/^(\d{1,15}|[0-9a-f-]{36})$/, 'mã của khoản đã ghi', { example: '1' }) id: string;
  @Text(300, { description: 'Vì sao đảo', example: 'Ghi nhầm số tiền' }) reason: string;
}

export class FeeLineRequest {
  @OneOf(PAYMENT_ITEMS, { example: 'SERVICE_FEE' }) item: PaymentItem;
  @OneOf(['WORKER', 'AGENCY', 'FOREIGN', 'BUDGET'], { example: 'WORKER' }) payer: 'WORKER' | 'AGENCY' | 'FOREIGN' | 'BUDGET';
  @Whole(0, MOST, { example: 20_000_000 }) amount: number;
  @Text(200, { optional: 'absent', description: 'Thu khi nào' }) when?: string;
  @Flag({ optional: 'absent' }) refundable?: boolean;
}

const FeeJobCode = () =>
  Shaped(/^[A-Z][A-Z0-9_]{1,39}$/, 'mã công việc có mức trần riêng', {
    optional: true,
    example: 'TW_CARE_INSTITUTION',
    description: 'Bỏ trống: công việc theo mức trần chung',
  });

export class FeeSheetRequest {
  @Market() market: string;
  @Text(100, { example: 'Gia công cơ khí' }) occupation: string;
  @FeeJobCode() job?: string;
  @Day({ example: '2026-11-01' }) validFrom: LocalDate;
  @Whole(1, 120, { example: 36 }) months: number;
  @Whole(1, MOST, { description: 'Tiền lương tháng theo hợp đồng, đồng', example: 22_000_000 }) monthlyWage: number;
  @ListOf(() => FeeLineRequest, 40, { example: [{ item: 'SERVICE_FEE', payer: 'WORKER', amount: 20_000_000 }] }) lines: FeeLineRequest[];
}

export class FeeSheetQuery {
  @Market({ optional: true }) market?: string;
}

export class FeeSheetListQuery extends PageQuery {
  @Market({ optional: true }) market?: string;
}

export class FeeCeilingQuery {
  @Market() market: string;
  @FeeJobCode() job?: string;
  @Whole(1, 120, { example: 36 }) months: number;
  @Whole(1, MOST, { description: 'Tiền lương tháng theo hợp đồng, đồng', example: 22_000_000 }) monthlyWage: number;
  @Day({ optional: true, description: 'Ngày áp dụng; bỏ trống: hôm nay' }) on?: LocalDate;
}
