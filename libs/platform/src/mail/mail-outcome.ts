/**
 * What became of one try. `uncertain`: the whole message was handed over and no answer came, so the server may have taken it.
 * `reason` holds the server's code and the stage, never an address.
 */
export type MailOutcome =
  | { kind: 'sent' }
  | { kind: 'retry'; reason: string }
  | { kind: 'bounced'; reason: string }
  | { kind: 'uncertain'; reason: string };

interface SmtpFault {
  code?: string;
  command?: string;
  responseCode?: number;
}

/**
 * The library reports the same error for a connection lost before and after the message was taken, so the decision rests on
 * whether the message had been read to its end. A reply of the server is always certain. Only a 5xx about this recipient
 * or this message is a bounce: a refused sender or sign-in is our fault and is tried again.
 */
export function decideMailOutcome(fault: SmtpFault, handedOver: boolean): MailOutcome {
  const reason = [fault.code, fault.command, fault.responseCode].filter(Boolean).join(' ') || 'unknown';
  if (fault.responseCode && fault.code !== 'ECONNECTION') {
    const ours = fault.command === 'RCPT TO' || fault.command === 'DATA';
    return { kind: fault.responseCode >= 500 && ours ? 'bounced' : 'retry', reason };
  }
  return { kind: handedOver ? 'uncertain' : 'retry', reason };
}
