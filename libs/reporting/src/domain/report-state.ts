import { DomainError } from '@app/kernel';

/** A report that nobody has sent is a draft: its numbers still run and nothing of it is kept. */
export const REPORT_STATES = ['submitted', 'returned', 'accepted', 'consolidated'] as const;
export type ReportState = (typeof REPORT_STATES)[number];
export type ReportDeed = 'return' | 'accept' | 'consolidate';

const MOVES: Readonly<Record<ReportDeed, { readonly from: readonly ReportState[]; readonly to: ReportState }>> = {
  return: { from: ['submitted', 'accepted', 'consolidated'], to: 'returned' },
  accept: { from: ['submitted'], to: 'accepted' },
  consolidate: { from: ['submitted', 'accepted', 'consolidated'], to: 'consolidated' },
};

export const statesFor = (deed: ReportDeed): readonly ReportState[] => MOVES[deed].from;

/** Throws REPORT_DECIDED. */
export function stateAfter(state: ReportState, deed: ReportDeed): ReportState {
  const { from, to } = MOVES[deed];
  if (from.includes(state)) return to;
  throw new DomainError('refused', 'REPORT_DECIDED', 'Báo cáo này đã được xử lý. Hãy tải lại để xem bản mới nhất.', { state });
}

export interface SentVersion {
  readonly version: number;
  readonly state: ReportState;
  readonly remark: string;
}

/**
 * Whether there is something to send: nothing sent yet, sent back, or numbers or words that differ from the version that stands. Throws REPORT_UNCHANGED.
 */
export function nextVersion(last: SentVersion | undefined, corrections: number, remark: string): number {
  if (!last) return 1;
  if (last.state !== 'returned' && corrections === 0 && remark.trim() === last.remark)
    throw new DomainError('refused', 'REPORT_UNCHANGED', `Bản ${last.version} đã gửi và số liệu chưa thay đổi. Không cần gửi lại.`);
  return last.version + 1;
}
