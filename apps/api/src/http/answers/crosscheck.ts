import { Answered } from './answered';

export class SaidAnswer {
  @Answered('text') voice: string;
  @Answered('flag') happened: boolean;
  @Answered('day', { empty: true }) on: string | null;
  @Answered('day') saidOn: string;
}

export class VerdictAnswer {
  @Answered('text') state: string;
  @Answered('text', { absent: true }) rule?: string;
  @Answered('text', { absent: true }) owner?: string;
  @Answered('day', { absent: true }) since?: string;
}

export class CrossingAnswer {
  @Answered('text') crossing: string;
  @Answered(() => SaidAnswer, { list: true }) statements: SaidAnswer[];
  @Answered(() => VerdictAnswer) verdict: VerdictAnswer;
}

export class CrossingListResponse {
  @Answered(() => CrossingAnswer, { list: true }) crossings: CrossingAnswer[];
}
