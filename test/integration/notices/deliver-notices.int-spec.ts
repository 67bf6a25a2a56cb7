import { systemActor, type Actor } from '@app/kernel';
import { ListNotices, MailGate } from '@app/notices';
import type { AppConfig } from '@app/platform';
import { createNoticeFixture, owe, type NoticeFixture } from '../../support/notice-fixture';
import { startHostileSmtp, type Behaviour } from '../../support/hostile-smtp';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';

const centre: Actor = {
  accountId: null,
  login: 'centre',
  role: 'centre_staff',
  organisationId: null,
  scope: { kind: 'province', province: '12' },
};
const states = async (f: NoticeFixture) =>
  (
    await f.db.sql<{ address: string; state: string; possible_copies: number }>(
      'select address, state, possible_copies from delivery order by id',
    )
  ).map((row) => `${row.address.split('@')[0]} ${row.state}${row.possible_copies ? ` (${row.possible_copies})` : ''}`);
/** Time passes: whatever waits is due now. */
const wait = (f: NoticeFixture) =>
  f.db.sql(`update delivery set next_attempt_at = now() - interval '1 second', lease_until = lease_until - interval '1 hour'`);

describe('DeliverNotices', () => {
  let sink: SmtpSink;
  let f: NoticeFixture;
  beforeEach(async () => {
    sink = await startSmtpSink({
      refuse: (address) => (address.startsWith('nobody') ? { code: 550, text: 'no such user' } : undefined),
    });
    f = await createNoticeFixture(sink.url);
  });
  afterEach(async () => {
    await f.close();
    await sink.close();
  });

  it('sends one copy to each address of the office as it is at sending time', async () => {
    const ids = await owe(f.db, ['COMMUNE:12001', 'ESC:12', 'SO:12']);
    await f.db.sql(
      `insert into account (id, organisation_id, province_code, login, role, display_name, email, state)
       select gen_random_uuid(), o.id, '12', 'canbo' || n, 'commune_officer', 'Cán bộ', case n when 1 then 'canbo@test.invalid' else 'XA-1@test.invalid' end, case n when 3 then 'disabled' else 'active' end
       from organisation o, generate_series(1, 3) n where o.key = 'xa-1'`,
    );
    await f.db.sql(`update organisation set email = 'moved@test.invalid' where key = 'so'`);
    await f.deliver.run(ids);
    expect(sink.mails.map((mail) => mail.to).sort()).toEqual([
      'canbo@test.invalid',
      'esc@test.invalid',
      'moved@test.invalid',
      'xa-1@test.invalid',
    ]);
    await f.deliver.run(ids);
    expect(sink.mails).toHaveLength(4);
    expect(await states(f)).toEqual(['canbo sent', 'xa-1 sent', 'esc sent', 'moved sent']);
  });

  it('writes codes, deadline and link into the mail', async () => {
    await f.deliver.run(await owe(f.db, ['COMMUNE:12001']));
    const text = Buffer.from(/text\/plain[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(sink.mails[0]!.raw)![1]!, 'base64').toString();
    for (const part of ['Kính gửi: UBND xã Bản 1', 'A2B3C4D5E6', '01/12/2026', 'http://localhost:3000/cong-viec'])
      expect(text).toContain(part);
  });

  it('turns a notice without an address into a letter that the centre lists, prints and ticks off', async () => {
    const [id] = await owe(f.db, ['COMMUNE:12003']);
    await f.deliver.run([id!]);
    expect(sink.mails).toHaveLength(0);
    const list = new ListNotices(f.db.api, { PUBLIC_URL: 'http://localhost:3000' } as AppConfig);
    expect((await list.listLetters(centre)).letters.map((letter) => letter.addressee)).toEqual(['COMMUNE:12003']);
    expect(await list.renderLetter(centre, id!)).toContain('Kính gửi: UBND xã Bản 3');
    const foreign: Actor = { ...centre, scope: { kind: 'province', province: '15' } };
    await expect(list.renderLetter(foreign, id!)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(list.markPrinted(foreign, id!)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await list.markPrinted(centre, id!);
    expect((await list.listLetters(centre)).letters).toEqual([]);
    expect((await list.list(centre)).notices).toHaveLength(1);
    expect((await list.list(foreign)).notices).toEqual([]);
  });

  it('makes a refused address a task of the centre at once and does not try again', async () => {
    await f.db.sql(
      `update organisation set email = 'nobody@test.invalid' where key = 'xa-1'; update organisation set email = 'không phải' where key = 'xa-2'`,
    );
    await f.deliver.run(await owe(f.db, ['COMMUNE:12001', 'COMMUNE:12002']));
    await wait(f);
    await f.deliver.runDue(100, 0);
    expect(await states(f)).toEqual(['nobody bounced', 'không phải bounced']);
    const tasks = await f.db.sql<{ kind: string; desk: string; commune_code: string; detail: { reason: string } }>(
      'select kind, desk, commune_code, detail from desk_task order by id',
    );
    expect(tasks.map((task) => [task.kind, task.desk, task.commune_code])).toEqual([
      ['DELIVERY_BOUNCED', 'centre', '12001'],
      ['DELIVERY_BOUNCED', 'centre', '12002'],
    ]);
    expect(JSON.stringify(tasks)).not.toContain('@');
  });

  it('tries again by state when the server was away, on any process, and loses nothing', async () => {
    const away = f.mailer('smtp://127.0.0.1:1', 1_000);
    await away.run(await owe(f.db, ['COMMUNE:12001', 'COMMUNE:12002']));
    expect(await states(f)).toEqual(['xa-1 retry', 'xa-2 retry']);
    expect(await f.deliver.runDue(100, 0)).toBe(0);
    await wait(f);
    await f.deliver.runDue(100, 0);
    expect(await states(f)).toEqual(['xa-1 sent', 'xa-2 sent']);
    expect(sink.mails).toHaveLength(2);
  });

  it('gives up after 72 hours with a task', async () => {
    const away = f.mailer('smtp://127.0.0.1:1', 1_000);
    await away.run(await owe(f.db, ['COMMUNE:12001']));
    await f.db.sql(`update delivery set first_tried_at = now() - interval '73 hours'`);
    await wait(f);
    await away.runDue(100, 0);
    expect(await states(f)).toEqual(['xa-1 dead']);
    expect(await f.db.sql(`select from desk_task where kind = 'DELIVERY_DEAD'`)).toHaveLength(1);
  });

  it('buries only the copies of a notice whose content is poisoned', async () => {
    const good = await owe(f.db, ['COMMUNE:12001']);
    const bad = await owe(f.db, ['COMMUNE:12002'], { caseCode: 'Nguyễn Văn A' });
    await f.deliver.run([...bad, ...good]);
    expect(await states(f)).toEqual(['xa-1 sent', 'xa-2 dead']);
    expect(sink.mails.some((mail) => mail.raw.includes('Nguy'))).toBe(false);
  });

  it('refuses the late result of a process that lost its lease', async () => {
    const slow = await startSmtpSink({ delayMs: 700 });
    const late = f.mailer(slow.url);
    const ids = await owe(f.db, ['COMMUNE:12001']);
    const running = late.run(ids);
    await new Promise((resolve) => setTimeout(resolve, 350));
    await wait(f);
    await f.deliver.runDue(100, 0);
    expect(await states(f)).toEqual(['xa-1 uncertain (1)']);
    await running;
    expect(await states(f)).toEqual(['xa-1 uncertain (1)']);
    await wait(f);
    await f.deliver.runDue(100, 0);
    expect(await states(f)).toEqual(['xa-1 sent (1)']);
    expect(slow.mails[0]!.messageId).toBe(sink.mails[0]!.messageId);
    await slow.close();
  });

  it('lets two processes share the work without a second copy', async () => {
    const other = f.mailer(sink.url);
    await f.db.sql(`insert into organisation (id, kind, key, name, name_key, province_code, commune_code, email)
      select gen_random_uuid(), 'commune_peoples_committee', 'ya-' || n, 'UBND', 'ubnd', '12', (13000 + n)::text, 'ya-' || n || '@test.invalid' from generate_series(1, 300) n`);
    const ids = await owe(
      f.db,
      Array.from({ length: 300 }, (_, n) => `COMMUNE:${13001 + n}`),
    );
    await Promise.all([f.deliver.run(ids), other.run(ids), f.deliver.runDue(300, 0), other.runDue(300, 0)]);
    expect(sink.mails).toHaveLength(300);
    expect(new Set(sink.mails.map((mail) => mail.to)).size).toBe(300);
  });

  it('sends nothing while the gate is closed, and after a restore only what was owed since', async () => {
    const run = <T>(work: Parameters<typeof f.db.jobs.run<T>>[1]) => f.db.jobs.run(systemActor('operator'), work);
    const old = await owe(f.db, ['COMMUNE:12001']);
    await run((tx) => f.deliver.seal(tx, old));
    await run((tx) => MailGate.close(tx, 'restored'));
    await f.db.sql(`update delivery set created_at = now() - interval '2 hours'`);
    const fresh = await owe(f.db, ['COMMUNE:12002']);
    await f.deliver.run([...old, ...fresh]);
    await f.deliver.runDue(100, 0);
    expect(sink.mails).toHaveLength(0);
    await run((tx) => MailGate.open(tx, new Date(Date.now() - 3_600_000)));
    await f.deliver.runDue(100, 0);
    expect(sink.mails.map((mail) => mail.to)).toEqual(['xa-2@test.invalid']);
  });

  it('keeps every promise against a server of which half the answers are hostile', async () => {
    const behaviours: Behaviour[] = [
      'accept',
      { cut: 'connect' },
      'accept',
      { cut: 'mail' },
      'accept',
      { cut: 'rcpt' },
      'accept',
      { cut: 'data' },
      'accept',
      { cut: 'body' },
      'accept',
      { cut: 'dot' },
      'accept',
      { answer: '451 later', at: 'rcpt' },
      'accept',
      { answer: '550 unknown', at: 'rcpt' },
      'accept',
      { answer: '554 refused', at: 'dot' },
      'accept',
      { silentAfterDot: true },
    ];
    const tries = new Map<string, number>();
    const hostile = await startHostileSmtp((recipient) => {
      const number = Number(/xb-(\d+)@/.exec(recipient ?? '')?.[1] ?? -1);
      if (number < 0) return 'accept';
      const behaviour = behaviours[number % behaviours.length]!;
      return behaviour !== 'accept' && 'answer' in behaviour && behaviour.answer.startsWith('55')
        ? behaviour
        : (tries.get(recipient!) ?? 0) > 0
          ? 'accept'
          : behaviour;
    });
    await f.db.sql(`insert into organisation (id, kind, key, name, name_key, province_code, commune_code, email)
      select gen_random_uuid(), 'commune_peoples_committee', 'xb-' || n, 'UBND', 'ubnd', '12', (14000 + n)::text, 'xb-' || n || '@test.invalid' from generate_series(0, 199) n`);
    const ids = await owe(
      f.db,
      Array.from({ length: 200 }, (_, n) => `COMMUNE:${14000 + n}`),
    );
    const deliver = f.mailer(hostile.url, 1_200);
    await deliver.run(ids);
    for (const { address } of await f.db.sql<{ address: string }>('select address from delivery')) tries.set(address, 1);
    for (let round = 0; round < 12; round++) {
      await wait(f);
      if (!(await deliver.runDue(1_000, 0))) break;
    }
    await hostile.close();
    const rows = await f.db.sql<{ message_id: string; state: string; possible_copies: number }>(
      'select message_id, state, possible_copies from delivery',
    );
    const copies = (id: string) => hostile.taken.filter((one) => one === id).length;
    const broken = rows.filter(({ message_id: id, state, possible_copies: doubt }) =>
      state === 'sent'
        ? copies(id) < 1 || copies(id) > 1 + doubt || copies(id) > 2
        : state === 'bounced'
          ? copies(id) !== 0
          : state !== 'dead' || doubt < 2,
    );
    console.log(`${rows.length} tried, ${broken.length} failed`);
    expect(broken).toEqual([]);
    expect(rows.filter((row) => row.state === 'bounced')).toHaveLength(20);
    expect(rows.filter((row) => row.possible_copies > 0).length).toBeGreaterThanOrEqual(20);
  });
});
