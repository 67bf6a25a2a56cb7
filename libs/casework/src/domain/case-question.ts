/** What a commune asks the centre about a case, and the answer. */
export interface CaseQuestion {
  readonly id: string;
  readonly caseId: string;
  readonly text: string;
  readonly askedAt: Date;
  readonly organisationId: string;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
}
