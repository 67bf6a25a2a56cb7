import { isPushEndpoint } from './push-endpoint';

const HOSTS = ['fcm.googleapis.com', 'updates.push.services.mozilla.com', '*.push.apple.com', '*.notify.windows.com'];

describe('addresses the server may push to', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://updates.push.services.mozilla.com/wpush/v2/x',
    'https://web.push.apple.com/Q1',
    'https://wns2-par02p.notify.windows.com/w/?token=x',
    'https://FCM.googleapis.com/x',
  ])('takes %s', (endpoint) => expect(isPushEndpoint(endpoint, HOSTS, false)).toBe(true));

  it.each([
    'http://fcm.googleapis.com/x',
    'https://fcm.googleapis.com:8443/x',
    'https://fcm.googleapis.com@evil.example/x',
    'https://user:word@fcm.googleapis.com/x',
    'https://fcm.googleapis.com.evil.example/x',
    'https://evilfcm.googleapis.com/x',
    'https://evilpush.apple.com/x',
    'https://push.apple.com/x',
    'https://.push.apple.com/x',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/x',
    'https://localhost/x',
    'https://127.0.0.1/x',
    'http://127.0.0.1:9000/x',
    'https://0x7f000001/x',
    'https://2130706433/x',
    'https://10.0.0.1/x',
    'ftp://fcm.googleapis.com/x',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://fcm.googleapis.com/x#y',
    `https://fcm.googleapis.com/${'x'.repeat(1_000)}`,
    'not an address',
    '',
  ])('refuses %s', (endpoint) => expect(isPushEndpoint(endpoint, HOSTS, false)).toBe(false));

  it('lets a trial push to its own machine and nowhere else', () => {
    expect(isPushEndpoint('http://127.0.0.1:9000/x', HOSTS, true)).toBe(true);
    for (const endpoint of ['http://127.0.0.2/x', 'http://localhost:9000/x', 'http://10.0.0.1/x', 'http://u@127.0.0.1/x'])
      expect([endpoint, isPushEndpoint(endpoint, HOSTS, true)]).toEqual([endpoint, false]);
  });
});
