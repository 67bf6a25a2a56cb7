import { startApplication, type TestApplication } from '../support/application';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

describe('the screens as files', () => {
  let db: TestDatabase;
  let app: TestApplication;
  beforeAll(async () => {
    db = await createTestDatabase();
    app = await startApplication(db);
  });
  afterAll(async () => {
    await app.close();
    await db.close();
  });

  it.each([
    ['/', 'staff'],
    ['/ho-so/x', 'staff'],
    ['/cong-viec', 'staff'],
    ['/xa/', 'commune'],
    ['/xa/viec/7', 'commune'],
    ['/cong-khai', 'visitors'],
  ])('%s opens the %s app and is asked for anew each time', async (path, half) => {
    const answer = await app.call('GET', path);
    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(new RegExp(`src="/assets/(staff|light)/${half}-`));
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  });

  it('lets no style and no script in but our own files', async () => {
    const policy = (await app.call('GET', '/')).headers.get('content-security-policy')!;
    expect(policy).toContain(`script-src 'self';`);
    expect(policy).toMatch(/style-src 'self'(;|$)/);
    expect(policy).not.toContain('unsafe');
  });

  it('gives the bell its service worker where it may stand for the whole site', async () => {
    const answer = await app.call('GET', '/sw-bell.js');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/javascript');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.text).not.toContain("addEventListener('fetch'");
  });

  it('sends parts of the screens small and for ever, and tells what is not there', async () => {
    const { text } = await app.call('GET', '/');
    const script = /\/assets\/staff\/staff-[\w-]+\.js/.exec(text)![0];
    const answer = await app.call('GET', script, { headers: { 'accept-encoding': 'br' } });
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    for (const path of ['/assets/staff/gone.js', '/wp-login.php', '/api/v1/gone', '/..%2fpackage.json'])
      expect((await app.call('GET', path)).status).toBe(404);
  });
});
