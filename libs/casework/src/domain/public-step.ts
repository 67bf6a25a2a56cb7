import type { LocalDate } from '@app/kernel';
import type { StoredStage } from './stages';

/** The way as a family knows it. */
export const PUBLIC_STEPS = [
  'Đăng ký',
  'Tuyển chọn',
  'Học định hướng',
  'Làm giấy tờ',
  'Xuất cảnh',
  'Đang làm việc ở nước ngoài',
  'Đã về nước',
] as const;

/** What the public page says of a case: kind words, never a suspicion, a debt or another person. */
export interface PublicStep {
  /** 1 … 7; null: the case ended before the way did. */
  readonly step: number | null;
  readonly of: number;
  readonly title: string;
  readonly next: string;
}

const CALL = 'Hãy liên hệ Trung tâm để được hướng dẫn.';
const WAYS: Readonly<Record<StoredStage, readonly [step: number | null, next: string]>> = {
  REGISTERED: [1, 'Chờ Trung tâm tư vấn thị trường và chi phí.'],
  COUNSELLED: [1, 'Chọn thị trường và đăng ký dự tuyển.'],
  SOURCED: [1, 'Tham gia tuyển chọn theo lịch hẹn.'],
  SELECTED: [2, 'Đăng ký lớp giáo dục định hướng.'],
  IN_TRAINING: [3, 'Học đủ buổi và dự kiểm tra cuối khóa.'],
  CONTRACTED: [4, 'Hoàn tất hộ chiếu, khám sức khỏe, thị thực.'],
  READY: [5, 'Chờ lịch bay; đọc kỹ hợp đồng và số điện thoại cần gọi.'],
  ABROAD: [6, 'Giữ liên lạc với gia đình; trước khi hợp đồng hết hạn, hãy hỏi Trung tâm về việc về nước hoặc gia hạn.'],
  LAWFUL_STAY: [6, CALL],
  ABSCONDED: [6, CALL],
  OVERSTAYING: [6, CALL],
  MISSING: [6, CALL],
  RETURNED: [7, 'Thông báo nơi cư trú trong 15 ngày; Trung tâm tư vấn việc làm miễn phí.'],
  DECEASED: [null, CALL],
  WITHDRAWN: [null, 'Muốn đăng ký lại, hãy liên hệ Trung tâm.'],
  NOT_SENT: [null, CALL],
  REJECTED: [null, 'Muốn đăng ký thị trường khác, hãy liên hệ Trung tâm.'],
  CLOSED: [7, 'Hồ sơ đã hoàn tất. Trung tâm tư vấn việc làm miễn phí.'],
};

/** A contract that is over says no more than "call the centre". */
export function publicStep(facts: { stage: StoredStage; contractEnd: LocalDate | null }, today: LocalDate): PublicStep {
  const [step, usual] = WAYS[facts.stage];
  const isOver = step === 6 && facts.contractEnd !== null && facts.contractEnd < today;
  const title = step === null ? 'Hồ sơ đã kết thúc' : PUBLIC_STEPS[step - 1]!;
  return { step, of: PUBLIC_STEPS.length, title, next: isOver ? CALL : usual };
}
