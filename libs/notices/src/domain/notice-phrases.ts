/** How a kind of item is worded: `asks` wants an answer, the others only tell. The list is tried from above. */
export interface NoticePhrase {
  /** Matches the item's kind. */
  pattern: RegExp;
  /** Heading of the group, with the number of cases put after it. */
  heading: string;
  /** What the office is asked to do; without it nothing is asked. */
  asks?: string;
  /** About the office itself: there is no case to name. */
  ofOffice?: true;
}

/**
 * The only place where a notice gets its words. Official wording: a person of whom no return is known is
 * "chưa xác nhận về nước" until a decision says otherwise.
 */
export const NOTICE_PHRASES: readonly NoticePhrase[] = [
  {
    pattern: /^ABSCONDED_REPORT/,
    heading: 'Doanh nghiệp báo mất liên lạc với người lao động',
    asks: 'Đề nghị gặp gia đình và ghi kết quả.',
  },
  {
    pattern: /^RETURN_UNCONFIRMED/,
    heading: 'Hợp đồng đã kết thúc, chưa xác nhận về nước',
    asks: 'Đề nghị trả lời: đã về nước, đã gia hạn, chưa về nhưng còn liên lạc, hay không liên lạc được.',
  },
  {
    pattern: /^SUSPECTED_OVERSTAY/,
    heading: 'Chưa xác nhận về nước sau thời gian chờ',
    asks: 'Đề nghị hỏi gia đình và trả lời trên hệ thống.',
  },
  {
    pattern: /^OVERSTAY_(\d+)$/,
    heading: 'Chưa xác nhận về nước, kéo dài nhiều tháng',
    asks: 'Đề nghị xem lại hồ sơ và hướng xử lý.',
  },
  {
    pattern: /^PERSUASION_DUE/,
    heading: 'Đến kỳ thăm và động viên gia đình',
    asks: 'Đề nghị thăm gia đình và ghi kết quả.',
  },
  {
    pattern: /^SEASONAL_EXPIRY/,
    heading: 'Sắp hết thời hạn làm việc thời vụ',
    asks: 'Đề nghị nhắc gia đình và xác nhận ngày về.',
  },
  { pattern: /^EXPIRY/, heading: 'Hợp đồng sắp hết hạn', asks: 'Đề nghị hỏi dự định về nước hoặc gia hạn.' },
  {
    pattern: /^LAISSEZ_PASSER/,
    heading: 'Giấy thông hành sắp hết giá trị',
    asks: 'Đề nghị kiểm tra ngày về hoặc giấy mới.',
  },
  {
    pattern: /^RESIDENCE_NOTICE/,
    heading: 'Cần xác nhận đã thông báo cư trú ở nước ngoài',
    asks: 'Đề nghị hỏi gia đình và xác nhận.',
  },
  {
    pattern: /^WAIT_180/,
    heading: 'Đã trúng tuyển lâu, chưa xuất cảnh',
    asks: 'Đề nghị xếp lịch xuất cảnh hoặc ghi lý do không đưa đi được.',
  },
  { pattern: /^CERT_24M/, heading: 'Chứng chỉ giáo dục định hướng sắp hết giá trị', asks: 'Đề nghị xếp lớp mới trước khi đi.' },
  { pattern: /^PASSPORT/, heading: 'Giấy tờ đi lại sắp hết hạn', asks: 'Đề nghị hướng dẫn cấp lại và ghi giấy mới.' },
  { pattern: /^HEALTH/, heading: 'Giấy tờ trước khi đi sắp hết giá trị', asks: 'Đề nghị bổ sung giấy mới.' },
  {
    pattern: /^DB_UPDATE/,
    heading: 'Đã qua ngày dự kiến xuất cảnh, chưa có tin',
    asks: 'Đề nghị báo xuất cảnh hoặc ghi ngày dự kiến mới.',
  },
  {
    pattern: /^END_UNKNOWN/,
    heading: 'Đã xuất cảnh, chưa có ngày hết hạn hợp đồng',
    asks: 'Đề nghị ghi hợp đồng với ngày hết hạn trên hệ thống.',
  },
  {
    pattern: /^(LOAN_DECISION|INSTALMENT|EPS_ESCROW_35)/,
    heading: 'Việc tài chính của hồ sơ đến ngày phải theo dõi',
    asks: 'Đề nghị mở hồ sơ trên hệ thống để xem.',
  },
  { pattern: /^LIQUIDATION_180/, heading: 'Hợp đồng cần thanh lý', asks: 'Đề nghị lập thanh lý trên hệ thống.' },
  { pattern: /^REFUND_DUE/, heading: 'Khoản phải hoàn trả đến ngày chi', asks: 'Đề nghị chi trả và ghi chứng từ.' },
  {
    pattern: /^MONTHLY_UPDATE/,
    heading: 'Cập nhật hằng tháng vào cơ sở dữ liệu của Bộ',
    asks: 'Đề nghị cập nhật rồi ghi ngày trên hệ thống.',
    ofOffice: true,
  },
  {
    pattern: /^LICENCE_END/,
    heading: 'Giấy phép của doanh nghiệp sắp hết thời hạn',
    asks: 'Đề nghị gửi giấy phép tiếp theo cho Sở Nội vụ.',
    ofOffice: true,
  },
  {
    pattern: /^PERMISSION_END/,
    heading: 'Thời gian được tuyển chọn tại địa phương sắp hết',
    asks: 'Đề nghị gửi văn bản xin tuyển tiếp cho Sở Nội vụ.',
    ofOffice: true,
  },
  {
    pattern: /^SUPPLY_END/,
    heading: 'Hợp đồng cung ứng sắp hết hiệu lực, còn đơn hàng đang tuyển',
    asks: 'Đề nghị đăng ký hợp đồng tiếp theo.',
    ofOffice: true,
  },
  { pattern: /^DEPARTURE$/, heading: 'Đã xuất cảnh' },
  { pattern: /^EXTENSION$/, heading: 'Đã gia hạn hợp đồng' },
  { pattern: /^RETURN$/, heading: 'Đã về nước' },
  { pattern: /^NOT_GOING$/, heading: 'Không đi làm việc ở nước ngoài nữa' },
  { pattern: /^TRANSFER$/, heading: 'Đã chuyển chủ sử dụng lao động' },
  { pattern: /^CONTRACT_ENDED$/, heading: 'Hợp đồng lao động chấm dứt' },
  { pattern: /^LEFT_WORKPLACE$/, heading: 'Doanh nghiệp báo đã rời nơi làm việc' },
  { pattern: /^OUT_OF_CONTACT$/, heading: 'Mất liên lạc' },
  { pattern: /^IN_CONTACT$/, heading: 'Đã liên lạc lại được' },
  { pattern: /^DEATH$/, heading: 'Người lao động chết' },
  { pattern: /^CORRECTION$/, heading: 'Đính chính tin đã báo' },
  { pattern: /^/, heading: 'Việc khác của hồ sơ', asks: 'Đề nghị mở hồ sơ trên hệ thống để xem.' },
];

export function phraseOf(kind: string): NoticePhrase {
  return NOTICE_PHRASES.find((phrase) => phrase.pattern.test(kind))!;
}
