import { systemActor } from '@app/kernel';
import {
  ActorOfLogin,
  CreateUser,
  LoadOrganisations,
  readOrganisationForms,
  ResetUser,
  Sessions,
  SetPassword,
  SignIn,
} from '@app/identity';
import type { INestApplicationContext } from '@nestjs/common';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { openIdentity } from './identity-fixture';

const PASSWORD = 'ruộng bậc thang mùa gặt';
const FORMS = readOrganisationForms([
  {
    kind: 'employment_service_centre',
    key: 'ESC',
    name: 'Trung tâm Thử',
    province: '12',
    aliases: ['TT Thử'],
    accounts: [
      { login: 'Centre', role: 'centre_staff' },
      { login: 'near', role: 'centre_staff', communes: ['03280'] },
    ],
  },
  {
    kind: 'commune_peoples_committee',
    key: 'XA',
    name: 'UBND xã Thử',
    province: '12',
    commune: '03280',
    accounts: [{ login: 'xa', role: 'commune_officer' }],
  },
]);

// Hashing a thousand passwords takes its time on a busy machine.
jest.setTimeout(180_000);

describe('coming in', () => {
  let db: TestDatabase;
  let api: INestApplicationContext;
  let jobs: INestApplicationContext;
  const links = new Map<string, string>();
  const tokenOf = (link: string | undefined) => link!.split('#')[1]!;

  beforeAll(async () => {
    db = await createTestDatabase();
    api = await openIdentity(db.urls.api);
    jobs = await openIdentity(db.urls.jobs, 3);
    const loaded = await jobs.get(LoadOrganisations).load(FORMS);
    for (const { login, link } of loaded.accounts) links.set(login, tokenOf(link));
    for (const login of ['centre', 'near']) await api.get(SetPassword).byLink(links.get(login)!, PASSWORD);
  });
  afterAll(async () => {
    await Promise.all([api.close(), jobs.close()]);
    await db.close();
  });
  beforeEach(() => db.sql('delete from login_attempt'));

  const signIn = (login = 'centre', password = PASSWORD, address = '10.0.0.1') => api.get(SignIn).run(login, password, address);

  it('loads the same organisations again without a change and without a second link', async () => {
    expect(await jobs.get(LoadOrganisations).load(FORMS)).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
      aliases: 0,
      accounts: [],
    });
    expect(await db.sql(`select from audit_entry where action = 'identity.load-organisations'`)).toHaveLength(1);
  });

  it('takes a link once, and no guessable password', async () => {
    await expect(api.get(SetPassword).byLink(links.get('centre')!, PASSWORD)).rejects.toMatchObject({
      code: 'LINK_INVALID',
    });
    await expect(api.get(SetPassword).byLink(links.get('xa')!, 'matkhaumatkhau123')).rejects.toMatchObject({
      code: 'PASSWORD_BLOCKED',
    });
    const race = await Promise.allSettled(
      Array.from({ length: 5 }, (_, i) => api.get(SetPassword).byLink(links.get('xa')!, `${PASSWORD} ${i}`)),
    );
    expect(race.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
  });

  it('keeps neither password nor token', async () => {
    const { token } = await signIn();
    const [dump] = await db.sql<{ text: string }>(
      `select concat((select json_agg(s) from session s), (select json_agg(a) from account a), (select json_agg(l) from one_time_link l), (select json_agg(t) from login_attempt t)) as text`,
    );
    for (const secret of [token, PASSWORD, links.get('centre')!, Buffer.from(token).toString('hex'), 'centre-x'])
      expect(dump!.text).not.toContain(secret);
    expect(dump!.text).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });

  it('knows the actor of a session, and of --as', async () => {
    const { token } = await signIn();
    expect(await api.get(Sessions).actorOf(token)).toMatchObject({
      login: 'centre',
      role: 'centre_staff',
      scope: { kind: 'province', province: '12' },
    });
    expect(await api.get(Sessions).actorOf(`${token}x`)).toBeUndefined();
    expect((await jobs.get(ActorOfLogin).get('near')).scope).toEqual({
      kind: 'commune',
      province: '12',
      communes: ['03280'],
    });
    await expect(jobs.get(ActorOfLogin).get('nobody')).rejects.toMatchObject({ code: 'ACCOUNT_UNKNOWN' });
  });

  describe('ends at once', () => {
    const admin = systemActor('test');
    const idOf = async (login: string) => (await db.sql<{ id: string }>('select id from account where login = $1', [login]))[0]!.id;
    const ways: Record<string, (token: string, id: string) => Promise<unknown>> = {
      'sign-out': async (token) => api.get(Sessions).end((await api.get(Sessions).actorOf(token))!, token),
      'a changed password': async (token) =>
        api.get(SetPassword).change((await api.get(Sessions).actorOf(token))! as never, PASSWORD, PASSWORD),
      'another jurisdiction': (_, id) => jobs.get(ResetUser).setCommunes(admin, id, ['03283']),
      'idle time': (token) =>
        db.sql(`update session set last_seen_at = now() - interval '3 hours' where revoked_at is null and $1 <> ''`, [token]),
      'the absolute end': () => db.sql(`update session set expires_at = now()`),
      'the office set inactive': () => db.sql(`update organisation set active = false where key = 'ESC'`),
      'a reset': (_, id) => jobs.get(ResetUser).byId(admin, id),
      disabling: (_, id) => jobs.get(ResetUser).disable(admin, id),
    };
    it.each(Object.entries(ways))('by %s', async (_, end) => {
      const login = `u-${Math.random().toString(36).slice(2)}`;
      const made = await jobs.get(CreateUser).run(admin, { login, role: 'centre_staff', organisation: 'ESC' });
      await api.get(SetPassword).byLink(tokenOf(made.link), PASSWORD);
      const { token } = await signIn(login);
      expect(await api.get(Sessions).actorOf(token)).toBeDefined();
      await end(token, await idOf(login));
      expect(await api.get(Sessions).actorOf(token)).toBeUndefined();
      await db.sql('update organisation set active = true');
    });
  });

  it('by the new sign-in of the same browser, which replaces the token', async () => {
    const first = await signIn();
    const second = await api.get(SignIn).run('centre', PASSWORD, '10.0.0.1', first.token);
    expect(await api.get(Sessions).actorOf(first.token)).toBeUndefined();
    expect(await api.get(Sessions).actorOf(second.token)).toBeDefined();
  });

  describe('limits', () => {
    const tryTo = (login: string, password: string, address: string) =>
      signIn(login, password, address).then(
        () => 'in',
        (error: { code: string }) => error.code,
      );

    it('evaluates at most the free tries of 300 parallel guesses from one address', async () => {
      const answers = await Promise.all(Array.from({ length: 300 }, (_, i) => tryTo('centre', `wrong guess number ${i}`, '10.9.9.9')));
      expect(answers.filter((a) => a === 'SIGN_IN_FAILED').length).toBeLessThanOrEqual(6);
      expect(answers.filter((a) => a === 'TOO_MANY_TRIES').length).toBeGreaterThanOrEqual(294);
    });

    it('evaluates at most 100 of 1,000 guesses from many addresses; the person at the usual place still comes in', async () => {
      expect(await tryTo('centre', PASSWORD, '10.0.0.1')).toBe('in');
      const answers: string[] = [];
      for (let i = 0; i < 1000; i += 50)
        answers.push(
          ...(await Promise.all(Array.from({ length: 50 }, (_, n) => tryTo('centre', `guess ${i + n}`, `10.1.${(i + n) % 250}.${n}`)))),
        );
      expect(answers.filter((a) => a === 'SIGN_IN_FAILED').length).toBeLessThanOrEqual(100);
      expect(await tryTo('centre', PASSWORD, '10.0.0.1')).toBe('in');
    });

    it('counts names that do not exist the same way', async () => {
      const answers: string[] = [];
      for (let i = 0; i < 8; i++) answers.push(await tryTo('nobody-here', 'whatever it is', '10.3.3.3'));
      expect(answers).toEqual([...Array<string>(5).fill('SIGN_IN_FAILED'), ...Array<string>(3).fill('TOO_MANY_TRIES')]);
    });

    it('slows one address that tries many names', async () => {
      const answers: string[] = [];
      for (let i = 0; i < 70; i++) answers.push(await tryTo(`name-${i}`, 'x', '10.4.4.4'));
      expect(answers.filter((a) => a === 'SIGN_IN_FAILED')).toHaveLength(60);
    });

    it('answers known and unknown names with equal text in equal time', async () => {
      const times = { known: [] as number[], unknown: [] as number[] };
      const texts = new Set<string>();
      for (let i = 0; i < 40; i++)
        for (const kind of ['known', 'unknown'] as const) {
          const start = performance.now();
          await signIn(kind === 'known' ? 'centre' : `absent-${i}`, 'not the password', `10.5.${i}.1`).catch((error: Error) =>
            texts.add(error.message),
          );
          times[kind].push(performance.now() - start);
        }
      const median = (list: number[]) => list.sort((a, b) => a - b)[list.length >> 1]!;
      expect(texts.size).toBe(1);
      const ratio = median(times.known) / median(times.unknown);
      console.log(`known ${median(times.known).toFixed(1)} ms, unknown ${median(times.unknown).toFixed(1)} ms, ratio ${ratio.toFixed(3)}`);
      expect(Math.abs(ratio - 1)).toBeLessThan(0.25);
    });

    it('reads its values from the policy row in force', async () => {
      await db.sql(
        `insert into policy_rule (key, value, valid, basis, certain, entered_by) values ('login.limits', '{"freeTries": 2}', '[2020-01-01,)', 'test', true, 'test')`,
      );
      const other = await openIdentity(db.urls.api, 2);
      const answers: string[] = [];
      for (let i = 0; i < 3; i++)
        answers.push(
          await other
            .get(SignIn)
            .run('centre', 'wrong', '10.6.6.6')
            .then(
              () => 'in',
              (e: { code: string }) => e.code,
            ),
        );
      await other.close();
      expect(answers).toEqual(['SIGN_IN_FAILED', 'SIGN_IN_FAILED', 'TOO_MANY_TRIES']);
    });
  });
});
