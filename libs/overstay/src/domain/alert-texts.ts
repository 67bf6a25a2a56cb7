import { formatVietnamese, type LocalDate } from '@app/kernel';
import type { Family, OwnerRole } from './alert-rule';

export interface TextFacts {
  readonly rule: string;
  readonly family: Family;
  readonly targetDate: LocalDate;
  readonly estimated: boolean;
  /** The agency or the centre is still being asked. */
  readonly verifying: boolean;
  /** The host gives people leave to go home without penalty now: the flag stays, its words change. */
  readonly departureWindow: boolean;
}

/** Why the office reads this, in the words of the service: a suspicion is never an accusation. */
export function whyText(alert: TextFacts): string {
  const day = formatVietnamese(alert.targetDate);
  const texts: Record<Family, string> = {
    EXPIRY: `Hợp đồng hết hạn ngày ${day}.`,
    SEASONAL_EXPIRY: `Hợp đồng thời vụ hết hạn ngày ${day}.`,
    LAISSEZ_PASSER: `Giấy thông hành hết hạn ngày ${day}.`,
    RETURN_UNCONFIRMED: `Hợp đồng đã hết hạn ngày ${day}, chưa có tin về nước.`,
    SUSPECTED_OVERSTAY: alert.departureWindow
      ? `Thời hạn cư trú đã hết ngày ${day}; nước tiếp nhận đang cho phép tự nguyện về nước.`
      : alert.verifying
        ? `Thời hạn cư trú đã hết ngày ${day}; đang xác minh với doanh nghiệp.`
        : `Thời hạn cư trú đã hết ngày ${day}, chưa xác nhận về nước.`,
    OVERSTAY: `Thời hạn cư trú đã hết từ ngày ${day}, chưa xác nhận về nước.`,
    PERSUASION_DUE: `Đến hẹn thăm gia đình ngày ${day}.`,
    ABSCONDED_REPORT: `Doanh nghiệp báo người lao động rời nơi làm việc ngày ${day}.`,
    RESIDENCE_NOTICE: `Người lao động nhập cảnh ngày ${day}; cần thông báo nơi cư trú.`,
    WAIT_180: `Người lao động trúng tuyển ngày ${day}, chưa xuất cảnh; pháp luật cho chờ tối đa 180 ngày.`,
    CERT_24M: `Chứng chỉ giáo dục định hướng có giá trị đến ngày ${day}.`,
    PASSPORT: `Hộ chiếu hết hạn ngày ${day}.`,
    HEALTH: `Giấy khám sức khỏe có giá trị đến ngày ${day}.`,
    DB_UPDATE: `Ngày dự kiến xuất cảnh ${day} đã qua, chưa có tin xuất cảnh.`,
    END_UNKNOWN: `Đã xuất cảnh ngày ${day}, chưa biết ngày hết hạn hợp đồng nên không có lịch nhắc về nước.`,
    LOAN_DECISION: `Hồ sơ vay đã đủ, ngân hàng phải quyết định đến hết ngày ${day}.`,
    INSTALMENT: `Kỳ trả gốc của khoản vay vào ngày ${day}, chưa thấy trả đủ.`,
    EPS_ESCROW_35: `Ký quỹ tại NHCSXH phải nộp đến hết ngày ${day}, chưa nộp.`,
    LIQUIDATION_180: `Hợp đồng đã chấm dứt, phải thanh lý đến hết ngày ${day}.`,
    REFUND_DUE: `Khoản hoàn trả phải chi đến hết ngày ${day}, chưa có đủ chứng từ chi.`,
  };
  return alert.estimated ? `${texts[alert.family]} Ngày này là ước tính.` : texts[alert.family];
}

/** What the owner should do next. */
export function nextActionText(alert: Pick<TextFacts, 'rule' | 'family'>, owner: OwnerRole): string {
  switch (alert.family) {
    case 'EXPIRY':
    case 'SEASONAL_EXPIRY':
      return alert.rule === 'EXPIRY_90'
        ? 'Thăm gia đình, hỏi dự định về nước hay gia hạn.'
        : alert.rule === 'EXPIRY_60'
          ? 'Xác nhận vé và giấy tờ về nước.'
          : 'Hỏi dự định: về nước hay gia hạn, và ghi ngày.';
    case 'LAISSEZ_PASSER':
      return 'Làm giấy thông hành mới hoặc đón người lao động về.';
    case 'RETURN_UNCONFIRMED':
      return owner === 'agency'
        ? 'Trả lời: đã về, đã gia hạn, chưa về còn liên lạc, hay mất liên lạc.'
        : 'Hỏi doanh nghiệp và gia đình, rồi trả lời.';
    case 'SUSPECTED_OVERSTAY':
      return owner === 'department' ? 'Xem xét văn bản và đôn đốc xã.' : 'Hỏi gia đình, rồi trả lời.';
    case 'OVERSTAY':
      return 'Rà soát hồ sơ và biện pháp vận động.';
    case 'PERSUASION_DUE':
    case 'ABSCONDED_REPORT':
      return 'Thăm gia đình, ghi kết quả và ngày hẹn lần sau.';
    case 'WAIT_180':
      return 'Xếp lịch xuất cảnh; không đưa đi được thì ghi và hoàn trả chi phí.';
    case 'CERT_24M':
      return 'Xếp lớp định hướng mới trước khi đi.';
    case 'PASSPORT':
      return 'Hướng dẫn người lao động cấp lại hộ chiếu, rồi ghi hộ chiếu mới.';
    case 'HEALTH':
      return 'Đưa người lao động đi khám lại, rồi ghi giấy mới.';
    case 'DB_UPDATE':
      return 'Báo xuất cảnh, hoặc ghi ngày dự kiến mới.';
    case 'END_UNKNOWN':
      return 'Ghi hợp đồng lao động với ngày hết hạn.';
    case 'LOAN_DECISION':
      return 'Hỏi phòng giao dịch kết quả; quyết định được ghi thì việc tự kết thúc.';
    case 'INSTALMENT':
      return 'Nhắc gia đình hoặc người được ủy quyền; xem nguyên nhân trong hồ sơ: trả, gia hạn hay khoanh nợ.';
    case 'EPS_ESCROW_35':
      return 'Nhắc người lao động nộp tại NHCSXH; ai cần thì làm hồ sơ vay ký quỹ.';
    case 'LIQUIDATION_180':
      return owner === 'agency'
        ? 'Mở Thanh lý, lập thanh lý rồi chờ người lao động xác nhận.'
        : 'Nhắc doanh nghiệp lập thanh lý; xem ở Thanh lý.';
    case 'REFUND_DUE':
      return owner === 'agency' ? 'Chi trả rồi ghi chứng từ ở Thanh lý.' : 'Nhắc doanh nghiệp chi trả; xem ở Thanh lý.';
    case 'RESIDENCE_NOTICE':
      return 'Hướng dẫn người lao động thông báo nơi cư trú rồi xác nhận.';
  }
}
