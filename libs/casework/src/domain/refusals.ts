/** Why a report is refused, as the person reads it: what is wrong and what to do next. */
export const REFUSALS = {
  ROLE_NOT_ALLOWED: 'Tài khoản của bạn không có quyền ghi việc này. Hãy chuyển cho đơn vị có thẩm quyền.',
  CASE_STATE: 'Giai đoạn hiện tại của hồ sơ không nhận việc này. Hãy kiểm tra diễn biến hồ sơ; lần đi mới cần mở hồ sơ mới.',
  STEP_SKIPPED: 'Hồ sơ chưa qua bước trước. Hãy ghi các bước còn thiếu theo thứ tự rồi ghi lại việc này.',
  DATE_MISSING: 'Chưa có ngày xảy ra. Hãy nhập ngày theo giấy tờ.',
  REASON_MISSING: 'Chưa có lý do. Hãy chọn lý do.',
  RETURN_TYPE_MISSING: 'Chưa có hình thức về nước. Hãy chọn: đúng hạn, trước hạn, trục xuất…',
  EARLY_REASON_MISSING: 'Về trước hạn cần có lý do. Hãy chọn lý do về trước hạn.',
  CONTRACT_END_MISSING: 'Chưa có ngày hết hạn hợp đồng mới. Hãy nhập ngày hết hạn theo hợp đồng gia hạn.',
  STAY_UNTIL_MISSING: 'Chưa có thời hạn cư trú mới. Hãy nhập ngày hết hạn theo thẻ cư trú hoặc thị thực.',
  EVIDENCE_MISSING: 'Việc này cần giấy tờ chứng minh. Hãy ghi giấy tờ (số, nơi cấp, ngày cấp) trước.',
  AGENCY_MISSING: 'Chưa chọn doanh nghiệp phụ trách mới. Hãy chọn doanh nghiệp, hoặc chọn không có doanh nghiệp.',
  ORDER_MISSING: 'Doanh nghiệp ghi trúng tuyển theo đơn hàng đã được Sở Nội vụ duyệt. Hãy mở mục Đơn hàng, chọn đơn hàng rồi ghi kết quả.',
  ORDER_FULL: 'Đơn hàng đã đủ số người. Hãy chọn đơn hàng khác, hoặc gửi Sở Nội vụ duyệt tăng số lượng.',
  GUARD_MISSING: 'Chưa nêu điều kiện nào được chứng minh. Hãy chọn giấy tờ bổ sung.',
  GUARD_NOT_WAIVABLE: 'Điều kiện này do pháp luật quy định, không ai được cho qua. Hãy bổ sung giấy tờ.',
  OPEN_ITEMS: 'Hồ sơ còn việc chưa xong. Hãy giải quyết hết các việc đang mở rồi kết thúc hồ sơ.',
  GUARDS_UNPROVEN: 'Hồ sơ chưa đủ điều kiện xuất cảnh. Hãy bổ sung các giấy tờ còn thiếu rồi xác nhận lại.',
  DATE_IN_FUTURE: 'Ngày này chưa tới. Chỉ ghi việc đã xảy ra.',
  EXIT_IN_FUTURE: 'Ngày xuất cảnh chưa tới. Hãy ghi sau khi người lao động đã xuất cảnh.',
  EXIT_BEFORE_CONTRACT: 'Ngày xuất cảnh trước ngày ký hợp đồng đưa đi. Hãy kiểm tra lại hai ngày này.',
  EXIT_AFTER_RETURN: 'Ngày xuất cảnh sau ngày về nước đã ghi. Nếu là lần đi mới, hãy mở hồ sơ mới.',
  EXIT_AFTER_CONTRACT_END: 'Ngày xuất cảnh sau ngày hết hạn hợp đồng. Hãy kiểm tra lại hai ngày này.',
  EXIT_DATE_DIFFERS: 'Hồ sơ đã có ngày xuất cảnh khác. Nếu ngày cũ sai, hãy đính chính ngày xuất cảnh.',
  RETURN_IN_FUTURE: 'Ngày về nước chưa tới. Hãy ghi kế hoạch về nước, hoặc ghi sau khi đã về.',
  RETURN_BEFORE_EXIT: 'Ngày về nước trước ngày xuất cảnh, hoặc hồ sơ chưa có ngày xuất cảnh. Hãy kiểm tra ngày xuất cảnh trước.',
  RETURN_DATE_DIFFERS: 'Hồ sơ đã có ngày về nước khác. Nếu ngày cũ sai, hãy đính chính ngày về nước.',
  BEFORE_EXIT: 'Ngày này trước ngày xuất cảnh. Hãy kiểm tra lại ngày.',
  CONTRACT_END_BEFORE_START: 'Ngày hết hạn hợp đồng trước ngày bắt đầu. Hãy kiểm tra lại hai ngày này.',
  EXTENSION_LEAVES_GAP:
    'Hợp đồng gia hạn bắt đầu sau khi hợp đồng cũ đã hết nhiều hơn một ngày. Hãy kiểm tra ngày bắt đầu, hoặc ghi chuyển chủ.',
  EXTENSION_NOT_LATER: 'Ngày hết hạn mới không muộn hơn ngày hết hạn đang có. Nếu ngày cũ sai, hãy đính chính.',
  TURN_TOO_LONG: 'Hợp đồng dài hơn thời hạn tối đa của chương trình. Hãy xem lại ngày hết hạn, hoặc chương trình của hồ sơ.',
  MARKET_DIFFERS: 'Nước đến khác với hợp đồng của hồ sơ. Hãy kiểm tra nước đến; đổi nước cần hồ sơ mới.',
  OTHER_CASE_ABROAD: 'Người lao động đang có một hồ sơ khác đủ điều kiện xuất cảnh hoặc đang ở nước ngoài. Hãy kết thúc hồ sơ đó trước.',
  NOT_CORRECTABLE: 'Không đính chính được việc này. Hãy đính chính việc mới nhất có hiệu lực.',
  CORRECTION_BREAKS_CASE: 'Đính chính này làm các ngày của hồ sơ mâu thuẫn. Hãy kiểm tra các việc ghi sau đó trước.',
} as const;
export type RefusalCode = keyof typeof REFUSALS;

export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  /** Codes, dates and counts that explain it; never a person's values. */
  readonly details: Readonly<Record<string, unknown>>;
}

export function refuse(code: RefusalCode, details: Refusal['details'] = {}): Refusal {
  return { code, message: REFUSALS[code], details };
}
