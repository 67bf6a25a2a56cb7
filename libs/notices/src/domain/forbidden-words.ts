/** Words that accuse, and marks of personal data: none may stand in a mail or letter, whatever the case. */
export const FORBIDDEN_IN_NOTICES: readonly RegExp[] = [
  /bỏ\s*trốn/iu,
  /trốn/iu,
  /quá\s*hạn/iu,
  /overstay/iu,
  /bất\s*hợp\s*pháp/iu,
  /cư\s*trú\s*trái\s*phép/iu,
  /vi\s*phạm/iu,
  /\bnợ\b|khoản vay|vay vốn|ngân hàng/iu,
  /căn cước|hộ chiếu|số điện thoại/iu,
  // an identity number or a phone number
  /(?<!\d)\d{12}(?!\d)|(?<!\d)0\d{9}(?!\d)|\+84\d{9}/,
];
