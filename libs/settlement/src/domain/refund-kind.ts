/** Why money goes back to a worker (Law 69/2020/QH14, Art. 23, 26). */
export const REFUND_KINDS = ['EARLY_RETURN', 'DEATH', 'NOT_SENT', 'WITHDRAWAL'] as const;
export type RefundKind = (typeof REFUND_KINDS)[number];

/**
 * How the case must have ended before such a refund is worked out. The debtor writes it, and the reason decides how much: a withdrawal leaves the agency
 * its costs, a worker it could not send gets everything back.
 */
export const ENDED_AS: Readonly<Record<RefundKind, readonly string[]>> = {
  EARLY_RETURN: ['RETURNED', 'ABROAD', 'LAWFUL_STAY', 'ABSCONDED', 'OVERSTAYING', 'MISSING'],
  DEATH: ['DECEASED'],
  NOT_SENT: ['NOT_SENT', 'REJECTED'],
  WITHDRAWAL: ['WITHDRAWN'],
};

/** @param endedAs the stage of the case; of a closed one the stage it was closed from */
export const refundFits = (kind: RefundKind, endedAs: string): boolean => ENDED_AS[kind].includes(endedAs);
