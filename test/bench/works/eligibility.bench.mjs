// W8: may ten thousand people go, every rule with its value: the call against the bare statement that brings the facts.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inPairs, timed } from '../measure/pairs.mjs';
import { connect } from '../place/connect.mjs';
import { lib, openRunner } from '../place/programs.mjs';

const FACTS = readFileSync(new URL('../limit/w8-eligibility.sql', import.meta.url), 'utf8');
const PEOPLE = 10_000;

export async function run({ server, place, pairs, report }) {
  const database = await server.copy(place);
  const db = await connect(database.urls.superuser);
  const { runner, close } = await openRunner(database.urls.api, 4);
  try {
    // A host that closes communes: the dearest rule, which reads where everybody has lived.
    await db.query(
      `update policy_rule set value = '{"rateAbovePermille": 280, "countFrom": 53, "units": ["03388"], "residenceYears": 1}' where key = 'eligibility.locality' and market = 'KR'`,
    );
    const {
      rows: [{ province }],
    } = await db.query(`select province_code as province from worker group by 1 order by count(*) desc limit 1`);
    const { rows } = await db.query(`select id from worker where province_code = $1 order by id limit ${PEOPLE}`, [province]);
    const workerIds = rows.map(({ id }) => id);
    const actor = { accountId: null, login: 'bench', role: 'centre_staff', organisationId: null, scope: { kind: 'province', province } };
    const check = new (lib('outreach').CheckEligibility)(runner);
    const ours = async () => {
      const { ms, result } = await timed(() => check.run(actor, { market: 'KR', exitOn: '2027-03-01', workerIds }));
      assert.equal(result.people.length, workerIds.length);
      return ms;
    };
    const limit = async () => {
      const { ms, result } = await timed(() =>
        runner.run(actor, (tx) => tx.query(FACTS, [workerIds, 'KR', '2026-03-01'], 'bench_eligibility')),
      );
      assert.equal(result.length, workerIds.length);
      return ms;
    };
    await limit();
    await ours();
    const result = await inPairs({ pairs, limit, ours });
    report.add({
      work: 'eligibility, 10,000 people',
      ours: result.ours,
      limit: result.limit,
      unit: 'ms',
      value: result.ratio,
      of: 'of its statement',
      must: { op: '<=', to: 2 },
      goal: { op: '<=', to: 1.5 },
      rows: { people: workerIds.length },
      notes: 'six rules each, localities closed',
    });
  } finally {
    await close();
    await db.end();
    await database.drop();
  }
}
