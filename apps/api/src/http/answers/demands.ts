import { Answered } from './answered';
import { DuplicateAnswer } from './people';

export class DemandResponse {
  @Answered('text') outcome: string;
  @Answered('id', { absent: true }) workerId: string;
  @Answered('id', { absent: true }) caseId: string;
  @Answered(() => DuplicateAnswer, { list: true, absent: true }) duplicates: DuplicateAnswer[];
}

export class DemandLineAnswer {
  @Answered('id') caseId: string;
  @Answered('text') caseCode: string;
  @Answered('id') workerId: string;
  @Answered('text') fullName: string;
  @Answered('day', { empty: true }) birthDate: string | null;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('text') stage: string;
  @Answered('text', { list: true }) markets: string[];
  @Answered('text', { list: true }) occupations: string[];
  @Answered('text', { empty: true }) language: string | null;
  @Answered('day', { empty: true }) canGoFrom: string | null;
  @Answered('text', { empty: true }) source: string | null;
  @Answered('text', { empty: true }) event: string | null;
  @Answered('text', { empty: true }) officerName: string | null;
  @Answered('whole') proposals: number;
  @Answered('day') registeredOn: string;
}

export class DemandListResponse {
  @Answered(() => DemandLineAnswer, { list: true }) demands: DemandLineAnswer[];
  @Answered('text', { absent: true }) next: string;
}

export class DemandVerdictAnswer {
  @Answered('whole') row: number;
  @Answered('text') outcome: string;
  @Answered('id', { empty: true }) caseId: string | null;
  @Answered('text', { empty: true }) message: string | null;
}

export class DemandVerdictsResponse {
  @Answered(() => DemandVerdictAnswer, { list: true }) results: DemandVerdictAnswer[];
}

export class CounsellingAnswer {
  @Answered('day') heldOn: string;
  @Answered('text') channel: string;
  @Answered('text', { empty: true }) market: string | null;
  @Answered('text', { empty: true }) sheet: string | null;
  @Answered('text') outcome: string;
  @Answered('text', { empty: true }) note: string | null;
  @Answered('text', { empty: true }) by: string | null;
}

export class CounsellingListResponse {
  @Answered(() => CounsellingAnswer, { list: true }) counsellings: CounsellingAnswer[];
}

export class CounselledResponse {
  @Answered('text') stage: string;
}

export class OrderOfferAnswer {
  @Answered('id') orderId: string;
  @Answered('text') code: string;
  @Answered('text') title: string;
  @Answered('text') agencyName: string;
  @Answered('text') market: string;
  @Answered('whole') free: number;
  @Answered('text', { list: true }) fits: string[];
  @Answered('text', { list: true }) misses: string[];
}

export class OrderOffersResponse {
  @Answered(() => OrderOfferAnswer, { list: true }) offers: OrderOfferAnswer[];
}

export class OfficerAnswer {
  @Answered('id') accountId: string;
  @Answered('text') name: string;
  @Answered('id', { empty: true }) deputyId: string | null;
  @Answered('text', { empty: true }) deputyName: string | null;
  @Answered('moment') since: string;
  @Answered('moment', { empty: true }) endedAt: string | null;
  @Answered('text', { empty: true }) reason: string | null;
}

export class OfficerListResponse {
  @Answered(() => OfficerAnswer, { list: true }) officers: OfficerAnswer[];
}

export class ColleagueAnswer {
  @Answered('id') accountId: string;
  @Answered('text') name: string;
  @Answered('whole') cases: number;
  @Answered('flag') active: boolean;
  @Answered('flag') own: boolean;
}

export class ColleagueListResponse {
  @Answered(() => ColleagueAnswer, { list: true }) officers: ColleagueAnswer[];
}

export class HandedOverResponse {
  @Answered('whole') cases: number;
}

export class ProposedProfileAnswer {
  @Answered('text', { absent: true }) fullName: string;
  @Answered('whole', { absent: true }) birthYear: number;
  @Answered('text', { absent: true }) sex: string;
  @Answered('text', { absent: true }) education: string;
  @Answered('text', { absent: true }) skill: string;
  @Answered('text', { absent: true }) communeName: string;
  @Answered('text', { absent: true }) language: string;
}

export class OrderProposalAnswer {
  @Answered('id') id: string;
  @Answered('id') orderId: string;
  @Answered('text') orderCode: string;
  @Answered('text') orderTitle: string;
  @Answered('id') caseId: string;
  @Answered('text') state: string;
  @Answered(() => ProposedProfileAnswer) profile: ProposedProfileAnswer;
  @Answered('text', { empty: true }) reason: string | null;
  @Answered('text', { empty: true }) note: string | null;
  @Answered('moment') proposedAt: string;
}

export class OrderProposalListResponse {
  @Answered(() => OrderProposalAnswer, { list: true }) proposals: OrderProposalAnswer[];
  @Answered('text', { absent: true }) next: string;
}

export class ProposalVerdictAnswer {
  @Answered('id') caseId: string;
  @Answered('text') verdict: string;
  @Answered('text', { empty: true }) code: string | null;
  @Answered('text', { empty: true }) message: string | null;
}

export class ProposedResponse {
  @Answered(() => ProposalVerdictAnswer, { list: true }) results: ProposalVerdictAnswer[];
}

export class AnsweredProposalAnswer {
  @Answered('id') proposalId: string;
  @Answered('text') state: string;
  @Answered('text', { empty: true }) code: string | null;
  @Answered('text', { empty: true }) message: string | null;
}

export class ProposalsAnsweredResponse {
  @Answered(() => AnsweredProposalAnswer, { list: true }) results: AnsweredProposalAnswer[];
}
