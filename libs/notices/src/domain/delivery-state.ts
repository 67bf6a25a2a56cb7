/** What became of one try to send; `uncertain`: the server may have taken it. */
export type TryOutcome = { kind: 'sent' } | { kind: 'retry' | 'bounced' | 'uncertain'; reason: string };

export interface DeliveryAttempt {
  /** Tries made, this one included. */
  attempts: number;
  /** Hours since the first try. */
  hoursTrying: number;
  /** How often a server may have taken the mail without saying so, before this try. */
  possibleCopies: number;
}

export type DeliveryVerdict =
  | { state: 'sent' | 'bounced' | 'dead'; reason: string | null }
  | { state: 'retry'; reason: string; inSeconds: number }
  | { state: 'uncertain'; reason: string; inSeconds: number };

/** When mails are tried again (`mail.timing` of the policy book). */
export interface MailTiming {
  retrySeconds: readonly number[];
  thenEverySeconds: number;
  giveUpAfterHours: number;
  uncertainWaitSeconds: number;
  /** HH:MM in Asia/Ho_Chi_Minh: when news that ask nothing go out. */
  digestAt: string;
}

/**
 * Where a delivery goes after a try: retries after the pauses of the timing, then regularly until it is given up; an
 * uncertain one waits and is sent at most once more under the same Message-ID, then a person must look.
 */
export function decideDelivery(outcome: TryOutcome, attempt: DeliveryAttempt, timing: MailTiming): DeliveryVerdict {
  if (outcome.kind === 'sent') return { state: 'sent', reason: null };
  const { reason } = outcome;
  if (outcome.kind === 'bounced') return { state: 'bounced', reason };
  if (outcome.kind === 'uncertain')
    return attempt.possibleCopies >= 1
      ? { state: 'dead', reason: `UNCERTAIN_TWICE ${reason}` }
      : { state: 'uncertain', reason, inSeconds: timing.uncertainWaitSeconds };
  if (attempt.hoursTrying >= timing.giveUpAfterHours) return { state: 'dead', reason };
  return { state: 'retry', reason, inSeconds: timing.retrySeconds[attempt.attempts - 1] ?? timing.thenEverySeconds };
}
