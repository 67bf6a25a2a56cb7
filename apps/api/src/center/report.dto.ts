import type { LocalDate } from '@app/kernel';
import { CommuneCode, Day, Id, Shaped, Text } from '../http/fields';

export class ReportMonthQuery {
  @Day({ optional: true, description: 'Ngày bất kỳ trong tháng; bỏ trống: tháng gần nhất đã hết' }) month?: LocalDate;
}

export class SendReportRequest {
  @Day({ example: '2026-10-01', description: 'Ngày bất kỳ trong tháng' }) month: LocalDate;
  @Text(4000, { multiline: true, example: 'Trong tháng có 3 người xuất cảnh.' }) remark: string;
}

export class ReportRowsQuery {
  @Day({ example: '2026-10-01' }) month: LocalDate;
  @Shaped(/^[a-zA-Z.]{3,40}$/, 'mã chỉ tiêu của báo cáo', { example: 'exits.month' }) indicator: string;
  @CommuneCode({ optional: true, description: 'Chỉ của xã này' }) communeCode?: string;
  @Id({ optional: true, description: 'Của bản đã gửi; bỏ trống: theo số liệu hiện nay' }) reportId?: string;
}

export class ReturnReportRequest {
  @Text(1000, { min: 3, multiline: true, example: 'Chưa nêu khó khăn của xã' }) note: string;
}
