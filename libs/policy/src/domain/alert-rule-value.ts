/** Who can be told of an alert; family and worker are reached through the commune. */
export type AlertRecipientRole = 'agency' | 'centre' | 'commune' | 'department' | 'family' | 'worker';
/** Who can be asked to answer. */
export type AlertOwnerRole = Exclude<AlertRecipientRole, 'family' | 'worker'>;

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
  'MONTHLY_UPDATE',
  'LICENCE_END',
  'PERMISSION_END',
  'SUPPLY_END',
  'LOAN_DECISION',
  'INSTALMENT',
  'EPS_ESCROW_35',
  'LIQUIDATION_180',
  'REFUND_DUE',
] as const;
export type AlertFamily = (typeof ALERT_FAMILIES)[number];

/** Questions that tell how a person stands with the policy bank: offices of the province alone are asked and told (Law 91/2025/QH15). */
export const BANK_SECRETS: readonly string[] = ['LOAN_DECISION', 'INSTALMENT', 'EPS_ESCROW_35'] satisfies AlertFamily[];

/**
 * Value of the policy rows `alert.<RULE>` (`alert.EXPIRY_90`): when a question about a case or about an agency arises, who is told, who must answer.
 * What a family's anchor date is and which cases it concerns is the grammar of the overstay ladder; everything else is here.
 */
export interface AlertRuleValue {
  readonly family: AlertFamily;
  /** Place in the ladder: rules are read in this order. */
  readonly rung: number;
  /** Days from the family's anchor to the day the alert falls due; negative = before. For the suspicion: days after the grace. */
  readonly offsetDays: number;
  /** In place of `offsetDays` where the date of stay is only estimated. */
  readonly estimatedOffsetDays: number;
  /** A reminder that fell due longer ago than this is not made any more; null = always made. */
  readonly lookbackDays: number | null;
  /** `family` is told only with consent. */
  readonly recipients: readonly AlertRecipientRole[];
  /** Added when the case was learnt after the alert fell due: the lower rungs never asked them. */
  readonly recipientsAtFirstSight: readonly AlertRecipientRole[];
  /** Who takes the agency's place in a programme without one; null: the agency's line falls away. */
  readonly withoutAgency: AlertOwnerRole | null;
  readonly owner: AlertOwnerRole;
  /** Calendar days (72 hours = 3) or working days; null: nothing to answer by a day. */
  readonly answerWithin: { readonly days: number } | { readonly workingDays: number } | null;
  /** Who is asked next when the clock ran out, and the working days they have. */
  readonly escalation: readonly {
    readonly from: AlertOwnerRole;
    readonly to: AlertOwnerRole;
    readonly workingDays: number;
  }[];
  /** Goes out at once instead of with the digest. */
  readonly urgent: boolean;
  /** Days of a recurring rule from its anchor: every `everyDays` up to `untilDays`, then every `thenEveryDays`. */
  readonly repeat: { readonly everyDays: number; readonly untilDays: number; readonly thenEveryDays: number } | null;
}

/** Value of the rows `stay.rule`, one per market: the host's clock, in days. */
export interface StayRuleValue {
  /** Days after the lawful stay before a suspicion may arise. */
  readonly graceDays: number;
  /** Added to the contract end where the date of stay is unknown. */
  readonly defaultStayDays: number;
  /** A pending renewal keeps the stay lawful so long. */
  readonly pendingRenewalDays: number;
  /** A worker between two employers is not absconding so long. */
  readonly jobSearchDays: number;
}
