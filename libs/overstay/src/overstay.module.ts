import { CaseworkModule } from '@app/casework';
import { Module } from '@nestjs/common';
import { AgencySweep } from './application/agency-sweep';
import { AgencyUpdates } from './application/agency-updates';
import { AlertQueries } from './application/alert-queries';
import { AnswerAlert } from './application/answer-alert';
import { CloseAlerts } from './application/close-alerts';
import { DecideOverstay } from './application/decide-overstay';
import { HearClocks } from './application/hear-clocks';
import { OverstaySweep } from './application/overstay-sweep';
import { ProposeOverstay } from './application/propose-overstay';
import { RecordVisit } from './application/record-visit';
import { ReportAbsconding } from './application/report-absconding';
import { RerouteRecipients } from './application/reroute-recipients';
import { SweepRuns } from './application/sweep-runs';
import { TakeBackAnswer } from './application/take-back-answer';
import { TryRules } from './application/try-rules';

const USE_CASES = [
  AgencySweep,
  AgencyUpdates,
  AlertQueries,
  AnswerAlert,
  CloseAlerts,
  DecideOverstay,
  HearClocks,
  OverstaySweep,
  ProposeOverstay,
  RecordVisit,
  ReportAbsconding,
  RerouteRecipients,
  SweepRuns,
  TakeBackAnswer,
  TryRules,
];

/** The heart: who has not come home, who is asked, what was answered, what was confirmed. */
@Module({ imports: [CaseworkModule], providers: USE_CASES, exports: USE_CASES })
export class OverstayModule {}
