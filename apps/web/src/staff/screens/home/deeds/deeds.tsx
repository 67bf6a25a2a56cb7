import type { ComponentType } from 'react';
import type { Done } from '../queue/row-panel';
import type { QueueRow } from '../queue/use-queue';
import { AlertDeed } from './alert-deed';
import { AssignmentDeed } from './assignment-deed';
import { BatchDeed } from './batch-deed';
import { CommuneDeed } from './commune-deed';
import { ExtensionDeed } from './extension-deed';
import { FinishDeed } from './finish-deed';
import { GuardsDeed } from './guards-deed';
import { ProposalDeed } from './proposal-deed';
import { QuestionDeed } from './question-deed';
import { ReferralDeed } from './referral-deed';
import { RegisterDeed } from './register-deed';
import { ReportDeed } from './report-deed';
import { ReturnDeed } from './return-deed';
import { UpdateDeed } from './update-deed';

export interface DeedProps {
  readonly row: QueueRow;
  readonly onDone: Done;
}

/** What the panel offers for each `nextAction` of the API. */
export const DEEDS: Readonly<Record<string, ComponentType<DeedProps>>> = {
  ANSWER_ALERT: AlertDeed,
  RECORD_VISIT: AlertDeed,
  CLOSE_ALERT: AlertDeed,
  FOLLOW_CASE: AlertDeed,
  FINISH_TASK: FinishDeed,
  ANSWER_ASSIGNMENT: AssignmentDeed,
  ANSWER_QUESTION: QuestionDeed,
  CHECK_DUPLICATE: FinishDeed,
  CHECK_ADDRESS: FinishDeed,
  PROVE_GUARDS: GuardsDeed,
  CHOOSE_COMMUNE: CommuneDeed,
  RECORD_EXTENSION: ExtensionDeed,
  RECORD_RETURN: ReturnDeed,
  DECIDE_PROPOSAL: ProposalDeed,
  RELEASE_BATCH: BatchDeed,
  ANSWER_REFERRAL: ReferralDeed,
  SEND_REPORT: ReportDeed,
  REPORT_UPDATE: UpdateDeed,
  SEE_REGISTER: RegisterDeed,
};

export { FinishDeed };
