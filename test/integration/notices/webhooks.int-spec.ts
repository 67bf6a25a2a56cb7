import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RecordMilestone } from '@app/casework';
import { newId } from '@app/kernel';
import { OwnWebhooks, SendWebhooks } from '@app/notices';
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

  it('belongs to its agency alone, and names no address inside', async () => {
    expect(await own.list(OTHER_AGENCY)).toEqual([]);
    await expect(own.remove(OTHER_AGENCY, id, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(own.messages(CENTRE, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const strict = new OwnWebhooks(db.api, db.seal, { ...readConfig({ DATABASE_URL: db.urls.api }), BENVE_MODE: 'production' } as never);
    await expect(strict.create(AGENCY, url, [], newId())).rejects.toMatchObject({ code: 'WEBHOOK_URL_REFUSED' });
  });
});
