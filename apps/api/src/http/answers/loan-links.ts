import { Answered } from './answered';

export class CandidateAnswer {
  @Answered('id') caseId: string;
  @Answered('text') caseCode: string;
  @Answered('text') fullName: string;
  @Answered('day', { empty: true }) birthDate: string | null;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('text') stage: string;
  @Answered('day', { empty: true }) departedOn: string | null;
}

export class CandidateListResponse {
  @Answered(() => CandidateAnswer, { list: true }) candidates: CandidateAnswer[];
}

export class LoanLinkedResponse {
  @Answered('id') loanId: string;
  @Answered('id') caseId: string;
}
