import { LayFoundation20261124010000 } from './20261124010000-lay-foundation';
import { MapTerritory20261124020000 } from './20261124020000-map-territory';
import { DatePolicy20261124030000 } from './20261124030000-date-policy';
import { AdmitIdentity20261124040000 } from './20261124040000-admit-identity';
import { RegisterWorkers20261124050000 } from './20261124050000-register-workers';
import { LicenseAgencies20261124060000 } from './20261124060000-license-agencies';
import { SendNotices20261124070000 } from './20261124070000-send-notices';
import { FollowCases20261124080000 } from './20261124080000-follow-cases';
import { WatchOverstay20261124090000 } from './20261124090000-watch-overstay';
import { TakeImports20261124100000 } from './20261124100000-take-imports';
import { SeeWork20261128010000 } from './20261128010000-see-work';
import { TellChanges20261129010000 } from './20261129010000-tell-changes';
import { FindPeople20261129020000 } from './20261129020000-find-people';
import { TakeLargeFiles20261129030000 } from './20261129030000-take-large-files';
import { ServeCommunes20261129050000 } from './20261129050000-serve-communes';
import { ProveImports20261129070000 } from './20261129070000-prove-imports';
import { ChooseNotifications20261130010000 } from './20261130010000-choose-notifications';
import { AnswerFamilies20261130020000 } from './20261130020000-answer-families';
import { ImportInBackground20261130030000 } from './20261130030000-import-in-background';
import { ShowOperations20261130050000 } from './20261130050000-show-operations';
import { PushHints20261130060000 } from './20261130060000-push-hints';
import { OrderNames20261201010000 } from './20261201010000-order-names';
import { KeepPreferences20261201020000 } from './20261201020000-keep-preferences';
import { SetTargets20261201030000 } from './20261201030000-set-targets';
import { RecruitByOrders20261202010000 } from './20261202010000-recruit-by-orders';
import { SelectPeople20261202020000 } from './20261202020000-select-people';
import { JudgeEligibility20261202030000 } from './20261202030000-judge-eligibility';
import { KeepWishes20261202040000 } from './20261202040000-keep-wishes';
import { CallAgencies20261202050000 } from './20261202050000-call-agencies';
import { KeepPaperFiles20261203010000 } from './20261203010000-keep-paper-files';
import { TrainPeople20261203020000 } from './20261203020000-train-people';
import { ClockExits20261203030000 } from './20261203030000-clock-exits';
import { HearThreeVoices20261203040000 } from './20261203040000-hear-three-voices';
import { WriteDocuments20261203050000 } from './20261203050000-write-documents';
import { LendMoney20261204010000 } from './20261204010000-lend-money';
import { SettleMoney20261204020000 } from './20261204020000-settle-money';
import { TakeBackAnswers20261206010000 } from './20261206010000-take-back-answers';
import { JudgeByEvents20261207010000 } from './20261207010000-judge-by-events';
import { EndProposals20261207020000 } from './20261207020000-end-proposals';
import { BindOfficers20261207030000 } from './20261207030000-bind-officers';
import { FairWebhooks20261207040000 } from './20261207040000-fair-webhooks';
import { MendMoney20261208010000 } from './20261208010000-mend-money';
import { TakeMoneyBack20261208020000 } from './20261208020000-take-money-back';
import { FreezeReports20261209010000 } from './20261209010000-freeze-reports';
import { TellLeaders20261209020000 } from './20261209020000-tell-leaders';
import { ProveHouseholds20261210010000 } from './20261210010000-prove-households';
import { AssignByNumbers20261210020000 } from './20261210020000-assign-by-numbers';
import { RefundDeaths20261211010000 } from './20261211010000-refund-deaths';
import { TryKeys20261212010000 } from './20261212010000-try-keys';
import { ReachRows20261212020000 } from './20261212020000-reach-rows';
import { FreeSeats20261212030000 } from './20261212030000-free-seats';
import { PictureVisits20261213010000 } from './20261213010000-picture-visits';
import { HoldFairs20261214010000 } from './20261214010000-hold-fairs';
import { ReferReturnees20261214020000 } from './20261214020000-refer-returnees';
import { UpdateAgencies20261214200000 } from './20261214200000-update-agencies';
import { TellBanks20261215010000 } from './20261215010000-tell-banks';
import { CheckLoans20261215020000 } from './20261215020000-check-loans';
import { FindFees20261215030000 } from './20261215030000-find-fees';
import { HoldEscrows20261215040000 } from './20261215040000-hold-escrows';
import { SupportCosts20261216010000 } from './20261216010000-support-costs';
import { ClockMoney20261216020000 } from './20261216020000-clock-money';
import { MailAgencies20261217010000 } from './20261217010000-mail-agencies';
import { ChangeOpenings20261217020000 } from './20261217020000-change-openings';
import { ProveSupports20261218010000 } from './20261218010000-prove-supports';
import { ShowHeldEscrows20261218020000 } from './20261218020000-show-held-escrows';
import { NameFeeJobs20261218030000 } from './20261218030000-name-fee-jobs';
import { KeepDeposits20261218040000 } from './20261218040000-keep-deposits';
import { AskUnknownEnds20261219000000 } from './20261219000000-ask-unknown-ends';
import { HoldEscrowsAtSettlement20261220000000 } from './20261220000000-hold-escrows-at-settlement';
import { ShowOpenWork20261221000000 } from './20261221000000-show-open-work';

