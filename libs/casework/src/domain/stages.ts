/** Where a stage lies on the way: before the exit, abroad, back, or ended without going. */
export type Phase = 'before' | 'abroad' | 'after' | 'ended';

interface StageRow {
  readonly title: string;
  readonly phase: Phase;
  /** Order before the exit: a record may skip forward, never back. */
  readonly rank?: number;
  /** Seen by the calendar and never stored. */
  readonly derived?: true;
}

/** Where a case stands (Law 69/2020/QH14 and the plans' practice); titles as officers read them. */
export const STAGES = {
  REGISTERED: { title: 'Đăng ký nhu cầu', phase: 'before', rank: 0 },
  COUNSELLED: { title: 'Đã tư vấn', phase: 'before', rank: 1 },
  SOURCED: { title: 'Tham gia chuẩn bị nguồn', phase: 'before', rank: 2 },
  SELECTED: { title: 'Trúng tuyển', phase: 'before', rank: 3 },
  IN_TRAINING: { title: 'Đang học giáo dục định hướng', phase: 'before', rank: 4 },
  CONTRACTED: { title: 'Đã ký hợp đồng đưa đi', phase: 'before', rank: 5 },
  READY: { title: 'Đủ điều kiện xuất cảnh', phase: 'before', rank: 6 },
  ABROAD: { title: 'Đang làm việc ở nước ngoài', phase: 'abroad' },
  ABROAD_GRACE: { title: 'Hết hạn hợp đồng, còn hạn cư trú', phase: 'abroad', derived: true },
  SUSPECTED_OVERSTAY: { title: 'Chưa xác nhận về nước', phase: 'abroad', derived: true },
  LAWFUL_STAY: { title: 'Chuyển đổi tư cách cư trú hợp pháp', phase: 'abroad' },
  ABSCONDED: { title: 'Doanh nghiệp báo đã rời nơi làm việc', phase: 'abroad' },
  OVERSTAYING: { title: 'Đã xác nhận cư trú quá hạn', phase: 'abroad' },
  MISSING: { title: 'Mất liên lạc', phase: 'abroad' },
  DECEASED: { title: 'Đã chết', phase: 'ended' },
  RETURNED: { title: 'Đã về nước', phase: 'after' },
  WITHDRAWN: { title: 'Rút hồ sơ', phase: 'ended' },
  NOT_SENT: { title: 'Không đưa đi được', phase: 'ended' },
  REJECTED: { title: 'Không đạt', phase: 'ended' },
  CLOSED: { title: 'Kết thúc hồ sơ', phase: 'ended' },
} as const satisfies Record<string, StageRow>;

export type Stage = keyof typeof STAGES;
/** Stages the calendar derives; nothing ever stores them. */
export type DerivedStage = 'ABROAD_GRACE' | 'SUSPECTED_OVERSTAY';
export type StoredStage = Exclude<Stage, DerivedStage>;

const names = Object.keys(STAGES) as Stage[];
const row = (stage: Stage): StageRow => STAGES[stage];

export const STORED_STAGES = names.filter((stage) => !row(stage).derived) as StoredStage[];
export const BEFORE_EXIT = names.filter((stage) => row(stage).phase === 'before') as StoredStage[];
/** Where a person is working or staying abroad, lawfully or not. */
export const ABROAD_STAGES = STORED_STAGES.filter((stage) => row(stage).phase === 'abroad');
/** A person has at most one case in these stages at a time. */
export const ONE_AT_A_TIME: readonly StoredStage[] = ['READY', 'ABROAD', 'ABSCONDED', 'OVERSTAYING', 'MISSING'];

export function phaseOf(stage: Stage): Phase {
  return STAGES[stage].phase;
}

/** Order on the way to the exit; what comes after the exit ranks above. */
export function rankOf(stage: Stage): number {
  return row(stage).rank ?? 100;
}
