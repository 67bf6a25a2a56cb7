import { Answered } from './answered';
import { AssignmentResponse } from './assignments';

export class LeadShareAnswer {
  @Answered('whole') part: number;
  @Answered('whole') of: number;
  @Answered('text') rows: string;
}

export class LeadPartAnswer {
  @Answered('whole') part: number;
  @Answered('whole') of: number;
}

export class LeadExitsAnswer {
  @Answered('whole') actual: number;
  @Answered('whole', { empty: true }) target: number | null;
  @Answered('whole', { empty: true }) expected: number | null;
  @Answered('whole') lastYear: number;
  @Answered('text') rows: string;
}

export class LeadOrientationAnswer extends LeadShareAnswer {
  @Answered(() => LeadShareAnswer) missing: LeadShareAnswer;
}

export class LeadOverstayAnswer {
  @Answered(() => LeadShareAnswer) confirmed: LeadShareAnswer;
  @Answered(() => LeadShareAnswer) unconfirmed: LeadShareAnswer;
}

export class LeadCommuneAnswer extends LeadExitsAnswer {
  @Answered('text') communeCode: string;
  @Answered('text') name: string;
  @Answered('text', { empty: true }) cluster: string | null;
  @Answered(() => LeadOverstayAnswer) overstay: LeadOverstayAnswer;
  @Answered('flag') updated: boolean;
}

export class LeadMarketAnswer {
  @Answered('text') market: string;
  @Answered('whole') exits: number;
  @Answered('text') rows: string;
  @Answered(() => LeadOverstayAnswer) overstay: LeadOverstayAnswer;
}

export class LeadAgencyAnswer {
  @Answered('id') agencyId: string;
  @Answered('text') name: string;
  @Answered('whole') exits: number;
  @Answered('text') rows: string;
  @Answered(() => LeadPartAnswer) onTime: LeadPartAnswer;
  @Answered('flag') updated: boolean;
}

export class LeadStepAnswer {
  @Answered('text') step: string;
  @Answered('text') title: string;
  @Answered('whole') people: number;
  @Answered('whole') listed: number;
  @Answered('text') rows: string;
}

export class LeadMonthAnswer {
  @Answered('whole') month: number;
  @Answered('whole') actual: number;
  @Answered('whole', { empty: true }) plan: number | null;
  @Answered('text') rows: string;
}

export class LeadFreshnessAnswer {
  @Answered('whole') days: number;
  @Answered(() => LeadPartAnswer) communes: LeadPartAnswer;
  @Answered(() => LeadPartAnswer) agencies: LeadPartAnswer;
}

export class LeadOverviewResponse {
  @Answered('whole') year: number;
  @Answered('day') until: string;
  @Answered('moment') asOf: Date;
  @Answered(() => LeadExitsAnswer) exits: LeadExitsAnswer;
  @Answered(() => LeadOrientationAnswer) orientation: LeadOrientationAnswer;
  @Answered(() => LeadOverstayAnswer) overstay: LeadOverstayAnswer;
  @Answered(() => LeadCommuneAnswer, { list: true }) communes: LeadCommuneAnswer[];
  @Answered(() => LeadMarketAnswer, { list: true }) markets: LeadMarketAnswer[];
  @Answered(() => LeadAgencyAnswer, { list: true }) agencies: LeadAgencyAnswer[];
  @Answered(() => LeadStepAnswer, { list: true }) funnel: LeadStepAnswer[];
  @Answered(() => LeadMonthAnswer, { list: true }) months: LeadMonthAnswer[];
  @Answered(() => LeadFreshnessAnswer) freshness: LeadFreshnessAnswer;
  @Answered(() => AssignmentResponse, { list: true }) assignments: AssignmentResponse[];
}

export class CommuneTargetAnswer {
  @Answered('text') communeCode: string;
  @Answered('text') name: string;
  @Answered('whole', { empty: true }) exits: number | null;
}

export class TargetListResponse {
  @Answered('whole') year: number;
  @Answered('whole', { empty: true }) province: number | null;
  @Answered('whole') sum: number;
  @Answered(() => CommuneTargetAnswer, { list: true }) communes: CommuneTargetAnswer[];
}

export class TargetsPutResponse {
  @Answered('whole') created: number;
  @Answered('whole') updated: number;
  @Answered('whole') unchanged: number;
}
