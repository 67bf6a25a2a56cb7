import type { Tx } from '@app/platform';
import { type SweepSchedule, SWEEP_GRACE_MINUTES } from '../schedules';

/**
 * Sweeps whose business day has no finished run though their time has passed: the cron was lost, the queue was away, the
 * program was not running. The ledger row is written with the sweep's own effect, so a run that died counts as missing.
 */
export async function findMissingSweeps(tx: Tx, sweeps: readonly SweepSchedule[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select s.id from unnest($1::text[], $2::time[]) as s(id, due_at)
     where date_trunc('day', now() at time zone 'Asia/Ho_Chi_Minh') + s.due_at + make_interval(mins => $3) <= now() at time zone 'Asia/Ho_Chi_Minh'
       and not exists (select from sweep_run r where r.sweep = s.id and r.business_day = business_day() and r.state = 'done')`,
    [sweeps.map((sweep) => sweep.id), sweeps.map((sweep) => sweep.dueAt), SWEEP_GRACE_MINUTES],
    'missing_sweeps',
  );
  return rows.map((row) => row.id);
}
