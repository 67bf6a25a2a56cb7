import { findingsOf, type OperationFacts } from './operation-findings';

const sound: OperationFacts = {
  databaseVersion: '18.1',
  beats: [{ name: 'relay', ageSeconds: 5 }],
  topics: [{ topic: 'notices.deliver.v1', waiting: 3, handedOver: 1, dead: 0, oldestSeconds: 4 }],
  sweeps: [{ sweep: 'overstay', businessDay: '2026-11-22', state: 'done', daysBehind: 0, finishedAt: new Date() }],
  mailGateClosed: false,
  deliveries: { sent: 20 },
  lettersWaiting: 2,
  noticesHeld: 0,
};

describe('what an administrator is told', () => {
  it('finds nothing wrong with a sound installation', () => {
    expect(findingsOf(sound).map(({ state }) => state)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
  });

  it.each<[string, Partial<OperationFacts>, string, string]>([
    ['background', { beats: [] }, 'fail', 'chưa chạy'],
    ['background', { beats: [{ name: 'relay', ageSeconds: 181 }] }, 'fail', 'relay'],
    ['outbox', { topics: [{ ...sound.topics[0]!, dead: 2 }] }, 'warn', '2 việc'],
    ['outbox', { topics: [{ ...sound.topics[0]!, oldestSeconds: 1_200 }] }, 'warn', '20 phút'],
    ['sweep', { sweeps: [] }, 'warn', 'Chưa rà soát'],
    ['sweep', { sweeps: [{ ...sound.sweeps[0]!, daysBehind: 2 }] }, 'warn', 'overstay'],
    ['sweep', { sweeps: [{ ...sound.sweeps[0]!, state: 'failed' }] }, 'warn', 'overstay'],
    ['mail', { mailGateClosed: true }, 'warn', 'Cổng thư'],
    ['mail', { deliveries: { dead: 1, bounced: 2 } }, 'warn', '3 thư'],
  ])('%s: %j', (check, change, state, words) => {
    const found = findingsOf({ ...sound, ...change }).find((one) => one.check === check)!;
    expect([found.state, found.detail]).toEqual([state, expect.stringContaining(words)]);
  });
});
