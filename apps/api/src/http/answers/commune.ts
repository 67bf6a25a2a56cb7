import { Answered } from './answered';
import { WorkRowAnswer } from './work';

export class CommuneTaskAnswer extends WorkRowAnswer {
  @Answered('text', { empty: true }) hamlet: string | null;
  @Answered('day', { empty: true }) lastVisitOn: string | null;
}

export class CommuneMonthAnswer {
  @Answered('whole') asked: number;
  @Answered('whole') answered: number;
  @Answered('whole') inTime: number;
  @Answered('whole') visits: number;
}

export class CommuneDayResponse {
  @Answered('day') today: string;
  @Answered('moment') now: Date;
  @Answered(() => CommuneTaskAnswer, { list: true }) tasks: CommuneTaskAnswer[];
  @Answered('text', { absent: true }) next?: string;
  @Answered(() => CommuneMonthAnswer) month: CommuneMonthAnswer;
}

export class CommunePersonAnswer {
  @Answered('id') workerId: string;
  @Answered('text') fullName: string;
  @Answered('day', { empty: true }) birthDate: string | null;
  @Answered('text', { empty: true }) birthPrecision: string | null;
  @Answered('text', { empty: true }) sex: string | null;
  @Answered('text', { empty: true }) hamlet: string | null;
  @Answered('id', { empty: true }) caseId: string | null;
  @Answered('text', { empty: true }) caseCode: string | null;
  @Answered('text', { empty: true }) market: string | null;
  @Answered('text', { empty: true }) agencyName: string | null;
  @Answered('text', { empty: true }) stage: string | null;
  @Answered('day', { empty: true }) departedOn: string | null;
  @Answered('day', { empty: true }) contractEnd: string | null;
  @Answered('day', { empty: true }) returnedOn: string | null;
  @Answered('text', { empty: true }) phone: string | null;
  @Answered('text', { empty: true }) phoneOf: string | null;
  @Answered('whole') visits: number;
  @Answered('day', { empty: true }) lastVisitOn: string | null;
}

export class CommunePeopleResponse {
  @Answered('day') today: string;
  @Answered(() => CommunePersonAnswer, { list: true }) people: CommunePersonAnswer[];
  @Answered('text', { absent: true }) next?: string;
}

export class DeskHandedOverResponse {
  @Answered('whole') tasks: number;
  @Answered('whole') cases: number;
}

export class QuestionAskedResponse {
  @Answered('id') questionId: string;
}

export class QuestionAnsweredResponse {
  @Answered('id') questionId: string;
  @Answered('id') caseId: string;
}

export class QuestionAnswer {
  @Answered('id') id: string;
  @Answered('id') caseId: string;
  @Answered('text') text: string;
  @Answered('moment') askedAt: Date;
  @Answered('id') organisationId: string;
  @Answered('text', { empty: true }) answer: string | null;
  @Answered('moment', { empty: true }) answeredAt: Date | null;
}

export class QuestionListResponse {
  @Answered(() => QuestionAnswer, { list: true }) questions: QuestionAnswer[];
}
