import type { LocalDate } from '@app/kernel';

/**
 * How soon a row wants its officer, most pressing first. `urgent`: overdue, or due within two days; `today`: without a deadline of its own, but
 * somebody waits for it; `week`: due within seven days; `later`: the rest; `waiting`: asked of another office, mine to follow.
 */
export const WORK_BUCKETS = ['urgent', 'today', 'week', 'later', 'waiting'] as const;
export type WorkBucket = (typeof WORK_BUCKETS)[number];

/** What a row stands for: a question, a task of the desk, a proposal to decide, an import whose mails are held. */
export const WORK_KINDS = ['alert', 'task', 'proposal', 'batch'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** The one thing a row offers; the screen knows what to open for each. */
export type WorkAction =
  | 'ANSWER_ALERT'
  | 'RECORD_VISIT'
  | 'FOLLOW_CASE'
  | 'FINISH_TASK'
  | 'ANSWER_REFERRAL'
  | 'PROVE_GUARDS'
  | 'CHOOSE_COMMUNE'
  | 'RECORD_EXTENSION'
  | 'RECORD_RETURN'
  | 'CHECK_DUPLICATE'
  | 'CHECK_ADDRESS'
  | 'ANSWER_QUESTION'
  | 'READ_ANSWER'
  | 'ANSWER_ASSIGNMENT'
  | 'SEND_REPORT'
  | 'REPORT_UPDATE'
  | 'SEE_REGISTER'
  | 'CLOSE_ALERT'
  | 'DECIDE_PROPOSAL'
  | 'RELEASE_BATCH';

/** One row of "what must I do today". It goes when its cause is gone, or hides until a day somebody chose with a reason. */
export interface WorkRow {
  readonly kind: WorkKind;
  readonly id: string;
  /** Rule of the alert, kind of the task, `OVERSTAY_PROPOSAL` or `HELD_BATCH`. */
  readonly code: string;
  readonly title: string;
  readonly bucket: WorkBucket;
  readonly dueOn: LocalDate | null;
  /** Days to the deadline; negative: days over it; null without one. */
  readonly daysLeft: number | null;
  readonly caseId: string | null;
  readonly caseCode: string | null;
  readonly workerId: string | null;
  readonly fullName: string | null;
  readonly communeCode: string | null;
  readonly communeName: string | null;
  readonly why: string;
  /** What to do, in words. */
  readonly advice: string;
  readonly nextAction: WorkAction;
  /** Codes, ids and counts the action needs. */
  readonly detail: Readonly<Record<string, unknown>>;
  /** Only among hidden rows. */
  readonly hiddenUntil?: LocalDate;
}

export interface WorkFilter {
  readonly bucket?: WorkBucket;
  readonly kind?: WorkKind;
  /** Alert rule or task kind. */
  readonly code?: string;
  /** The hidden rows in place of the others. */
  readonly hidden?: boolean;
  readonly after?: string;
  /** At most 100; default 50. */
  readonly limit?: number;
  /** The rows alone: counting costs more than a short list. */
  readonly uncounted?: boolean;
}

export interface WorkPage {
  readonly today: LocalDate;
  readonly rows: readonly WorkRow[];
  readonly next?: string;
  /** First page only. */
  readonly counts?: WorkCounts;
}

/** Counting stops at `COUNT_CAP` rows of one kind and bucket: a number above 10,000 reads "more than 10,000". */
export interface WorkCounts {
  readonly urgent: number;
  readonly today: number;
  readonly week: number;
  readonly later: number;
  readonly waiting: number;
  readonly hidden: number;
  /** Questions answered, tasks finished and proposals decided today by my organisation. */
  readonly doneToday: number;
  readonly kinds: readonly { kind: WorkKind; code: string; title: string; bucket: WorkBucket; rows: number }[];
}

export const COUNT_CAP = 10_001;
