// W1: the overstay sweep against one SQL statement that writes the same rows, and against an ORM in batches of 500.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { explain } from '../measure/plans.mjs';
import { inPairs, median, timed } from '../measure/pairs.mjs';
import { connect } from '../place/connect.mjs';
import { TODAY } from '../place/generate.mjs';
import { lib, openRunner, settings } from '../place/programs.mjs';
import { sweepByOrm } from './sweep-by-orm.mjs';
import { morning, sweepRules } from './sweep-state.mjs';

const LIMIT = readFileSync(new URL('../limit/w1-sweep.sql', import.meta.url), 'utf8');

export async function run({ server, place, pairs, report }) {
  const database = await server.copy(place);
  const { runner, close } = await openRunner(database.urls.jobs);
  const sweep = new (lib('overstay').OverstaySweep)(runner, settings());
  const state = await morning(database, sweep);
  const asJobs = await connect(database.urls.jobs);
  try {
    report.add({
      work: 'sweep, very first run of all',
      value: state.first.wall,
      of: 'ms',
      rows: { raised: state.first.raised, notices: state.first.notices },
    });
    const parameters = await sweepRules(runner);
    const byStatement = () => asJobs.query(LIMIT, [TODAY, parameters.rules, parameters.markets]);
    const bySweep = () => sweep.run({ asOf: TODAY, startedBy: 'bench' });

    await byStatement();
    const wanted = await state.added();
    const again = [];
    const limitAgain = [];
    const first = await inPairs({
      pairs,
      limit: async () => {
        await state.reset();
        const { ms } = await timed(byStatement);
        limitAgain.push((await timed(byStatement)).ms);
        return ms;
      },
      ours: async () => {
        await state.reset();
        const { ms } = await timed(bySweep);
        again.push((await timed(bySweep)).ms, (await timed(bySweep)).ms);
        return ms;
      },
    });
    await state.reset();
    await bySweep();
    assert.deepEqual(await state.added(), wanted, 'the sweep and the limit wrote different rows');

    await state.reset();
    const plans = await explain({
      folder: server.folder,
      database,
      name: 'w1-sweep',
      work: () => inOwnPool(database, (own) => own.run({ asOf: TODAY, startedBy: 'bench' })),
    });
    const plansAgain = await explain({
      folder: server.folder,
      database,
      name: 'w1-sweep-again',
      work: () => inOwnPool(database, (own) => own.run({ asOf: TODAY, startedBy: 'bench' })),
    });
    const rows = {
      alerts: wanted.alerts.n,
      recipients: wanted.recipients.n,
      notices: wanted.notices.n,
      items: wanted.items.n,
      outbox: wanted.duties.n,
    };
    report.add({
      work: 'sweep, 4 % new',
      ours: first.ours,
      limit: first.limit,
      value: first.ratio,
      of: '× one statement',
      must: { op: '<=', to: 1.5 },
      goal: { op: '<=', to: 1.3 },
      rows,
      plans,
    });
    report.add({
      work: 'sweep, nothing new',
      ours: median(again),
      limit: median(limitAgain),
      value: median(again),
      of: 'ms',
      must: { op: '<=', to: 30 },
      goal: { op: '<=', to: 15 },
      plans: plansAgain,
    });

    await state.reset();
    const orm = await timed(() => sweepByOrm(database.urls.jobs, parameters));
    report.add({
      work: 'sweep by ORM batches',
      ours: first.ours,
      limit: orm.ms,
      value: orm.ms / first.ours,
      of: '× slower than the sweep',
      must: { op: '>=', to: 10 },
      goal: { op: '>=', to: 10 },
      rows: orm.result,
      notes: 'TypeORM: find 500, look up alerts, save 500; one run',
    });
  } finally {
    await Promise.all([state.db.end(), asJobs.end()]);
    await close();
    await database.drop();
  }
}

async function inOwnPool(database, work) {
  const { runner, close } = await openRunner(database.urls.jobs, 2);
  try {
    await work(new (lib('overstay').OverstaySweep)(runner, settings()));
  } finally {
    await close();
  }
}
