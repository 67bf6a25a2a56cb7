import { isPublicAddress } from './public-address';
import { StandardWebhook } from './standard-webhook';

describe('a signed webhook', () => {
  // The example of the scheme's own specification.
  const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const ID = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
  const AT = 1_614_265_330;
  const BODY = '{"test": 2432232314}';
  const headers = StandardWebhook.headers(SECRET, ID, AT, BODY);

  it('is signed as the specification signs its example', () => {
    expect(headers).toEqual({
      'webhook-id': ID,
      'webhook-timestamp': String(AT),
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it.each<[string, Partial<typeof headers>, string, number, boolean]>([
    ['itself', {}, BODY, AT, true],
    ['another body', {}, `${BODY} `, AT, false],
    ['another id', { 'webhook-id': 'msg_x' }, BODY, AT, false],
    ['another time', { 'webhook-timestamp': String(AT + 1) }, BODY, AT, false],
    ['the last second of its time', {}, BODY, AT + 300, true],
    ['an old copy', {}, BODY, AT + 301, false],
    ['a second signature beside an older one', { 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` }, BODY, AT, true],
    ['a signature of another scheme', { 'webhook-signature': headers['webhook-signature'].replace('v1', 'v1a') }, BODY, AT, false],
    ['no number of seconds', { 'webhook-timestamp': 'now' }, BODY, AT, false],
  ])('of %s', (_, changed, body, now, right) => {
    expect(StandardWebhook.verify(SECRET, { ...headers, ...changed }, body, now)).toBe(right);
  });
});

describe('the addresses a webhook may call', () => {
  it.each([
    ['203.0.113.9', true],
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.31.255.255', false],
    ['172.32.0.1', true],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['::1', false],
    ['::', false],
    ['fd00::1', false],
    ['fe80::1', false],
    ['::ffff:10.0.0.1', false],
    ['::ffff:7f00:1', false],
    ['localhost', false],
  ])('%s: %s', (address, allowed) => expect(isPublicAddress(address)).toBe(allowed));
});
