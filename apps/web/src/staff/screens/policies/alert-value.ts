export const OWNERS = ['agency', 'centre', 'commune', 'department'] as const;
export const RECIPIENTS = [...OWNERS, 'family', 'worker'] as const;

export interface Rung {
  readonly from: string;
  readonly to: string;
  readonly workingDays: number;
}

/** The value of an `alert.` rule, as the API holds it. */
export interface AlertValue {
  readonly family: string;
  readonly rung: number;
  readonly offsetDays: number;
  readonly estimatedOffsetDays: number;
  readonly lookbackDays: number | null;
  readonly recipients: readonly string[];
  readonly recipientsAtFirstSight: readonly string[];
  readonly withoutAgency: string | null;
  readonly owner: string;
  readonly answerWithin: { readonly days: number } | { readonly workingDays: number } | null;
  readonly escalation: readonly Rung[];
  readonly urgent: boolean;
  readonly repeat: { readonly everyDays: number; readonly untilDays: number; readonly thenEveryDays: number } | null;
}

export const isAlertValue = (value: unknown): value is AlertValue => typeof value === 'object' && value !== null && 'family' in value;
