// W2: the case list of a province with its total, and the search by name, over real HTTP with both walls on, against bare node:http and pg.
import assert from 'node:assert/strict';
import { inPairs, median } from '../measure/pairs.mjs';
import { explain } from '../measure/plans.mjs';
import { connect } from '../place/connect.mjs';
import { TODAY } from '../place/generate.mjs';
import { lib } from '../place/programs.mjs';
import { BARE, load, startApi, startServer } from '../place/servers.mjs';

export const tokenOf = (province) => `bvs_bench_session_of_${province}`;
const STAGES = ['RETURNED', 'ABROAD', 'CONTRACTED', 'REGISTERED', undefined];

export async function run({ server, place, size, pairs, report }) {
  const database = await server.copy(place);
  const db = await connect(database.urls.superuser);
  await awaken(db);
  const { rows: officers } = await db.query(
    `select id as account, organisation_id as organisation, province_code as province from account where role = 'centre_staff'`,
  );
  const api = await startApi(server, database);
  const bare = await startServer(BARE, '/', {
    DATABASE_URL: database.urls.api,
    BENVE_TODAY: TODAY,
    OFFICERS: JSON.stringify(officers.map((o) => [`Bearer ${tokenOf(o.province)}`, o])),
  });
  try {
    const works = { 'case list': await listRequests(db), 'name search': await searchRequests(db) };
    const seconds = size === '10k' ? 1 : 3;
    for (const [work, requests] of Object.entries(works)) {
      await sameAnswers(api.port, bare.port, requests.slice(0, 25));
      for (const connections of [1, 32]) {
        const tails = { ours: [], limit: [] };
        const side = (name, port) => async () => {
          const result = await load({ port, connections, seconds, requests });
          assert.equal(result.errors, 0, `${work}: answers other than 200`);
          tails[name].push(result.p99);
          return result.perSecond;
        };
        for (const { port } of [bare, api]) await load({ port, connections, seconds: 1, requests });
        const result = await inPairs({ pairs, limit: side('limit', bare.port), ours: side('ours', api.port) });
        report.add({
          work: `${work}, ${connections} connection${connections > 1 ? 's' : ''}`,
          ours: result.ours,
          limit: result.limit,
          unit: 'per s',
          value: result.ratio,
          of: 'of bare http + pg',
          must: { op: '>=', to: 0.5 },
          goal: { op: '>=', to: work === 'case list' ? 0.85 : 0.7 },
          notes: `p99 ${median(tails.ours).toFixed(1)} ms, of bare ${median(tails.limit).toFixed(1)} ms`,
        });
      }
    }
    report.add({
      work: 'API memory after the load',
      value: api.rss().now,
      of: 'MB',
      must: { op: '<=', to: 250 },
      goal: { op: '<=', to: 220 },
    });
    const planned = await explain({
      folder: server.folder,
      database,
      name: 'w2-list',
      top: 12,
      work: async () => {
        const own = await startApi(server, database);
        for (const requests of Object.values(works)) await load({ port: own.port, connections: 1, seconds: 0.3, requests });
        await own.stop();
      },
    });
    for (const plan of planned) console.log(`    plan: ${plan}`);
  } finally {
    await Promise.all([api.stop(), bare.stop()]);
    await db.end();
    await database.drop();
  }
}

/** The sessions of the generated place may have gone to sleep since. */
export const awaken = (db) => db.query(`update session set created_at = now(), last_seen_at = now()`);

/** Provinces by their size, stages in turn. */
export async function listRequests(db) {
  const { rows } = await db.query(`select province_code as province from case_file order by md5(id::text) limit 500`);
  return rows.map(({ province }, n) => {
    const stage = STAGES[n % STAGES.length];
    return { path: `/api/v1/cases?total=true&limit=50${stage ? `&stages=${stage}` : ''}`, token: tokenOf(province) };
  });
}

/** Two or three words of names that exist, some with the given name first. */
async function searchRequests(db) {
  const { foldText } = lib('kernel');
  const { rows } = await db.query(`select province_code as province, full_name as name from worker order by md5(id::text) limit 500`);
  return rows.map(({ province, name }, n) => {
    const words = foldText(name).split(' ');
    const asked = [words, [words.at(-1), words[0]], [words[0], words.at(-1)]][n % 3];
    return { path: `/api/v1/workers?limit=50&text=${encodeURIComponent(asked.join(' '))}`, token: tokenOf(province) };
  });
}

/** Both servers show the same rows in the same order, and the same total. */
async function sameAnswers(ours, bare, requests) {
  for (const { path, token } of requests) {
    const [a, b] = await Promise.all(
      [ours, bare].map(async (port) =>
        (await fetch(`http://127.0.0.1:${port}${path}`, { headers: { authorization: `Bearer ${token}` } })).json(),
      ),
    );
    const shown = (answer) => ({ total: answer.total, ids: (answer.cases ?? answer.workers)?.map((row) => row.id) });
    assert.deepEqual(shown(a), shown(b), `${path} of ${token}: ${JSON.stringify(a).slice(0, 300)}`);
  }
}
