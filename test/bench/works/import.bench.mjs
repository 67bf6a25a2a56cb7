// W3: a register of 50,000 rows and 25 columns through the real ImportFile, against the same parser and one COPY of the same cells; then the same
// uploaded and taken in by the background program while others use the API.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { watchChildren } from '../measure/child-memory.mjs';
import { inPairs, percentile, timed } from '../measure/pairs.mjs';
import { explain } from '../measure/plans.mjs';
import { connect } from '../place/connect.mjs';
import { lib, openRunner, packaged, part } from '../place/programs.mjs';
import { registerFile } from '../place/register-file.mjs';
import { load, startApi, startJobs } from '../place/servers.mjs';
import { awaken, listRequests, tokenOf } from './list.bench.mjs';

export async function run({ server, place, size, pairs, report }) {
  const rows = size === '10k' ? 5_000 : 50_000;
  const database = await server.copy(place);
  const db = await connect(database.urls.superuser);
  const { runner, close } = await openRunner(database.urls.api);
  const province = (await db.query(`select province_code as code from case_file group by 1 order by count(*) desc limit 1`)).rows[0].code;
  const officer = (
    await db.query(`select id, login, organisation_id from account where province_code = $1 and role = 'centre_staff'`, [province])
  ).rows[0];
  const actor = {
    accountId: officer.id,
    login: officer.login,
    role: 'centre_staff',
    organisationId: officer.organisation_id,
    scope: { kind: 'province', province },
  };
  const communes = (
    await db.query(
      `select c.name from admin_unit c join admin_unit p on p.id = c.parent_id where p.code = $1 and c.level = 'commune' order by c.code`,
      [province],
    )
  ).rows.map((row) => row.name);
  const book = async (number) => readFileSync(await registerFile({ folder: server.folder, rows, number, communes }));
  const { importFile, reader } = importer(runner, server.keysFile);
  const own = await connect(database.urls.superuser);
  await own.query(
    `create table bench_staging (sheet text, row_number int, ${Array.from({ length: 25 }, (_, i) => `c${i} text`).join(', ')})`,
  );
  try {
    const children = watchChildren(process.pid, 'reader-process');
    let imported;
    const take = async (number) => {
      const bytes = await book(number);
      const { ms, result } = await timed(() => importFile.run(actor, { kind: 'register', fileName: `so-${number}.xlsx`, bytes }));
      assert.equal(result.verdict, 'accept', JSON.stringify({ ...result, results: result.results?.slice(0, 3) }).slice(0, 1500));
      assert.ok(
        result.created >= rows * 0.99,
        `only ${result.created} of ${rows} rows made a case: ${JSON.stringify(result.results.find((row) => row.verdict !== 'create'))}`,
      );
      imported = result;
      return ms;
    };
    const limit = async (number) => {
      const bytes = await book(number);
      await own.query('truncate bench_staging');
      const { ms } = await timed(() => parseAndCopy(reader, own, bytes));
      assert.equal((await own.query('select count(*) as n from bench_staging')).rows[0].n, rows + 1);
      return ms;
    };
    await limit(0);
    await take(0);
    const result = await inPairs({ pairs, limit: (round) => limit(round + 1), ours: (round) => take(round + 1) });
    const parser = children.stop();
    const plans = await explain({
      folder: server.folder,
      database,
      name: 'w3-import',
      top: 10,
      work: async () => {
        const once = await openRunner(database.urls.api, 2);
        const bytes = await book(pairs + 1);
        await importer(once.runner, server.keysFile).importFile.run(actor, {
          kind: 'register',
          fileName: 'plan.xlsx',
          bytes,
        });
        await once.close();
      },
    });
    report.add({
      work: `register of ${rows.toLocaleString('en')} rows`,
      ours: result.ours,
      limit: result.limit,
      value: 1 / result.ratio,
      of: 'of parser + COPY',
      must: { op: '>=', to: 0.25 },
      goal: { op: '>=', to: 0.75 },
      rows: { rows, created: imported.created, 'rows per s': Math.round((rows / result.ours) * 1000) },
      plans,
    });
    report.add({
      work: 'parser process, highest memory',
      value: parser,
      of: 'MB',
      must: { op: '<=', to: 400 },
      goal: { op: '<=', to: 300 },
    });
    await own.query('drop table bench_staging');
    await whileOthersWork({ server, database, db, province, bytes: await book(pairs + 2), report });
  } finally {
    await Promise.all([db.end(), own.end(), close()]);
    await database.drop();
  }
}

