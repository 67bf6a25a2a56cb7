import { Answered } from './answered';

export class BellItemAnswer {
  @Answered('text') kind: string;
  @Answered('text') ref: string;
  @Answered('text') code: string;
  @Answered('text') text: string;
  @Answered('id', { empty: true }) caseId: string | null;
  @Answered('text', { empty: true }) caseCode: string | null;
  @Answered('day', { empty: true }) dueOn: string | null;
  @Answered('moment') at: Date;
  @Answered('flag') unread: boolean;
}

export class BellResponse {
  @Answered('whole') unread: number;
  @Answered('moment', { empty: true }) seenAt: Date | null;
  @Answered('moment') asOf: Date;
  @Answered(() => BellItemAnswer, { list: true }) items: BellItemAnswer[];
}
