import type { LocalDate } from '@app/kernel';
import type { Family } from './alert-rule';

/**
 * Clocks of money: a date that somebody must have kept, told to the case by whoever keeps the books (`case_clock`): the bank's decision, an instalment,
 * the escrow of EPS, the liquidation, a refund. A case may have several of one family; each runs until its reason is gone.
 */
export const MONEY_FAMILIES = [
  'LOAN_DECISION',
  'INSTALMENT',
  'EPS_ESCROW_35',
  'LIQUIDATION_180',
  'REFUND_DUE',
] as const satisfies readonly Family[];

/** A clock that runs for a case. */
export interface MoneyClock {
  readonly family: Family;
  /** The day it ends. */
  readonly date: LocalDate;
  /** Business day on which it was first told. */
  readonly learntOn: LocalDate;
}

export const isMoney = (family: Family): boolean => (MONEY_FAMILIES as readonly Family[]).includes(family);
