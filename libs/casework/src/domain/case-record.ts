import type { LocalDate } from '@app/kernel';
import type { LegalForm } from './guards';
import type { Milestone, MilestoneDetail } from './milestone';
import type { Refusal } from './refusals';
import type { StoredStage } from './stages';

/** A case as a register tells it: whose, through whom, and every fact with its day. */
export interface CaseRecord {
  readonly workerId: string;
  /** Place of the case = place of the worker, codes of today. */
  readonly provinceCode: string;
  readonly communeCode: string | null;
  readonly declaredUnitId?: number | null;
  readonly agencyId?: string | null;
  readonly bankId?: string | null;
  readonly legalForm?: LegalForm | null;
  readonly programme?: string | null;
  readonly market?: string | null;
  /** Code by which the sender's files name the case. */
  readonly externalCode?: string | null;
  /** Facts in any order; they are taken in by the order of the lifecycle, then by day. */
  readonly milestones: readonly Milestone[];
  readonly batchId?: string | null;
  /** Where the record stands: sheet and row, kept with each gap. */
  readonly sourceRef?: string | null;
  /** Request id of the record; the same again changes nothing. */
  readonly requestId: string;
}

/** What became of one record, in the order of the records. */
export interface BulkCaseResult {
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'refused';
  readonly caseId?: string;
  readonly caseCode?: string;
  readonly stage?: StoredStage;
  readonly version?: number;
  /** Facts newly recorded, in order. */
  readonly recorded: readonly Milestone['kind'][];
  /** Facts that contradict what is stored and were not taken. */
  readonly differing: readonly { readonly kind: Milestone['kind']; readonly refusal: Refusal }[];
  /** Guards passed without evidence. */
  readonly gaps: readonly string[];
  readonly refusal?: Refusal;
  /** case_file columns before the change, for undo; absent when created. */
  readonly before?: Readonly<Record<string, unknown>>;
}

/** An exit reported for a known case. */
export interface ExitRecord {
  readonly caseId: string;
  readonly requestId: string;
  readonly exitOn: LocalDate;
  readonly market?: string | null;
  readonly employer?: string | null;
  readonly workplace?: string | null;
  readonly contractStart?: LocalDate | null;
  readonly contractEnd?: LocalDate | null;
  readonly gate?: string | null;
  readonly note?: string | null;
  readonly batchId?: string | null;
  readonly sourceRef?: string | null;
  readonly detail?: MilestoneDetail;
}
