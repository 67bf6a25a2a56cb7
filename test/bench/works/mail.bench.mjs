// W5: 10,000 digests through the background program's own processor (duty, seal, claim, render, send, result), against a bare nodemailer pool.
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { inPairs, timed } from '../measure/pairs.mjs';
import { explain } from '../measure/plans.mjs';
import { connect } from '../place/connect.mjs';
import { TODAY } from '../place/generate.mjs';
import { lib, openRunner, packaged, part, settings } from '../place/programs.mjs';

const SINK = fileURLToPath(new URL('../measure/mail-sink.mjs', import.meta.url));
/** As the background program: fifty notices a job, four jobs at once. */
const [CHUNK, JOBS] = [50, 4];
const FROM = 'Bến Về <khong-tra-loi@bench.invalid>';

export async function run({ server, place, size, pairs, report }) {
  const waves = size === '10k' ? 1 : 3;
  const sink = fork(SINK, [], { execArgv: [] });
  const [{ port }] = await once(sink, 'message');
  const taken = async () => {
    sink.send('count');
    return (await once(sink, 'message'))[0].taken;
  };
  const database = await server.copy(place);
  const db = await connect(database.urls.superuser);
  const url = `smtp://127.0.0.1:${port}`;
  const open = async () => {
    const { runner, close } = await openRunner(database.urls.jobs, 6);
    const { Mailer, DutyRunner, createLog } = lib('platform');
    const mailer = new Mailer({ url, from: FROM });
    const { DeliverProcessor } = part('apps/jobs/src/processors/deliver.processor.js');
    const deliver = new (lib('notices').DeliverNotices)(runner, mailer, settings({ SMTP_URL: url, MAIL_FROM: FROM }));
    return {
      runner,
      processor: new DeliverProcessor(new DutyRunner(runner, createLog('bench', 'error')), runner, deliver),
      close: () => (mailer.close(), close()),
    };
  };
  const { runner, processor, close } = await open();
  try {
    const mails = await rendered(db, runner);
    const ours = async () => {
      let ms = 0;
      for (let wave = 0; wave < waves; wave++) {
        const duties = await owe(db);
        const before = await taken();
        ms += (await timed(() => inJobs(duties, (ids) => processor.process({ ids })))).ms;
        assert.equal((await taken()) - before, duties.length, 'each digest arrives once');
      }
      return ms;
    };
    const limit = async () => {
      const transport = packaged('nodemailer').createTransport({
        url,
        pool: true,
        maxConnections: 8,
        maxMessages: Infinity,
      });
      const all = Array.from({ length: waves }, () => mails).flat();
      const { ms } = await timed(() => Promise.all(all.map((mail) => transport.sendMail(mail))));
      transport.close();
      return ms;
    };
    await inJobs((await owe(db)).slice(0, 400), (ids) => processor.process({ ids }));
    const result = await inPairs({ pairs, limit, ours });
    const n = mails.length * waves;
    const plans = await explain({
      folder: server.folder,
      database,
      name: 'w5-mail',
      top: 5,
      work: async () => {
        const own = await open();
        await own.processor.process({ ids: (await owe(db)).slice(0, CHUNK) });
        await own.close();
      },
    });
    report.add({
      work: 'digests sent',
      ours: (n / result.ours) * 1000,
      limit: (n / result.limit) * 1000,
      unit: 'mails per s',
      value: 1 / result.ratio,
      of: 'of a bare nodemailer pool',
      must: { op: '>=', to: 0.8 },
      goal: { op: '>=', to: 0.9 },
      rows: { mails: n, 'bytes of HTML': Buffer.byteLength(mails[0].html) },
      plans,
    });
  } finally {
    await close();
    await db.end();
    await database.drop();
    sink.disconnect();
  }
}

/** One open digest per commune with five items each, owed by an outbox row; ids of the rows. */
async function owe(db) {
  await db.query(`update notice set state = 'cancelled' where state = 'open'`);
  const { rows } = await db.query(`
    with opened as (
      insert into notice (addressee, kind, day, province_code, commune_code)
      select 'COMMUNE:' || commune_code, 'digest', '${TODAY}', province_code, commune_code from organisation where kind = 'commune_peoples_committee'
      returning id, commune_code),
    listed as (
      insert into notice_item (notice_id, kind, ref_id, case_id, case_code, due_on)
      select o.id, (array['EXPIRY_30', 'SUSPECTED_OVERSTAY', 'RETURN'])[1 + n % 3], n, md5('case ' || n)::uuid, upper(left(md5(o.id::text || n), 10)), case when n % 3 < 2 then date '${TODAY}' + n end
      from opened o cross join generate_series(1, 5) n)
    insert into outbox (topic, payload, enqueued_at) select 'notices.deliver.v1', jsonb_build_object('noticeId', id), now() from opened returning id`);
  await db.query('analyze notice, notice_item, outbox');
  return rows.map((row) => row.id);
}

async function inJobs(ids, job) {
  const chunks = [];
  for (let at = 0; at < ids.length; at += CHUNK) chunks.push(ids.slice(at, at + CHUNK));
  await Promise.all(
    Array.from({ length: JOBS }, async () => {
      for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) await job(chunk);
    }),
  );
}

/** What the limit sends: the same subjects and bodies, made beforehand. */
async function rendered(db, runner) {
  const duties = await owe(db);
  const { renderMail } = part('libs/notices/src/domain/render-mail.js');
  const { NoticeRows } = part('libs/notices/src/persistence/notice-rows.js');
  const { rows } = await db.query(`select (payload ->> 'noticeId')::bigint as id from outbox where id = any ($1)`, [duties]);
  const contents = await runner.run(lib('kernel').systemActor('bench'), (tx) =>
    NoticeRows.contents(
      tx,
      rows.map((row) => row.id),
    ),
  );
  return contents.map((row, n) => {
    const { subject, text, html } = renderMail({ ...row, link: 'http://localhost/cong-viec' });
    return { from: FROM, to: `xa-${n}@bench.invalid`, subject, text, html };
  });
}
