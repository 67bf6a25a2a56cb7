// W6: one transition (a return is recorded) through RecordMilestone, against one call of a function that does the same.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { withClients } from '../measure/clients.mjs';
import { inPairs, median } from '../measure/pairs.mjs';
import { explain } from '../measure/plans.mjs';
import { connect } from '../place/connect.mjs';
import { lib, openRunner, packaged } from '../place/programs.mjs';

const LIMIT = readFileSync(new URL('../limit/w6-transition.sql', import.meta.url), 'utf8');
const DAY = '2026-11-20';
const CLIENTS = [1, 16, 64];
/** Connections of either side: what a process has (about five per core), however many clients call. */
const POOL = 10;

export async function run({ server, place, count, pairs, report }) {
  const database = await server.copy(place);
  const { runner, close } = await openRunner(database.urls.api, POOL);
  const db = await connect(database.urls.superuser);
  await db.query(LIMIT);
  await db.query('vacuum analyze case_file');
  const pool = new (packaged('pg').Pool)({ connectionString: database.urls.api, max: POOL });
  const record = new (lib('casework').RecordMilestone)(runner);
  try {
    const officers = await actors(db);
    const total = Math.min(3000, Math.floor((count * 0.42) / (CLIENTS.length * pairs * 2 + 3)));
    const { rows: cases } = await db.query(
      `select id, province_code from case_file where stage = 'ABROAD' and departed_on < '${DAY}' order by md5(id::text)`,
    );
    let taken = 0;
    const take = () => cases.slice(taken, (taken += total));
    const ours = async (batch, clients) => {
      const result = await withClients(clients, batch.length, (n) =>
        record.run(officers.get(batch[n].province_code), {
          caseId: batch[n].id,
          requestId: randomUUID(),
          kind: 'RETURNED',
          effectiveOn: DAY,
          detail: { returnType: 'COMPLETED' },
        }),
      );
      assert.equal(result.errors, 0, String(result.firstError));
      return result;
    };
    const limit = async (batch, clients) => {
      const result = await withClients(clients, batch.length, (n) => {
        const who = officers.get(batch[n].province_code);
        return pool.query({
          name: 'bench_record_return',
          text: 'select bench_record_return($1, $2, $3, $4, $5, $6, $7)',
          values: [batch[n].id, randomUUID(), DAY, batch[n].province_code, who.accountId, who.organisationId, who.login],
        });
      });
      assert.equal(result.errors, 0, String(result.firstError));
      return result;
    };

    await ours(take(), 4);
    await limit(take(), 4);
    const before = await deadlocks(db);
    for (const clients of CLIENTS) {
      const tails = { ours: [], limit: [] };
      const side = (name, work) => async () => {
        const { perSecond, p99 } = await work(take(), clients);
        tails[name].push(p99);
        return perSecond;
      };
      const result = await inPairs({ pairs, limit: side('limit', limit), ours: side('ours', ours) });
      report.add({
        work: `transition, ${clients} client${clients > 1 ? 's' : ''}`,
        ours: result.ours,
        limit: result.limit,
        unit: 'per s',
        value: result.ratio,
        of: 'of one function call',
        must: { op: '>=', to: 0.4 },
        goal: { op: '>=', to: 0.6 },
        rows: { 'transitions a run': total },
        notes: `p99 ${median(tails.ours).toFixed(1)} ms, of the call ${median(tails.limit).toFixed(1)} ms`,
      });
    }
    await sameRows(db);
    const hot = cases.slice(taken, taken + 40);
    const crowd = await withClients(64, 1500, (n) =>
      record.run(officers.get(hot[n % 40].province_code), {
        caseId: hot[n % 40].id,
        requestId: randomUUID(),
        kind: 'EMPLOYER_REPORTED',
        effectiveOn: DAY,
        detail: { employer: `Công ty ${n}` },
      }),
    );
    assert.equal(crowd.errors, 0, String(crowd.firstError));
    report.add({
      work: 'transition, deadlocks',
      value: (await deadlocks(db)) - before,
      of: 'deadlocks',
      must: { op: '<=', to: 0 },
      goal: { op: '<=', to: 0 },
      notes: `64 clients over all cases, and 64 clients on 40 cases (p99 ${crowd.p99.toFixed(1)} ms)`,
    });
    const plans = await explain({
      folder: server.folder,
      database,
      name: 'w6-transition',
      work: async () => {
        const own = await openRunner(database.urls.api, 1);
        const one = new (lib('casework').RecordMilestone)(own.runner);
        for (const { id, province_code } of cases.slice(-8))
          await one.run(officers.get(province_code), {
            caseId: id,
            requestId: randomUUID(),
            kind: 'RETURNED',
            effectiveOn: DAY,
            detail: { returnType: 'COMPLETED' },
          });
        await own.close();
      },
    });
    for (const plan of plans) console.log(`    plan: ${plan}`);
  } finally {
    await pool.end();
    await db.end();
    await close();
    await database.drop();
  }
}

async function actors(db) {
  const { rows } = await db.query(`select id, login, organisation_id, province_code from account where role = 'centre_staff'`);
  return new Map(
    rows.map((row) => [
      row.province_code,
      {
        accountId: row.id,
        login: row.login,
        role: 'centre_staff',
        organisationId: row.organisation_id,
        scope: { kind: 'province', province: row.province_code },
      },
    ]),
  );
}

async function deadlocks(db) {
  await db.query('select pg_stat_clear_snapshot()');
  return (await db.query(`select deadlocks from pg_stat_database where datname = current_database()`)).rows[0].deadlocks;
}

/** Each recorded return left one event, one duty, one audit entry and a moved case, whoever wrote it. */
async function sameRows(db) {
  const { rows } = await db.query(`
    select (select count(*) from case_event where kind = 'RETURNED' and request_id <> 'bench') as events,
      (select count(*) from outbox where topic = 'casework.return-recorded.v1') as duties,
      (select count(*) from audit_entry where action = 'casework.record') as audits,
      (select count(*) from case_file where stage = 'RETURNED' and returned_on = '${DAY}' and version > 1) as cases`);
  assert.equal(new Set(Object.values(rows[0])).size, 1, JSON.stringify(rows[0]));
}
