import type { LocalDate } from '@app/kernel';
import { SendReportRequest } from '../center/report.dto';
import { CommuneCode, Day, Id, Market, OneOf, PageQuery, Text } from '../http/fields';

export class CommunePeopleQuery extends PageQuery {
  @OneOf(['true', 'false'], { optional: true, description: 'Chỉ người đang ở nước ngoài' }) abroad?: string;
  @Market({ optional: true }) market?: string;
}

export class CommuneReportQuery {
  @Day({ optional: true, description: 'Ngày bất kỳ trong tháng; bỏ trống: tháng gần nhất đã hết' }) month?: LocalDate;
  @CommuneCode({ optional: true, description: 'Cán bộ phụ trách nhiều xã chọn một' }) communeCode?: string;
}

export class CommuneReportRequest extends SendReportRequest {
  @CommuneCode({ optional: true }) communeCode?: string;
}

export class DeskHandOverRequest {
  @Id({ description: 'Tài khoản người nhận, cùng đơn vị' }) accountId: string;
  @Text(300, { min: 5, example: 'Thay đổi người phụ trách' }) reason: string;
}

export class QuestionRequest {
  @Id() caseId: string;
  @Text(1000, { min: 3, multiline: true, example: 'Gia đình hỏi thủ tục hoàn tiền ký quỹ' }) text: string;
}

export class QuestionAnswerRequest {
  @Text(1000, { min: 2, multiline: true, example: 'Gia đình mang hợp đồng lên trung tâm' }) text: string;
}

export class WrongCommuneRequest {
  @Id() caseId: string;
  @CommuneCode({ optional: true, description: 'Xã mà cán bộ cho là đúng' }) suggested?: string;
}
