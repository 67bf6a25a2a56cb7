import type { CaseFacts } from './case-facts';
import type { Guard } from './guards';
import type { Milestone, Proof } from './milestone';
import type { Refusal } from './refusals';
import type { StoredStage } from './stages';

/** One fact to record. `requestId` names it: the same again returns the first answer. */
export interface RecordCommand extends Milestone {
  readonly caseId: string;
  readonly requestId: string;
  readonly proof?: Proof;
  readonly batchId?: string | null;
  readonly sourceRef?: string | null;
  /** Version the user saw (If-Match); another one refuses as stale. */
  readonly expectedVersion?: number;
}

/** The answer to a recorded fact. */
export interface RecordedMilestone {
  readonly outcome: 'recorded' | 'repeated' | 'unchanged';
  readonly caseId: string;
  readonly eventId?: number;
  readonly stage: StoredStage;
  readonly version: number;
  readonly gaps: readonly Guard[];
}

/** One answer of a bulk; refusals do not stop the other rows. */
export type BulkMilestoneResult =
  | (RecordedMilestone & { readonly facts: CaseFacts; readonly before?: Readonly<Record<string, unknown>> })
  | { readonly outcome: 'refused'; readonly caseId: string; readonly refusal: Refusal };
