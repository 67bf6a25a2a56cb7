import type { LocalDate } from '@app/kernel';
import type { CaseFacts } from './case-facts';
import type { MilestoneKind } from './case-lifecycle';
import type { CaseOffer } from './case-offers';
import type { CasePaper } from './case-papers';
import type { Guard } from './guards';
import type { ContractTerms, Proof } from './milestone';
import type { Stage, StoredStage } from './stages';

/** A case in a list, with the name for the officer's eye. `stage` as the calendar shows it on the day of the query. */
export interface CaseLine {
  readonly id: string;
  readonly code: string;
  readonly workerId: string;
  readonly fullName: string;
  readonly birthDate: LocalDate | null;
  /** How much of the birth date is known: year, month, day. */
  readonly birthPrecision: 'Y' | 'YM' | 'YMD' | null;
  readonly sex: 'M' | 'F' | null;
  readonly communeCode: string | null;
  readonly communeName: string | null;
  readonly agencyId: string | null;
  readonly agencyName: string | null;
  readonly market: string | null;
  readonly legalForm: string | null;
  readonly programme: string | null;
  readonly stage: Stage;
  readonly contractEnd: LocalDate | null;
  /** Days to the contract's end on the business day; negative: days over it. */
  readonly daysLeft: number | null;
  readonly departedOn: LocalDate | null;
  readonly returnedOn: LocalDate | null;
  readonly openAlerts: number;
  /** No loan is followed yet. */
  readonly loan: null;
}

/** `end`: by contract end, none yet last; `name`: by given name, family name, middle names in Vietnamese order. */
export const CASE_SORTS = ['end', 'name'] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

/** Filters of the case list; the actor's own scope always applies on top. */
export interface CaseFilter {
  readonly stages?: readonly Stage[];
  readonly markets?: readonly string[];
  readonly agencyId?: string;
  readonly communes?: readonly string[];
  readonly sex?: 'M' | 'F';
  readonly legalForm?: string;
  readonly programme?: string;
  /** Only cases with an open alert. */
  readonly alerted?: boolean;
  /** Only cases in which this guard was passed without evidence and is still unproven. */
  readonly unproven?: Guard;
  /** Contract end from (included) to (included). */
  readonly endFrom?: LocalDate;
  readonly endTo?: LocalDate;
  /** Exit from (included) to (included). */
  readonly departedFrom?: LocalDate;
  readonly departedTo?: LocalDate;
  /** Words of the worker's name in any order, or a case code. */
  readonly text?: string;
  /** Default `end`. */
  readonly sort?: CaseSort;
  /** The other way round. */
  readonly descending?: boolean;
  readonly after?: string;
  /** At most 100; default 50. */
  readonly limit?: number;
  /** Count too (first page). */
  readonly withTotal?: boolean;
}

export interface CasePage {
  readonly cases: readonly CaseLine[];
  readonly next?: string;
  /** At most 1,001, which reads "more than 1,000". */
  readonly total?: number;
}

/** The case a person is in now: the running one, else the newest. */
export interface CurrentCase {
  readonly id: string;
  readonly code: string;
  readonly workerId: string;
  readonly agencyId: string | null;
  readonly market: string | null;
  readonly stage: Stage;
  readonly contractEnd: LocalDate | null;
}

/** A case as one line beside its person. */
export interface CaseOfWorker {
  readonly id: string;
  readonly code: string;
  readonly stage: StoredStage;
}

export interface CaseDetail extends Omit<CaseFacts, 'stage'> {
  readonly id: string;
  readonly code: string;
  readonly workerId: string;
  readonly provinceCode: string;
  readonly communeCode: string | null;
  /** Version of the ETag. */
  readonly version: number;
  readonly stage: Stage;
  readonly storedStage: StoredStage;
  readonly openGaps: readonly Guard[];
  /** Other cases of the same person that the actor may see. */
  readonly otherCases: readonly CaseOfWorker[];
  /** The business day of the answer: days left are counted from it. */
  readonly today: LocalDate;
  readonly communeName: string | null;
  readonly agencyName: string | null;
  readonly papers: readonly CasePaper[];
  /** The day the papers are judged for: the exit, the planned exit, else today. */
  readonly papersFor: LocalDate;
  /** Last day by which a selected person must have left. */
  readonly waitUntil: LocalDate | null;
  readonly programmeTitle: string | null;
  /** What the reader may report now. */
  readonly offers: readonly CaseOffer[];
  /** Oldest first. */
  readonly contracts: readonly ContractVersion[];
}

/** One version of a contract as it was reported. */
export interface ContractVersion extends ContractTerms {
  readonly id: string;
  readonly recordedAt: Date;
  /** A correction took its report back. */
  readonly voided: boolean;
}

/** One event of the timeline. `correctedBy`: a later event says otherwise. */
export interface TimelineLine {
  readonly id: number;
  readonly kind: MilestoneKind | 'CORRECTED';
  readonly title: string;
  readonly effectiveOn: LocalDate | null;
  readonly recordedAt: Date;
  readonly stageBefore: StoredStage | null;
  readonly stageAfter: StoredStage;
  readonly proof: Proof;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly accountId: string | null;
  /** Null also where the reader may not know the account. */
  readonly accountName: string | null;
  readonly correctsId: number | null;
  readonly correctedBy: number | null;
  readonly batchId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface GapLine {
  readonly caseId: string;
  readonly caseCode: string;
  readonly guard: Guard;
  readonly title: string;
  readonly foundOn: LocalDate;
  /** `record`, `import` or `departure`. */
  readonly source: string;
  readonly sourceRef: string | null;
}
