import type { Role } from '@app/kernel';
import type { Guard } from './guards';
import type { StoredStage } from './stages';

export type By = Role | 'system';
/** `=` keeps the stage; `<` goes back to the stage a closing left. */
export type Target = StoredStage | '=' | '<';

/** One row of the lifecycle: who may report the fact, from which stages, where the case goes, and which rules its dates keep. */
export interface MilestoneRow {
  /** Words of the outbox topic `casework.<fact>-recorded.v1`. */
  readonly fact: string;
  readonly title: string;
  readonly by: readonly By[];
  readonly moves: Readonly<Partial<Record<StoredStage, Target>>>;
  /** Stages in which a late report is kept as history and moves nothing. */
  readonly late?: readonly StoredStage[];
  readonly dates?: readonly DateRule[];
  readonly needs?: readonly Need[];
  /** The guard this fact proves. */
  readonly proves?: Guard;
  /** The exit gate: unproven guards refuse a decision and become gaps of a report. */
  readonly gate?: true;
}

/** What a report must bring along. */
export type Need =
  | 'date'
  | 'reason'
  | 'returnType'
  | 'contractEnd'
  | 'stayUntil'
  | 'document'
  | 'guard'
  | 'waivable'
  | 'agency'
  | 'order'
  | 'nothingOpen';

/** Names of the rules in `date-rules.ts`. */
export type DateRule =
  | 'notInFuture'
  | 'exitNotInFuture'
  | 'returnNotInFuture'
  | 'exitAfterSigning'
  | 'signedBeforeExit'
  | 'exitBeforeReturn'
  | 'exitBeforeContractEnd'
  | 'returnAfterExit'
  | 'afterExit'
  | 'contractForward'
  | 'extensionFollows'
  | 'extensionLater'
  | 'withinTurn';
