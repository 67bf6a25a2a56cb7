import { Answered } from './answered';

export class HouseholdLineAnswer {
  @Answered('id') id: string;
  @Answered('text', { empty: true }) declared: string | null;
  @Answered('moment') askedAt: Date;
  @Answered('text', { empty: true }) answer: string | null;
  @Answered('day', { empty: true }) checkedOn: string | null;
  @Answered('text', { empty: true }) list: string | null;
  @Answered('moment', { empty: true }) answeredAt: Date | null;
  @Answered('text', { empty: true }) answeredOffice: string | null;
}

export class HouseholdResponse {
  @Answered('text', { empty: true }) unproven: string | null;
  @Answered('text', { empty: true }) proven: string | null;
  @Answered(() => HouseholdLineAnswer, { list: true }) questions: HouseholdLineAnswer[];
}
