import { decideDelivery, type MailTiming } from './delivery-state';

const TIMING: MailTiming = {
  retrySeconds: [60, 300, 900, 3600],
  thenEverySeconds: 3600,
  giveUpAfterHours: 72,
  uncertainWaitSeconds: 900,
  digestAt: '07:00',
};
const attempt = (attempts: number, hoursTrying = 0, possibleCopies = 0) => ({ attempts, hoursTrying, possibleCopies });

describe('decideDelivery', () => {
  it.each([
    [1, 60],
    [2, 300],
    [3, 900],
    [4, 3600],
    [5, 3600],
    [60, 3600],
  ])('try %i that found no server is followed by another after %i s', (attempts, inSeconds) => {
    expect(decideDelivery({ kind: 'retry', reason: 'ESOCKET' }, attempt(attempts), TIMING)).toEqual({
      state: 'retry',
      reason: 'ESOCKET',
      inSeconds,
    });
  });

  it('gives up after 72 hours', () => {
    expect(decideDelivery({ kind: 'retry', reason: '451' }, attempt(70, 71.9), TIMING).state).toBe('retry');
    expect(decideDelivery({ kind: 'retry', reason: '451' }, attempt(71, 72), TIMING)).toEqual({
      state: 'dead',
      reason: '451',
    });
  });

  it('sends an uncertain mail once more and no third time', () => {
    expect(decideDelivery({ kind: 'uncertain', reason: 'x' }, attempt(1), TIMING)).toEqual({
      state: 'uncertain',
      reason: 'x',
      inSeconds: 900,
    });
    expect(decideDelivery({ kind: 'uncertain', reason: 'x' }, attempt(2, 1, 1), TIMING).state).toBe('dead');
  });

  it('believes a clear answer at once', () => {
    expect(decideDelivery({ kind: 'sent' }, attempt(3, 90, 1), TIMING).state).toBe('sent');
    expect(decideDelivery({ kind: 'bounced', reason: '550' }, attempt(1), TIMING).state).toBe('bounced');
  });
});
