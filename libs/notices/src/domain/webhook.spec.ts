import { isWebhookUrl, nextTry, type WebhookNext } from './webhook';

describe('a webhook', () => {
  it.each([
    ['https://he-thong.example.vn/benve', false, true],
    ['https://he-thong.example.vn:8443/benve?x=1', false, true],
    ['http://he-thong.example.vn/benve', false, false],
    ['https://user:secret@example.vn/', false, false],
    ['https://example.vn/#x', false, false],
    ['https://localhost/', false, false],
    ['http://127.0.0.1:4000/', false, false],
    ['http://127.0.0.1:4000/', true, true],
    ['ftp://example.vn/', false, false],
    ['example.vn', false, false],
  ])('may be named %s (trial: %s): %s', (url, loopback, allowed) => expect(isWebhookUrl(url, loopback)).toBe(allowed));

  const timing = { retrySeconds: [5, 300] };
  it.each<[number, number, WebhookNext]>([
    [200, 1, { state: 'sent' }],
    [204, 3, { state: 'sent' }],
    [500, 1, { state: 'waiting', inSeconds: 5 }],
    [0, 2, { state: 'waiting', inSeconds: 300 }],
    [302, 1, { state: 'waiting', inSeconds: 5 }],
    [500, 3, { state: 'failed' }],
    [410, 1, { state: 'failed' }],
  ])('answered %i at try %i', (status, attempt, next) => expect(nextTry(status, attempt, timing)).toEqual(next));
});
