import { Answered } from './answered';

export class FeeLineAnswer {
  @Answered('text') item: string;
  @Answered('text') payer: string;
  @Answered('whole') amount: number;
  @Answered('text', { absent: true }) when?: string;
  @Answered('flag', { absent: true }) refundable?: boolean;
}

export class FeeSheetAnswer {
  @Answered('id') id: string;
  @Answered('text') agencyName: string;
  @Answered('text') market: string;
  @Answered('text') occupation: string;
  @Answered('text', { empty: true }) job: string | null;
  @Answered('day') validFrom: string;
  @Answered('whole') months: number;
  @Answered('whole') monthlyWage: number;
  @Answered(() => FeeLineAnswer, { list: true }) lines: FeeLineAnswer[];
  @Answered('whole') workerPays: number;
  @Answered('moment') publishedAt: Date;
}

export class FeeCeilingAnswer {
  @Answered('text') item: string;
  @Answered('whole') most: number;
  @Answered('text') basis: string;
  @Answered('flag') certain: boolean;
}

export class CeiledSheetAnswer extends FeeSheetAnswer {
  @Answered('text', { empty: true }) jobTitle: string | null;
  @Answered(() => FeeCeilingAnswer, { list: true }) ceilings: FeeCeilingAnswer[];
}

export class FeeSheetPageResponse {
  @Answered(() => FeeSheetAnswer, { list: true }) sheets: FeeSheetAnswer[];
  @Answered('text', { absent: true }) next?: string;
}

export class FeeSheetResponse {
  @Answered(() => CeiledSheetAnswer) sheet: CeiledSheetAnswer;
  @Answered(() => FeeSheetAnswer, { list: true }) versions: FeeSheetAnswer[];
}

export class FeeJobAnswer {
  @Answered('text') code: string;
  @Answered('text') title: string;
  @Answered('whole') perYear: number;
  @Answered('whole') most: number;
}

export class FeeCeilingListResponse {
  @Answered(() => FeeJobAnswer, { list: true }) jobs: FeeJobAnswer[];
  @Answered(() => FeeCeilingAnswer, { list: true }) ceilings: FeeCeilingAnswer[];
}

export class LoanShareAnswer {
  @Answered('whole') coverPercent: number;
  @Answered('text') basis: string;
  @Answered('flag') certain: boolean;
}

export class FeeSheetListResponse {
  @Answered(() => CeiledSheetAnswer, { list: true }) sheets: CeiledSheetAnswer[];
  @Answered(() => LoanShareAnswer, { empty: true }) loan: LoanShareAnswer | null;
}

export class FeeSheetPublishedResponse {
  @Answered('id') id: string;
  @Answered('whole') workerPays: number;
}
