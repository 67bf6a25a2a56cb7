import { insertAlertPolicies } from '../integration/overstay/alert-policies';
import { insertOverdueCases } from '../support/overdue-cases';
import { differences, forgetSweeps, sweepEffects, type SweepEffects } from '../support/sweep-effects';
import { SweepProcess } from '../support/sweep-process';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const TODAY = '2026-11-22';
const KILLS = 50;
const SEED = Number(process.env.SWEEP_KILL_SEED ?? Date.now() % 1_000_000);

/** Small and repeatable: the seed is printed. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('the sweep, killed', () => {
  let db: TestDatabase;
  let control: SweepEffects;
  let duration: number;
  const children: SweepProcess[] = [];
  const start = async (more: Partial<Parameters<typeof SweepProcess.start>[0]> = {}) => {
    const child = await SweepProcess.start({ database: db.urls.jobs, today: TODAY, ...more });
    children.push(child);
    return child;
  };

  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    await insertAlertPolicies(db.sql);
    const made = await insertOverdueCases(db.sql, {
      count: 700,
      today: TODAY,
      communes: 30,
      withoutMail: 3,
      oldest: 120,
    });
    // Some learnt late, some of a divided commune, some already gone from work: every branch of the statement writes.
    await db.sql(`update case_file set learnt_on = $2 where id = any ($1)`, [made.caseIds.slice(0, 60), TODAY]);
    await db.sql(`update case_file set commune_code = null where id = any ($1)`, [made.caseIds.slice(60, 80)]);
    await db.sql(`update case_file set stage = 'ABSCONDED', absconded_on = $2 where id = any ($1)`, [
      made.caseIds.slice(80, 100),
      '2026-11-01',
    ]);
    await db.sql('analyze');
    const child = await start();
    await child.run();
    control = await sweepEffects(db.sql);
    // Measured on a warm process, as the killed ones are.
    await forgetSweeps(db.sql);
    const begun = performance.now();
    await child.run();
    duration = performance.now() - begun;
    expect(differences(control, await sweepEffects(db.sql))).toEqual([]);
    await child.stop();
  }, 120_000);
  afterAll(async () => {
    await Promise.all(children.map((child) => child.stop()));
    await db.close();
  });

  it('has more than a thousand alerts to lose', () => {
    console.log(
      `control: ${control.alerts.length} alerts, ${control.recipients.length} recipients, ${control.items.length} items, ${control.notices.length} notices, ${control.duties.length} duties; ${Math.round(duration)} ms`,
    );
    expect(control.alerts.length).toBeGreaterThan(1_000);
    expect(control.duties.length).toBe(control.notices.length);
  });

  it(`loses and doubles nothing when killed at ${KILLS} points of its run`, async () => {
    const random = randomOf(SEED);
    const phases = new Map<string, number>();
    let victim = await start();
    let failed = 0;
    for (let i = 0; i < KILLS; i++) {
      const survivorComing = start();
      await forgetSweeps(db.sql);
      victim.begin();
      await new Promise((resolve) => setTimeout(resolve, (duration * (i + random())) / KILLS));
      const [activity] = await db.sql<{ phase: string }>(
        `select coalesce(nullif(state, 'active'), substring(regexp_replace(query, '\\s+', ' ', 'g') from 1 for 28)) as phase from pg_stat_activity where application_name = $1 and query not like '%pg_stat_activity%' order by state limit 1`,
        [victim.name],
      );
      await victim.kill();
      const [ledger] = await db.sql<{ done: boolean }>(`select exists (select from sweep_run where state = 'done') as done`);
      const phase = ledger!.done ? 'committed' : (activity?.phase ?? 'not connected');
      phases.set(phase, (phases.get(phase) ?? 0) + 1);
      victim = await survivorComing;
      await victim.run();
      const wrong = differences(control, await sweepEffects(db.sql));
      if (wrong.length) {
        failed++;
        console.error(`kill ${i} in phase ${phase}:`, JSON.stringify(wrong).slice(0, 2_000));
      }
    }
    console.log(`seed ${SEED}; phases: ${[...phases].map(([phase, n]) => `${n} × ${phase}`).join(', ')}\n${KILLS} tried, ${failed} failed`);
    expect(failed).toBe(0);
  }, 600_000);

  it('completes after ten kills in a row', async () => {
    await forgetSweeps(db.sql);
    const random = randomOf(SEED + 1);
    for (let i = 0; i < 10; i++) {
      const victim = await start();
      victim.begin();
      await new Promise((resolve) => setTimeout(resolve, duration * random() * 0.9));
      await victim.kill();
    }
    await (await start()).run();
    expect(differences(control, await sweepEffects(db.sql))).toEqual([]);
  }, 240_000);

  it('does the same work once when two or three processes start at the same moment', async () => {
    const three = await Promise.all([start(), start(), start()]);
    for (let round = 0; round < 5; round++) {
      await forgetSweeps(db.sql);
      const results = await Promise.all(three.map((child) => child.run()));
      expect(results.filter((result) => Number(result.raised) > 0)).toHaveLength(1);
      expect(differences(control, await sweepEffects(db.sql))).toEqual([]);
      expect(await db.sql(`select from sweep_run`)).toHaveLength(1);
    }
  }, 240_000);

  it.each(['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York', 'Asia/Kathmandu'])(
    'gives the same result to the letter in a process of zone %s',
    async (zone) => {
      await forgetSweeps(db.sql);
      await (await start({ env: { TZ: zone } })).run();
      expect(differences(control, await sweepEffects(db.sql))).toEqual([]);
    },
    60_000,
  );

  describe('a broken build is noticed', () => {
    it('that owes notices without their outbox duty', async () => {
      await forgetSweeps(db.sql);
      await (await start({ mutation: 'skip-outbox' })).run();
      expect(differences(control, await sweepEffects(db.sql)).map((d) => d.set)).toContain('duties');
    }, 60_000);

    it('that forgets what exists: the unique key refuses it, and without the key the comparison shows the doubles', async () => {
      await forgetSweeps(db.sql);
      const child = await start({ mutation: 'forget-existing' });
      await child.run();
      await db.sql(`delete from sweep_run`);
      await expect(child.run()).rejects.toThrow(/alert_once_unique/);
      expect(differences(control, await sweepEffects(db.sql))).toEqual([]);
      await db.sql(`alter table alert drop constraint alert_once_unique`);
      await child.run();
      expect(differences(control, await sweepEffects(db.sql)).map((d) => d.set)).toContain('alerts');
      await forgetSweeps(db.sql);
      await db.sql(`alter table alert add constraint alert_once_unique unique (case_id, rule, target_date)`);
    }, 60_000);
  });
});
