import { Answered } from './answered';

export class FigureAnswer {
  @Answered('text') indicator: string;
  @Answered('whole') value: number;
  @Answered('text', { empty: true }) market: string | null;
}

export class ComparedFigureAnswer extends FigureAnswer {
  @Answered('whole', { empty: true }) before: number | null;
}

export class RestatedAnswer {
  @Answered('text') indicator: string;
  @Answered('whole') sent: number;
  @Answered('whole') now: number;
}

export class ReportingCommuneAnswer {
  @Answered('text') code: string;
  @Answered('text') name: string;
}

export class CommuneReportResponse {
  @Answered('day') month: string;
  @Answered('day') from: string;
  @Answered('day') to: string;
  @Answered('day') dueOn: string;
  @Answered('day') today: string;
  @Answered('flag') over: boolean;
  @Answered('text') communeCode: string;
  @Answered(() => ReportingCommuneAnswer, { list: true }) communes: ReportingCommuneAnswer[];
  @Answered('text') state: string;
  @Answered('whole') version: number;
  @Answered('day', { empty: true }) sentOn: string | null;
  @Answered('flag') late: boolean;
  @Answered('text', { empty: true }) decisionNote: string | null;
  @Answered('text') remark: string;
  @Answered('whole', { empty: true }) target: number | null;
  @Answered(() => FigureAnswer, { list: true }) figures: FigureAnswer[];
  @Answered(() => RestatedAnswer, { list: true }) restated: RestatedAnswer[];
  @Answered('whole') asked: number;
  @Answered('whole') answered: number;
  @Answered('whole') inTime: number;
}

export class ReportVersionResponse {
  @Answered('id') id: string;
  @Answered('text') province: string;
  @Answered('text') communeCode: string;
  @Answered('day') month: string;
  @Answered('whole') version: number;
  @Answered('text') state: string;
  @Answered('day') from: string;
  @Answered('day') to: string;
  @Answered('day') dueOn: string;
  @Answered('moment') takenAt: Date;
  @Answered('day') sentOn: string;
  @Answered('flag') late: boolean;
  @Answered('whole', { empty: true }) target: number | null;
  @Answered('text') remark: string;
  @Answered('text', { empty: true }) decisionNote: string | null;
  @Answered('id') organisationId: string;
}

export class ReportingUnitAnswer {
  @Answered('text') communeCode: string;
  @Answered('text') name: string;
  @Answered('id', { empty: true }) reportId: string | null;
  @Answered('text') state: string;
  @Answered('whole') version: number;
  @Answered('day', { empty: true }) sentOn: string | null;
  @Answered('flag') late: boolean;
  @Answered('text', { empty: true }) remark: string | null;
  @Answered('whole') exits: number;
  @Answered('whole') before: number;
  @Answered('flag') fell: boolean;
  @Answered('whole') corrections: number;
}

export class ReportWarningsAnswer {
  @Answered('whole') late: number;
  @Answered('whole') fell: number;
  @Answered('whole') untrained: number;
  @Answered('whole') corrections: number;
}

export class ReportBoardResponse {
  @Answered('day') month: string;
  @Answered('day') from: string;
  @Answered('day') to: string;
  @Answered('day') dueOn: string;
  @Answered('flag') over: boolean;
  @Answered('flag') whole: boolean;
  @Answered('id', { empty: true }) reportId: string | null;
  @Answered('text') state: string;
  @Answered('whole') version: number;
  @Answered('flag') late: boolean;
  @Answered('text', { empty: true }) decisionNote: string | null;
  @Answered('moment') takenAt: Date;
  @Answered('flag') frozen: boolean;
  @Answered('text') remark: string;
  @Answered('whole', { empty: true }) target: number | null;
  @Answered(() => ComparedFigureAnswer, { list: true }) figures: ComparedFigureAnswer[];
  @Answered(() => RestatedAnswer, { list: true }) restated: RestatedAnswer[];
  @Answered(() => ReportingUnitAnswer, { list: true }) units: ReportingUnitAnswer[];
  @Answered('whole') sent: number;
  @Answered(() => ReportWarningsAnswer) warnings: ReportWarningsAnswer;
}

export class BehindLineAnswer {
  @Answered('id') caseId: string;
  @Answered('text') caseCode: string;
  @Answered('text') fullName: string;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('text', { empty: true }) market: string | null;
  @Answered('day', { empty: true }) departedOn: string | null;
  @Answered('day', { empty: true }) contractEnd: string | null;
  @Answered('day', { empty: true }) returnedOn: string | null;
}

export class ReportRowsResponse {
  @Answered('whole') cases: number;
  @Answered(() => BehindLineAnswer, { list: true }) people: BehindLineAnswer[];
}
