import { Mailer, type MailOutcome } from '@app/platform';
import { CUTS, startHostileSmtp, type Behaviour } from '../support/hostile-smtp';

const mail = (n: number, to = `xa-${n}@test.invalid`) => ({
  to,
  subject: 'Bến Về: 1 việc cần trả lời',
  text: 'a',
  html: '<p>a</p>',
  messageId: `m${n}@benve.test`,
});

async function sendAll(
  behaviour: Behaviour | ((recipient: string | undefined) => Behaviour),
  count = 6,
  deadlineMs = 1_500,
): Promise<{ outcomes: MailOutcome[]; taken: string[]; connections: number }> {
  const server = await startHostileSmtp(typeof behaviour === 'function' ? behaviour : () => behaviour);
  const mailer = new Mailer({ url: server.url, from: 'Bến Về <no-reply@benve.test>', deadlineMs });
  try {
    const outcomes = await Promise.all(Array.from({ length: count }, (_, i) => mailer.send(mail(i))));
    return { outcomes, taken: [...server.taken], connections: server.connections };
  } finally {
    mailer.close();
    await server.close();
  }
}

describe('Mailer against a hostile server', () => {
  it.each(CUTS)('cut at %s: certain before the message was handed over, uncertain after, never sent twice by itself', async (cut) => {
    const { outcomes, taken, connections } = await sendAll({ cut });
    const expected = cut === 'body' || cut === 'dot' ? 'uncertain' : 'retry';
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(outcomes.map(() => expected));
    expect(new Set(taken).size).toBe(taken.length);
    expect(connections).toBeLessThanOrEqual(6);
  });

  it.each([
    ['mail', '451 try later', 'retry'],
    ['rcpt', '451 greylisted', 'retry'],
    ['data', '452 full', 'retry'],
    ['dot', '451 later', 'retry'],
    ['rcpt', '550 no such user', 'bounced'],
    ['dot', '554 refused', 'bounced'],
    ['mail', '550 sender refused', 'retry'],
  ] as const)('answer at %s: %s → %s', async (at, answer, kind) => {
    const { outcomes, taken } = await sendAll({ answer, at });
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(outcomes.map(() => kind));
    expect(taken).toEqual([]);
  });

  it('one stuck recipient does not stop the others, and nothing waits beyond the deadline', async () => {
    const began = Date.now();
    const { outcomes } = await sendAll((recipient) => (recipient?.startsWith('xa-0@') ? { silentAfterDot: true } : 'accept'), 40);
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['uncertain', ...Array(39).fill('sent')]);
    expect(Date.now() - began).toBeLessThan(4_000);
  });

  it('a slow banner ends in a retry at the deadline', async () => {
    const { outcomes, taken } = await sendAll({ slowBannerMs: 5_000 }, 3);
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['retry', 'retry', 'retry']);
    expect(taken).toEqual([]);
  });

  it('a refused connection is a retry', async () => {
    const mailer = new Mailer({ url: 'smtp://127.0.0.1:1', from: 'no-reply@benve.test', deadlineMs: 1_000 });
    expect((await mailer.send(mail(1))).kind).toBe('retry');
    mailer.close();
  });

  it.each([
    'b@y.vn\r\nBcc: evil@x.com',
    'b@y.vn, evil@x.com',
    'Evil <evil@x.com>',
    '"b@y.vn" <evil@x.com>',
    'b@y.vn;evil@x.com',
    'b@y.vn evil@x.com',
    '<b@y.vn>',
    'b@y.vn\0',
    'b @y.vn',
    'b@[127.0.0.1]',
    'b@localhost',
    '',
    '@y.vn',
    'b@',
    'b@y..vn',
    '.b@y.vn',
    'b.@y.vn',
    'b@-y.vn',
    'b@y.vn>',
    'group: a@x.com;',
  ])('the hostile address %j is refused and reaches nobody', async (to) => {
    const server = await startHostileSmtp(() => 'accept');
    const mailer = new Mailer({ url: server.url, from: 'no-reply@benve.test', deadlineMs: 1_000 });
    expect(await mailer.send(mail(1, to))).toEqual({ kind: 'bounced', reason: 'ADDRESS_INVALID' });
    expect(server.taken).toEqual([]);
    mailer.close();
    await server.close();
  });

  it('a header with a control character is refused before anything is sent', async () => {
    const mailer = new Mailer({ url: 'smtp://127.0.0.1:1', from: 'no-reply@benve.test' });
    await expect(mailer.send({ ...mail(1), subject: 'x\r\nBcc: evil@x.com' })).rejects.toThrow('control character');
    mailer.close();
  });
});
