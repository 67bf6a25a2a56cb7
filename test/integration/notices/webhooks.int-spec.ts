import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RecordMilestone } from '@app/casework';
import { newId, systemActor } from '@app/kernel';
import { OwnWebhooks, SendWebhooks, WebhookRows } from '@app/notices';
import { readConfig, StandardWebhook, type WebhookHeaders } from '@app/platform';
import { SeedPolicies } from '@app/policy';
import type { TestDatabase } from '../../support/test-database';
import { AGENCY, caseOf, CENTRE, day, DEPARTED, OFFICE, openDatabase, OTHER_AGENCY, SIGNED } from '../casework/casework-fixture';

interface Taken {
  readonly headers: IncomingHttpHeaders & WebhookHeaders;
  readonly body: string;
}

describe('webhooks to an agency’s own system', () => {
  let db: TestDatabase;
  let own: OwnWebhooks;
  let send: SendWebhooks;
  let secret: string;
  let id: string;
  let url: string;
  let status = 204;
  const taken: Taken[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      taken.push({ headers: request.headers as Taken['headers'], body: Buffer.concat(parts).toString() });
      response.writeHead(status).end();
    });
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/benve`;
    db = await openDatabase();
    await new SeedPolicies(db.jobs).run();
    const config = readConfig({ DATABASE_URL: db.urls.api, BENVE_MODE: 'demo' });
    own = new OwnWebhooks(db.api, db.seal, config);
    send = new SendWebhooks(db.jobs, db.seal, config);
    ({ id, secret } = await own.create(AGENCY, url, [], newId()));
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await db.close();
  });
  beforeEach(() => {
    taken.length = 0;
    status = 204;
  });

  const round = () => send.runDue(40);
  /** Facts are told once no transaction of the server that is older still runs, of whatever test. */
  const until = async (reached: () => boolean | Promise<boolean>, work: () => Promise<unknown> = round) => {
    for (let i = 0; i < 400 && !(await reached()); i++) {
      await work();
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect(await reached()).toBe(true);
  };
  const abroad = () => caseOf(db, [SIGNED, DEPARTED]);
  const report = (caseId: string) =>
    new RecordMilestone(db.api).run(AGENCY, {
      caseId,
      requestId: newId(),
      kind: 'EMPLOYER_REPORTED',
      effectiveOn: day('2026-11-01'),
      detail: { employer: 'X' },
    });
  const kinds = () => taken.map(({ body }) => (JSON.parse(body) as { data: { kind?: string } }).data.kind).sort();

  it('tells each fact of the agency’s cases once, signed, with nothing of a person in it', async () => {
    const { caseId, code } = await abroad();
    await caseOf(db, [SIGNED], { agencyId: OFFICE.otherAgency });
    await until(() => taken.length >= 3);
    await round();
    expect(kinds()).toEqual(['CONTRACT_SIGNED', 'DEPARTED', 'REGISTERED']);
    const { headers, body } = taken.find((one) => one.body.includes('DEPARTED'))!;
    expect(StandardWebhook.verify(secret, headers, body, Math.floor(Date.now() / 1000))).toBe(true);
    expect(JSON.parse(body)).toMatchObject({
      type: 'case.departed',
      data: { caseId, caseCode: code, kind: 'DEPARTED', effectiveOn: '2023-03-01', stage: 'ABROAD', version: expect.any(Number) },
    });
    expect(body).not.toMatch(/Lò|0120909/);
  });

  it('tries again what was not taken, under the same id, and never loses it', async () => {
    const { caseId } = await abroad();
    await until(() => taken.length >= 3);
    taken.length = 0;
    status = 500;
    await report(caseId);
    await until(() => taken.length > 0);
    await round();
    expect(taken).toHaveLength(1);
    status = 200;
    await db.sql(`update webhook_message set due_at = now() where state = 'waiting'`);
    await round();
    expect(new Set(taken.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect((await own.messages(AGENCY, id))[0]).toMatchObject({ kind: 'EMPLOYER_REPORTED', state: 'sent', attempts: 2, lastStatus: 200 });
  });

  it('gives up at the end of its tries, and sends again what is asked for', async () => {
    const { caseId } = await abroad();
    await until(() => taken.length >= 3);
    taken.length = 0;
    const [{ now }] = (await db.sql<{ now: string }>(`select now()::text as now`)) as [{ now: string }];
    status = 503;
    await report(caseId);
    await until(
      async () => (await own.messages(AGENCY, id))[0]!.state === 'failed',
      async () => {
        await db.sql(`update webhook_message set due_at = now() where state = 'waiting'`);
        await round();
      },
    );
    expect((await own.messages(AGENCY, id))[0]).toMatchObject({ state: 'failed', attempts: 10 });
    status = 200;
    taken.length = 0;
    expect(await own.replay(AGENCY, id, now, newId())).toEqual({ messages: 1 });
    await round();
    expect(kinds()).toEqual(['EMPLOYER_REPORTED']);
  });

  it('sends each message by one of two programs that look at once', async () => {
    const { caseId } = await abroad();
    await until(() => taken.length >= 3);
    taken.length = 0;
    for (let i = 0; i < 10; i++) await report(caseId);
    await until(
      () => taken.length >= 10,
      () => Promise.all([round(), round(), round()]),
    );
    expect(taken).toHaveLength(10);
    expect(new Set(taken.map(({ headers }) => headers['webhook-id'])).size).toBe(10);
  });

  it('stops when the receiver says it is gone, and goes on by a replay', async () => {
    status = 410;
    await own.ping(AGENCY, id, newId());
    await round();
    expect(await own.list(AGENCY)).toMatchObject([{ state: 'stopped' }]);
    await abroad();
    taken.length = 0;
    await round();
    expect(taken).toEqual([]);
    status = 200;
    await own.replay(AGENCY, id, '2026-01-01T00:00:00Z', newId());
    await until(() => kinds().filter((kind) => kind === 'DEPARTED').length >= 5);
  });

  it('lets no endpoint that lags or cannot be signed for hold up another', async () => {
    const second = await own.create(AGENCY, url, ['EMPLOYER_REPORTED'], newId());
    await db.sql(
      `insert into webhook_message (id, endpoint_id, kind, body, due_at) select gen_random_uuid(), $1, 'LATE', '{}', now() - interval '1 hour' from generate_series(1, 60)`,
      [id],
    );
    await own.ping(AGENCY, second.id, newId());
    await db.sql(`update webhook_endpoint set secret_cipher = '\\x00' where id = $1`, [id]);
    await round();
    expect((await own.messages(AGENCY, second.id))[0]).toMatchObject({ kind: 'PING', state: 'sent' });
    expect(taken).toHaveLength(1);
    expect(await db.sql(`select last_status from webhook_message where endpoint_id = $1 and kind = 'LATE' and attempts = 1`, [id])).toEqual(
      Array(8).fill({ last_status: 0 }),
    );
    await own.remove(AGENCY, second.id, newId());
    await own.remove(AGENCY, id, newId());
    ({ id, secret } = await own.create(AGENCY, url, [], newId()));
  });

  it('tells both agencies that a case passed from one to the other, and each only of its own time', async () => {
    const theirs = await own.create(OTHER_AGENCY, url, [], newId());
    const { caseId } = await abroad();
    await report(caseId);
    const milestones = new RecordMilestone(db.api);
    const change = { caseId, kind: 'AGENCY_CHANGED' as const, effectiveOn: day('2026-11-10'), requestId: newId() };
    await milestones.run(CENTRE, { ...change, detail: { reason: 'LICENCE_LOST', agencyId: OFFICE.otherAgency } });
    const after = {
      caseId,
      kind: 'EMPLOYER_REPORTED' as const,
      effectiveOn: day('2026-11-12'),
      requestId: newId(),
      detail: { employer: 'Y' },
    };
    await milestones.run(OTHER_AGENCY, after);
    await until(async () => (await own.messages(OTHER_AGENCY, theirs.id)).length >= 2);
    const kindsOf = async (agency: typeof AGENCY, endpoint: string) =>
      (await own.messages(agency, endpoint)).map(({ kind }) => kind).sort();
    expect(await kindsOf(OTHER_AGENCY, theirs.id)).toEqual(['AGENCY_CHANGED', 'EMPLOYER_REPORTED']);
    expect(await kindsOf(AGENCY, id)).toEqual(['AGENCY_CHANGED', 'CONTRACT_SIGNED', 'DEPARTED', 'EMPLOYER_REPORTED', 'REGISTERED']);
    await own.remove(OTHER_AGENCY, theirs.id, newId());
  });

  it('forgets what was told long ago, and nothing that is still owed', async () => {
    const old = async (state: string) =>
      db.sql(
        `insert into webhook_message (id, endpoint_id, kind, body, state, created_at) values (gen_random_uuid(), $1, 'OLD', '{}', $2, now() - interval '31 days')`,
        [id, state],
      );
    for (const state of ['sent', 'failed', 'waiting']) await old(state);
    const forget = () => db.jobs.run(systemActor('retention'), (tx) => WebhookRows.forget(tx, 30));
    expect([await forget(), await forget()]).toEqual([2, 0]);
    await db.sql(`update webhook_endpoint set state = 'stopped' where id = $1`, [id]);
    expect(await forget()).toBe(1);
    await db.sql(`update webhook_endpoint set state = 'active' where id = $1`, [id]);
  });

  it('belongs to its agency alone, and names no address inside', async () => {
    expect(await own.list(OTHER_AGENCY)).toEqual([]);
    await expect(own.remove(OTHER_AGENCY, id, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(own.messages(CENTRE, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const strict = new OwnWebhooks(db.api, db.seal, { ...readConfig({ DATABASE_URL: db.urls.api }), BENVE_MODE: 'production' } as never);
    await expect(strict.create(AGENCY, url, [], newId())).rejects.toMatchObject({ code: 'WEBHOOK_URL_REFUSED' });
  });
});
