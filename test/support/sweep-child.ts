import 'reflect-metadata';
import { NOTICE_SQL } from '@app/notices';
import { AppConfig, createDataSource, TransactionRunner } from '@app/platform';
import { createInterface } from 'node:readline';

/**
 * A real process that sweeps when told: `go [day]` on stdin, one JSON line per run on stdout. Environment: SWEEP_DATABASE, SWEEP_TODAY,
 * SWEEP_MUTATION (a broken build that a comparison must notice).
 */
async function main(): Promise<void> {
  const mutation = process.env.SWEEP_MUTATION;
  if (mutation === 'skip-outbox') {
    const owe = NOTICE_SQL.owe.bind(NOTICE_SQL);
    Object.assign(NOTICE_SQL, {
      owe: (source: string) =>
        owe(source).replace(/(insert into outbox[^)]*\)\s+select[\s\S]*?from notice_opened) +(where fresh)?/, '$1 where false '),
    });
  }
  // Loaded after the mutation, as a broken build would be.
  const { OverstaySweep } = await import('@app/overstay');
  const dataSource = await createDataSource({
    url: process.env.SWEEP_DATABASE!,
    pool: 2,
    name: `sweep-child-${process.pid}`,
  }).initialize();
  const runner = new TransactionRunner(dataSource, process.env.SWEEP_TODAY);
  if (mutation === 'forget-existing') forgetExisting(runner);
  const sweep = new OverstaySweep(runner, Object.assign(new AppConfig(), { BENVE_MODE: 'demo' }));
  console.log(JSON.stringify({ ready: true }));
  for await (const line of createInterface({ input: process.stdin })) {
    const [, asOf] = line.split(' ');
    try {
      console.log(JSON.stringify(await sweep.run({ asOf, startedBy: 'child' })));
    } catch (error) {
      console.log(JSON.stringify({ error: (error as Error).message }));
    }
  }
  await dataSource.destroy();
}

/** The anti-join finds nothing any more: only the unique key is left between a second run and a second alert. */
function forgetExisting(runner: TransactionRunner): void {
  const run = runner.run.bind(runner);
  runner.run = (actor, work, options) =>
    run(
      actor,
      (tx) =>
        work({
          ...tx,
          query: (sql, values) =>
            tx.query(sql.replaceAll('not exists (select from alert a where', 'not exists (select from alert a where false and'), values),
        }),
      options,
    );
}

void main();
