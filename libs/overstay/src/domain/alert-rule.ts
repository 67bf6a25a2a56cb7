/** Who can be told of an alert. Family and worker are reached through the commune: the system has no mail for them. */
export type AlertRole = 'agency' | 'centre' | 'commune' | 'department' | 'family' | 'worker';
/** Who can be asked to answer. */
export const ALERT_OWNERS = ['agency', 'centre', 'commune', 'department'] as const;
export type OwnerRole = (typeof ALERT_OWNERS)[number];

/** Rules of one family share their anchor date and form one ladder: a later rung replaces the lower ones at first sight. */
export const ALERT_FAMILIES = [
  'EXPIRY',
  'SEASONAL_EXPIRY',
  'LAISSEZ_PASSER',
  'RETURN_UNCONFIRMED',
  'SUSPECTED_OVERSTAY',
  'OVERSTAY',
  'PERSUASION_DUE',
  'ABSCONDED_REPORT',
  'RESIDENCE_NOTICE',
  'WAIT_180',
  'CERT_24M',
  'PASSPORT',
  'HEALTH',
  'DB_UPDATE',
  'END_UNKNOWN',
  'LOAN_DECISION',
  'INSTALMENT',
  'EPS_ESCROW_35',
  'LIQUIDATION_180',
  'REFUND_DUE',
] as const;
export type Family = (typeof ALERT_FAMILIES)[number];

/** Who is asked next when the owner's clock ran out, and how long they have. */
export interface EscalationStep {
  readonly from: OwnerRole;
  readonly to: OwnerRole;
  readonly workingDays: number;
}

/** How long an owner has: calendar days (72 hours = 3) or working days. */
export type AnswerClock = { readonly days: number } | { readonly workingDays: number };

/** One rule of the ladder, read from the policy rows in force on the judged day. Nothing of it stands in code. */
export interface AlertRule {
  readonly policyRuleId: number;
  /** `EXPIRY_30`, `SUSPECTED_OVERSTAY`, … */
  readonly code: string;
  readonly family: Family;
  /** Place in the ladder. */
  readonly rung: number;
  /** Days from the family's anchor to the day the alert falls due; for the suspicion: days after the grace. */
  readonly offsetDays: number;
  /** In place of `offsetDays` where the stay date is only estimated. */
  readonly estimatedOffsetDays: number;
  /** A reminder that fell due longer ago than this is no longer worth making; null = always made. */
  readonly lookbackDays: number | null;
  readonly recipients: readonly AlertRole[];
  /** Added when the case was learnt after the alert fell due: lower rungs never asked them. */
  readonly recipientsAtFirstSight: readonly AlertRole[];
  /** Who takes the agency's place in a programme without one; null: the agency's line falls away. */
  readonly withoutAgency: OwnerRole | null;
  readonly owner: OwnerRole;
  readonly answerWithin: AnswerClock | null;
  readonly escalation: readonly EscalationStep[];
  readonly urgent: boolean;
  readonly repeat: RepeatRule | null;
}

/** Occurrences of a recurring rule, in days from its anchor. */
export interface RepeatRule {
  readonly everyDays: number;
  readonly untilDays: number;
  readonly thenEveryDays: number;
}

/** Stay rules of a market, in days (host practice); `*` stands for every market without a row. */
export interface MarketRule {
  readonly market: string;
  readonly graceDays: number;
  readonly defaultStayDays: number;
}