function importer(runner, keysFile) {
  const { ImportFile, ImportTargets, RegisterTarget, WorkbookReader } = lib('imports');
  const { KnownPeople, RegisterWorkersInBulk } = lib('workers');
  const { Seal } = lib('platform');
  const { readKeyFile } = part('libs/platform/src/sealing/key-file.js');
  const seal = new Seal(readKeyFile(keysFile));
  const reader = new WorkbookReader();
  const targets = new ImportTargets().register(
    new RegisterTarget(new KnownPeople(seal), new RegisterWorkersInBulk(seal), new (lib('casework').OpenCasesInBulk)()),
  );
  return { reader, importFile: new ImportFile(runner, seal, reader, targets) };
}

/** The limit: the same child process reads the file, every cell goes into one table by COPY. */
async function parseAndCopy(reader, db, bytes) {
  const workbook = await reader.read(bytes);
  const text = (cell) =>
    cell === undefined || cell === null ? '\\N' : String(Array.isArray(cell) ? cell[1] : cell).replaceAll(/[\\\t\n\r]/g, ' ');
  function* lines() {
    let block = '';
    for (const sheet of workbook.sheets)
      for (const row of sheet.rows) {
        const cells = Array.from({ length: 25 }, (_, i) => text(row.cells[i]));
        block += `${sheet.name}\t${row.n}\t${cells.join('\t')}\n`;
        if (block.length > 65_536) {
          yield block;
          block = '';
        }
      }
    yield block;
  }
  await pipeline(Readable.from(lines()), db.query(packaged('pg-copy-streams').from('copy bench_staging from stdin')));
}

/** Officers read lists while one of them uploads a register: what the slowest hundredth of them notices. */
async function whileOthersWork({ server, database, db, province, bytes, report }) {
  await awaken(db);
  const api = await startApi(server, database);
  const jobs = await startJobs(server, database);
  try {
    const requests = await listRequests(db);
    const listening = (seconds) => load({ port: api.port, connections: 4, seconds, requests });
    await listening(2);
    const before = percentile((await listening(10)).times, 0.99);
    const upload = timed(() => uploaded(api, tokenOf(province), bytes));
    let done = false;
    const ended = upload.finally(() => (done = true));
    // Told below, when it is waited for.
    ended.catch(() => undefined);
    const slices = [];
    while (!done) slices.push(await listening(2));
    const { ms } = await ended;
    const times = slices.flatMap((slice) => slice.times);
    const during = percentile(times, 0.99);
    report.add({
      work: 'API p99 during an import',
      ours: during,
      limit: before,
      value: during / before,
      of: '× without an import',
      must: { op: '<=', to: 2 },
      goal: { op: '<=', to: 2 },
      notes: `${times.length} lists on 4 connections; p99 of each 2 s ${slices.map(({ p99 }) => p99.toFixed(0)).join(', ')} ms; upload to done ${ms.toFixed(0)} ms; highest memory: API ${api.rss().highest.toFixed(0)} MB, background program ${jobs.rss().highest.toFixed(0)} MB`,
    });
  } finally {
    await Promise.all([api.stop(), jobs.stop()]);
  }
}

/** As a screen does it: the file is sent, then asked after every second. */
async function uploaded(api, token, bytes) {
  const call = async (path, options = {}) => {
    const answer = await fetch(`http://127.0.0.1:${api.port}/api/v1/imports${path}`, {
      ...options,
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
    });
    const text = await answer.text();
    assert.ok(answer.ok, `${answer.status} ${text.slice(0, 500)}`);
    return { status: answer.status, json: JSON.parse(text) };
  };
  const form = new FormData();
  form.set('kind', 'register');
  form.set('file', new Blob([bytes]), 'so.xlsx');
  const { status, json } = await call('', { method: 'POST', body: form });
  assert.equal(status, 202);
  for (;;) {
    const { phase, report } = (await call(`/${json.importId}/progress`)).json;
    if (phase === 'done') return report;
    assert.ok(!['failed', 'cancelled'].includes(phase), `${phase} ${JSON.stringify(report)}`);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}
