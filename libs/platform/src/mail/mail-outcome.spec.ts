import { decideMailOutcome } from './mail-outcome';

describe('decideMailOutcome', () => {
  it.each([
    [{ code: 'ECONNECTION', command: 'CONN' }, false, 'retry'],
    [{ code: 'ECONNECTION', command: 'CONN' }, true, 'uncertain'],
    [{ code: 'ETIMEDOUT', command: 'CONN' }, true, 'uncertain'],
    [{ code: 'ESOCKET' }, false, 'retry'],
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, false, 'bounced'],
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451 }, false, 'retry'],
    [{ code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 553 }, false, 'retry'],
    [{ code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, true, 'bounced'],
    [{ code: 'EMESSAGE', command: 'DATA', responseCode: 421 }, true, 'retry'],
    [{ code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, false, 'retry'],
    [{ code: 'ECONNECTION', responseCode: 421 }, true, 'uncertain'],
    [{}, true, 'uncertain'],
  ])('%j, handed over %s → %s', (fault, handedOver, kind) => {
    expect(decideMailOutcome(fault, handedOver).kind).toBe(kind);
  });
});
