export { AGENCY_SWEEP, AgencySweep } from './application/agency-sweep';
export { AgencyUpdates } from './application/agency-updates';
export type { AgencyUpdate } from './persistence/agency-update-rows';
export { AGENCY_FAMILIES, type AgencyMatter, agencyQuestions, type AgencyRule, monthAskedAbout } from './domain/agency-clocks';
export { AlertQueries } from './application/alert-queries';
export { AnswerAlert } from './application/answer-alert';
export { CloseAlerts } from './application/close-alerts';
export { DecideOverstay } from './application/decide-overstay';
export { HearClocks } from './application/hear-clocks';
export { OVERSTAY_SWEEP, OverstaySweep } from './application/overstay-sweep';
export type { SweepResult } from './application/judged-day';
export { ProposeOverstay } from './application/propose-overstay';
export { RecordVisit } from './application/record-visit';
export { type AbscondingCommand, ReportAbsconding, SWEEP_WANTED_TOPIC } from './application/report-absconding';
export { RerouteRecipients } from './application/reroute-recipients';
export { SweepRuns } from './application/sweep-runs';
export { TakeBackAnswer } from './application/take-back-answer';
export { TryRules } from './application/try-rules';
export {
  ALERT_ANSWERS,
  type AlertAnswer,
  type AnswerCommand,
  type AnswerResult,
  CLOSING_DEEDS,
  deskOf,
  ENDED_BY_VISIT,
} from './domain/alert-answer';
export type { AlertFilter, AlertHistory, AlertLine, AlertPage, AlertState } from './domain/alert-line';
export {
  ALERT_FAMILIES,
  ALERT_OWNERS,
  type AlertRole,
  type AlertRule,
  type Family,
  type MarketRule,
  type OwnerRole,
} from './domain/alert-rule';
export { VISIT_MET, VISIT_OUTCOMES, VISIT_PURPOSES, type VisitCommand, type VisitResult } from './domain/family-visit';
export { ladder, type LadderAlert } from './domain/ladder';
export { type DecideCommand, PROPOSAL_BASES, type Proposal, type ProposeCommand } from './domain/overstay-proposal';
export type { RuleTrial } from './domain/rule-trial';
export { fineRelevantFrom, stayDates, type StayDates } from './domain/stay-dates';
export type { WatchedCase } from './domain/watched-case';
export { nextActionText } from './domain/alert-texts';
export { OverstayModule } from './overstay.module';
export { AlertNews, type AnswerNews, type RaisedNews } from './persistence/alert-news';
export type { SweepCounts, SweepRun } from './persistence/sweep-ledger';