/** Every change of the schema, in order. */
export const MIGRATIONS = [
  LayFoundation20261124010000,
  MapTerritory20261124020000,
  DatePolicy20261124030000,
  AdmitIdentity20261124040000,
  RegisterWorkers20261124050000,
  LicenseAgencies20261124060000,
  SendNotices20261124070000,
  FollowCases20261124080000,
  WatchOverstay20261124090000,
  TakeImports20261124100000,
  SeeWork20261128010000,
  TellChanges20261129010000,
  FindPeople20261129020000,
  TakeLargeFiles20261129030000,
  ServeCommunes20261129050000,
  ProveImports20261129070000,
  ChooseNotifications20261130010000,
  AnswerFamilies20261130020000,
  ImportInBackground20261130030000,
  ShowOperations20261130050000,
  PushHints20261130060000,
  OrderNames20261201010000,
  KeepPreferences20261201020000,
  SetTargets20261201030000,
  RecruitByOrders20261202010000,
  SelectPeople20261202020000,
  JudgeEligibility20261202030000,
  KeepWishes20261202040000,
  CallAgencies20261202050000,
  KeepPaperFiles20261203010000,
  TrainPeople20261203020000,
  ClockExits20261203030000,
  HearThreeVoices20261203040000,
  WriteDocuments20261203050000,
  LendMoney20261204010000,
  SettleMoney20261204020000,
  TakeBackAnswers20261206010000,
  JudgeByEvents20261207010000,
  EndProposals20261207020000,
  BindOfficers20261207030000,
  FairWebhooks20261207040000,
  MendMoney20261208010000,
  TakeMoneyBack20261208020000,
  FreezeReports20261209010000,
  TellLeaders20261209020000,
  ProveHouseholds20261210010000,
  AssignByNumbers20261210020000,
  RefundDeaths20261211010000,
  TryKeys20261212010000,
  ReachRows20261212020000,
  FreeSeats20261212030000,
  PictureVisits20261213010000,
  HoldFairs20261214010000,
  ReferReturnees20261214020000,
  UpdateAgencies20261214200000,
  TellBanks20261215010000,
  CheckLoans20261215020000,
  FindFees20261215030000,
  HoldEscrows20261215040000,
  SupportCosts20261216010000,
  ClockMoney20261216020000,
  MailAgencies20261217010000,
  ChangeOpenings20261217020000,
  ProveSupports20261218010000,
  ShowHeldEscrows20261218020000,
  NameFeeJobs20261218030000,
  KeepDeposits20261218040000,
  AskUnknownEnds20261219000000,
  HoldEscrowsAtSettlement20261220000000,
  ShowOpenWork20261221000000,
];
