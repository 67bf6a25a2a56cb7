import { Answered } from './answered';

export class RelativeAnswer {
  @Answered('text') kin: string;
  @Answered('text') fullName: string;
  @Answered('flag') hasCitizenId: boolean;
}

export class RelativeListResponse {
  @Answered(() => RelativeAnswer, { list: true }) relatives: RelativeAnswer[];
}

export class RuleSourceAnswer {
  @Answered('text') rule: string;
  @Answered('text') asked: string;
  @Answered('text') basis: string;
  @Answered('day', { empty: true }) from: string | null;
  @Answered('flag') certain: boolean;
}

export class EligibilityFindingAnswer {
  @Answered('text') rule: string;
  @Answered('text') outcome: string;
  @Answered('text') value: string;
}

export class EligiblePersonAnswer {
  @Answered('id') workerId: string;
  @Answered('text') outcome: string;
  @Answered(() => EligibilityFindingAnswer, { list: true }) findings: EligibilityFindingAnswer[];
}

export class CandidateEligibilityResponse {
  @Answered('text') market: string;
  @Answered('day') exitOn: string;
  @Answered('day') judgedOn: string;
  @Answered(() => RuleSourceAnswer, { list: true }) sources: RuleSourceAnswer[];
  @Answered(() => EligiblePersonAnswer, { list: true }) people: EligiblePersonAnswer[];
}
