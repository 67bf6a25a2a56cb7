import { Answered } from './answered';

export class AssignedResponse {
  @Answered('id') assignmentId: string;
}

export class AssignmentResponse {
  @Answered('id') id: string;
  @Answered('text') provinceCode: string;
  @Answered('text') desk: string;
  @Answered('text', { empty: true }) communeCode: string | null;
  @Answered('id', { empty: true }) agencyId: string | null;
  @Answered('text', { empty: true }) owner: string | null;
  @Answered('text') figure: string;
  @Answered('text') shown: string;
  @Answered('text') rows: string;
  @Answered('text') text: string;
  @Answered('day') dueOn: string;
  @Answered('whole') daysLeft: number;
  @Answered('moment') assignedAt: Date;
  @Answered('text', { empty: true }) answer: string | null;
  @Answered('moment', { empty: true }) answeredAt: Date | null;
}
