import { Answered } from './answered';

export class FindingAnswer {
  @Answered('text') check: string;
  @Answered('text') state: string;
  @Answered('text') detail: string;
}

export class BeatAnswer {
  @Answered('text') name: string;
  @Answered('whole') ageSeconds: number;
}

export class DutyTopicAnswer {
  @Answered('text') topic: string;
  @Answered('whole') waiting: number;
  @Answered('whole') handedOver: number;
  @Answered('whole') dead: number;
  @Answered('whole', { empty: true }) oldestSeconds: number | null;
}

export class LastSweepAnswer {
  @Answered('text') sweep: string;
  @Answered('day') businessDay: string;
  @Answered('text') state: string;
  @Answered('whole') daysBehind: number;
  @Answered('moment', { empty: true }) finishedAt: Date | null;
}

export class OperationReportResponse {
  @Answered('flag') healthy: boolean;
  @Answered(() => FindingAnswer, { list: true }) findings: FindingAnswer[];
  @Answered('text') databaseVersion: string;
  @Answered(() => BeatAnswer, { list: true }) beats: BeatAnswer[];
  @Answered(() => DutyTopicAnswer, { list: true }) topics: DutyTopicAnswer[];
  @Answered(() => LastSweepAnswer, { list: true }) sweeps: LastSweepAnswer[];
  @Answered('flag') mailGateClosed: boolean;
  @Answered('object') deliveries: Record<string, number>;
  @Answered('whole') lettersWaiting: number;
  @Answered('whole') noticesHeld: number;
}

export class DutyAnswer {
  @Answered('whole') id: number;
  @Answered('text') topic: string;
  @Answered('text') state: string;
  @Answered('whole') attempts: number;
  @Answered('text', { empty: true }) lastError: string | null;
  @Answered('moment') createdAt: Date;
  @Answered('moment') dueAt: Date;
}

export class DutyListResponse {
  @Answered(() => DutyAnswer, { list: true }) duties: DutyAnswer[];
}

export class AgencyOverviewAnswer {
  @Answered('id') organisationId: string;
  @Answered('text') key: string;
  @Answered('text') name: string;
  @Answered('flag') active: boolean;
  @Answered('text', { empty: true }) phone: string | null;
  @Answered('text', { empty: true }) email: string | null;
  @Answered('text') licence: string;
  @Answered('text', { empty: true }) licenceNumber: string | null;
  @Answered('day', { empty: true }) licenceSince: string | null;
  @Answered('whole', { empty: true }) depositMissing: number | null;
  @Answered('whole') cases: number;
  @Answered('whole') abroad: number;
  @Answered('whole') openAlerts: number;
  @Answered('whole') overdueAnswers: number;
}

export class AgencyOverviewListResponse {
  @Answered(() => AgencyOverviewAnswer, { list: true }) agencies: AgencyOverviewAnswer[];
  @Answered('text', { absent: true }) next?: string;
}
