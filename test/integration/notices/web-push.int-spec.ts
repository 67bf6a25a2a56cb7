import { NOTICE_PUSH_TOPIC, OwnPush, SendPushes } from '@app/notices';
import { systemActor } from '@app/kernel';
import { AppConfig, DutyRunner, type PushTarget } from '@app/platform';
import { SeedPolicies } from '@app/policy';
import { PushProcessor } from '../../../apps/jobs/src/processors/push.processor';
import { type PushSink, startPushSink, TestBrowser } from '../../support/push-sink';
import { silentLog } from '../../support/queue-fixture';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { insertTenants, type TenantPerson, type Tenants, TODAY } from '../../support/tenants';

const LOUD = `insert into notification_setting (account_id, urgent_push, urgent_mail, usual_push, usual_mail, quiet_weekends)
  select id, true, true, true, 'daily', false from account on conflict (account_id) do update set urgent_push = true, usual_push = true,
    quiet_from = null, quiet_until = null, quiet_weekends = false`;

/** "So much waits for you", from the notice to a real push service, and nothing a stranger at the service could read. */
describe('web push', () => {
  let db: TestDatabase;
  let tenants: Tenants;
  let sink: PushSink;
  let own: OwnPush;
  let pushes: SendPushes;
  let processor: PushProcessor;
  const config = (mode: 'demo' | 'production') =>
    Object.assign(new AppConfig(), { BENVE_MODE: mode, MAIL_FROM: 'Bến Về <khong-tra-loi@benve.test>' });

  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    own = new OwnPush(db.api, db.seal, config('demo'));
    pushes = new SendPushes(db.jobs, db.seal, config('demo'));
    processor = new PushProcessor(new DutyRunner(db.jobs, silentLog), pushes);
  });
  afterAll(() => db.close());
  beforeEach(async () => {
    sink = await startPushSink();
    await db.sql(`delete from push_subscription; delete from outbox`);
    await db.sql(LOUD);
  });
  afterEach(() => sink.close());

  const me = (name: string) => tenants.account(name).actor;
  const browser = async (name: string, path = `/${name}`): Promise<TestBrowser> => {
    const made = new TestBrowser(sink.url(path));
    await own.publicKey(me(name));
    await own.subscribe(me(name), made.target);
    return made;
  };
  const personOf = (commune: string): TenantPerson => tenants.people.find((one) => one.commune === commune)!;
  /** A closed notice to the commune of a person. */
  const notify = async (commune: string, kind: 'urgent' | 'digest') => {
    const [notice] = await db.sql<{ id: number }>(
      `insert into notice (addressee, kind, day, ordinal, province_code, commune_code, state)
       values ('COMMUNE:' || $1::text, $2, '2026-11-22', (select coalesce(max(ordinal), 0) + 1 from notice), left($1::text, 2), $1, 'sealed') returning id::int as id`,
      [commune, kind],
    );
    return db.jobs.run(systemActor('test'), (tx) => pushes.owe(tx, [notice!.id]));
  };
  const due = async () =>
    (
      await db.sql<{ id: number }>(
        `select id::int as id from outbox where topic = $1 and done_at is null and due_at <= now() order by id`,
        [NOTICE_PUSH_TOPIC],
      )
    ).map(({ id }) => id);
  const later = () =>
    db.sql<{ payload: Record<string, unknown>; minutes: number }>(
      `select payload, round(extract(epoch from due_at - now()) / 60)::int as minutes from outbox where topic = $1 and done_at is null and due_at > now() order by id`,
      [NOTICE_PUSH_TOPIC],
    );
  const round = async () => processor.process({ ids: await due() });
  const workOf = async (commune: string) => {
    const [row] = await db.sql<{ work: number }>(
      `select ((select count(*) from desk_task where desk = 'commune' and state = 'open' and commune_code = $1)
        + (select count(*) from alert a join case_file c on c.id = a.case_id where a.state = 'open' and a.owner = 'commune' and c.commune_code = $1))::int as work`,
      [commune],
    );
    return row!.work;
  };

  it('tells the accounts meant how much waits, sealed for their browser, and names nobody', async () => {
    const [mine, other, unasked] = [await browser('commune-12001'), await browser('commune-15001'), await browser('centre-12')];
    expect(await notify('12001', 'urgent')).toBe(1);
    const payloads = await db.sql<{ payload: object }>(`select payload from outbox`);
    expect(payloads).toEqual([{ payload: { accountId: me('commune-12001').accountId, urgent: true } }]);
    await round();
    expect(sink.taken.map(({ path }) => path)).toEqual(['/commune-12001']);
    const [{ headers, body }] = sink.taken as [(typeof sink.taken)[0]];
    const work = await workOf('12001');
    expect(work).toBeGreaterThan(0);
    expect(mine.read(body)).toEqual({ title: 'Bến Về', body: `Có ${work} việc cần xử lý`, url: '/cong-viec', tag: 'cong-viec' });
    expect(() => other.read(body)).toThrow();
    expect(() => unasked.read(body)).toThrow();
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'high', ttl: '43200' });
    expect(headers.authorization).toMatch(/^vapid t=[\w.-]+, k=[\w-]+$/);
    const person = personOf('12001');
    for (const word of [person.canary, person.caseCode, 'quá hạn']) expect(JSON.stringify(mine.read(body))).not.toContain(word);
    expect(await due()).toEqual([]);
  });

  it('makes one key for the installation and keeps its private half sealed', async () => {
    const keys = await Promise.all(['centre-12', 'centre-15', 'commune-12001'].map((name) => own.publicKey(me(name))));
    expect(new Set(keys).size).toBe(1);
    const [row] = await db.sql<{ publicKey: string; cipher: Buffer }>(
      `select public_key as "publicKey", private_key_cipher as cipher from push_key`,
    );
    expect(row!.publicKey).toBe(keys[0]);
    expect(db.seal.open(row!.cipher, 'push-key')).toMatch(/^[\w-]{43}$/);
    expect(row!.cipher.toString('latin1')).not.toContain(db.seal.open(row!.cipher, 'push-key'));
    await browser('commune-12001');
    const [stored] = await db.sql<{ text: string }>(`select encode(target_cipher, 'escape') as text from push_subscription`);
    expect(stored!.text).not.toContain('127.0.0.1');
  });

  it('sends nothing twice: the same notice, the same duty, a duty done', async () => {
    await browser('commune-12001');
    await notify('12001', 'urgent');
    expect(await notify('12001', 'urgent')).toBe(0);
    const ids = await due();
    expect(ids).toHaveLength(1);
    await Promise.all([processor.process({ ids }), processor.process({ ids })]);
    await processor.process({ ids });
    expect(sink.taken).toHaveLength(1);
  });

  it('waits half an hour between pushes that are not urgent, not before urgent ones', async () => {
    await browser('commune-12001');
    await notify('12001', 'digest');
    await round();
    await notify('12001', 'digest');
    await round();
    expect(sink.taken).toHaveLength(1);
    expect(sink.taken[0]!.headers.urgency).toBe('normal');
    expect(await later()).toEqual([{ payload: expect.objectContaining({ urgent: false }), minutes: 30 }]);
    await notify('12001', 'urgent');
    await round();
    expect(sink.taken).toHaveLength(2);
    await db.sql(
      `update outbox set due_at = now() where done_at is null; update push_subscription set pushed_at = now() - interval '31 minutes'`,
    );
    await round();
    expect(sink.taken).toHaveLength(3);
  });

  it('respects what the account chose: no push, and hours of rest even for the urgent', async () => {
    await browser('commune-12001');
    await db.sql(`update notification_setting set usual_push = false`);
    expect(await notify('12001', 'digest')).toBe(0);
    const [now] = await db.sql<{ from: string; until: string }>(
      `select to_char(now() at time zone 'Asia/Ho_Chi_Minh' - interval '1 hour', 'HH24:MI') as from, to_char(now() at time zone 'Asia/Ho_Chi_Minh' + interval '1 hour', 'HH24:MI') as until`,
    );
    await db.sql(`update notification_setting set quiet_from = $1::time, quiet_until = $2::time`, [now!.from, now!.until]);
    await notify('12001', 'urgent');
    await round();
    expect(sink.taken).toEqual([]);
    const [waiting] = await later();
    expect(waiting!.minutes).toBeGreaterThanOrEqual(58);
    expect(waiting!.minutes).toBeLessThanOrEqual(61);
    await db.sql(
      `update notification_setting set urgent_push = false, quiet_from = null, quiet_until = null; update outbox set due_at = now()`,
    );
    await round();
    expect([sink.taken, await due()]).toEqual([[], []]);
  });

  it.each([404, 410])('forgets a browser whose push service says %s', async (status) => {
    await browser('commune-12001', '/gone');
    await browser('commune-12001', '/here');
    sink.answers.set('/gone', status);
    await notify('12001', 'urgent');
    await round();
    expect(sink.taken).toHaveLength(2);
    expect(await db.sql(`select 1 from push_subscription`)).toHaveLength(1);
    await notify('12001', 'urgent');
    await round();
    expect(sink.taken.slice(2).map(({ path }) => path)).toEqual(['/here']);
  });

  it.each([429, 503])('tries the one browser again after %s, three times in all', async (status) => {
    await browser('commune-12001', '/busy');
    await browser('commune-12001', '/fine');
    sink.answers.set('/busy', status);
    await notify('12001', 'urgent');
    await round();
    for (let i = 0; i < 4; i++) {
      await db.sql(`update outbox set due_at = now() where done_at is null`);
      await round();
    }
    expect(sink.taken.map(({ path }) => path).sort()).toEqual(['/busy', '/busy', '/busy', '/fine']);
    expect(await db.sql(`select 1 from push_subscription`)).toHaveLength(2);
    expect([await due(), await later()]).toEqual([[], []]);
  });

  it('follows no redirect, and survives a service that is not there', async () => {
    await browser('commune-12001', '/moved');
    sink.answers.set('/moved', 302);
    await notify('12001', 'urgent');
    await round();
    expect(sink.taken.map(({ path }) => path)).toEqual(['/moved']);
    await own.subscribe(me('commune-12001'), { ...new TestBrowser('x').target, endpoint: 'http://127.0.0.1:9/x' });
    await notify('12001', 'urgent');
    await round();
    expect(await later()).toHaveLength(1);
  });

  it('calls no address but those of the list: neither when a browser names it nor when it lies in the table', async () => {
    const target = (endpoint: string): PushTarget => ({ ...new TestBrowser('x').target, endpoint });
    for (const endpoint of ['http://169.254.169.254/latest', 'https://evil.example/x', 'http://localhost:1/x', 'https://10.0.0.1/'])
      await expect(own.subscribe(me('centre-12'), target(endpoint))).rejects.toMatchObject({ code: 'PUSH_ENDPOINT_REFUSED' });
    const strict = new OwnPush(db.api, db.seal, config('production'));
    await expect(strict.subscribe(me('centre-12'), target(sink.url('/x')))).rejects.toMatchObject({ code: 'PUSH_ENDPOINT_REFUSED' });
    await strict.subscribe(me('centre-12'), target('https://fcm.googleapis.com/fcm/send/x'));

    await db.sql(`delete from push_subscription`);
    await browser('commune-12001');
    const production = new PushProcessor(new DutyRunner(db.jobs, silentLog), new SendPushes(db.jobs, db.seal, config('production')));
    await notify('12001', 'urgent');
    await production.process({ ids: await due() });
    expect(sink.taken).toEqual([]);
  });

  it('sends nothing to an account that may not come in any more, or when nothing waits', async () => {
    await browser('commune-12001');
    await notify('12001', 'urgent');
    await db.sql(`update account set state = 'disabled' where login = 'commune-12001'`);
    await round();
    expect(sink.taken).toEqual([]);
    await db.sql(`update account set state = 'active' where login = 'commune-12001'`);
    await notify('12001', 'urgent');
    await db.sql(`update desk_task set state = 'done' where desk = 'commune' and commune_code = '12001'`);
    await db.sql(`update alert set owner = 'agency' where owner = 'commune'`);
    await round();
    expect([sink.taken, await due()]).toEqual([[], []]);
    await db.sql(`update desk_task set state = 'open' where desk = 'commune' and commune_code = '12001'`);
  });

  it('lets an account take back its browser, and nobody else', async () => {
    const made = await browser('commune-12001');
    await own.unsubscribe(me('commune-12002'), made.target.endpoint);
    expect(await db.sql(`select 1 from push_subscription`)).toHaveLength(1);
    await own.subscribe(me('commune-12001'), made.target);
    expect(await db.sql(`select 1 from push_subscription`)).toHaveLength(1);
    await own.unsubscribe(me('commune-12001'), made.target.endpoint);
    expect(await db.sql(`select 1 from push_subscription`)).toEqual([]);
  });
});
