import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { changedIds } from './candidate-sql';

/** What one run of a sweep did. `examined`: due pairs of case and rule looked at; `ms`: in the database. */
export interface SweepCounts {
  examined: number;
  raised: number;
  existing: number;
  closed: number;
  notices: number;
  ms: number;
}

/** A row of the ledger. */
export interface SweepRun extends Partial<SweepCounts> {
  sweep: string;
  businessDay: LocalDate;
  state: 'running' | 'done' | 'failed';
  startedAt: Date;
  finishedAt: Date | null;
  error: string | null;
}

export interface LastRun {
  asOf: LocalDate;
  watermark: string;
  fingerprint: string;
}

/** The ledger row is written in the transaction of the sweep itself: no row, no effect. */
export const SweepLedger = {
  /** Waits for a running sweep of the same name: two at once would only do the same work twice. */
  async lock(tx: Tx, sweep: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('sweep:' || $1))`, [sweep], 'sweep_lock');
  },

  /** Everything below this transaction id is visible to the statements that follow. */
  async watermark(tx: Tx): Promise<{ watermark: string; ceiling: string; today: LocalDate }> {
    const [row] = await tx.query<{ watermark: string; ceiling: string; today: LocalDate }>(
      `select pg_snapshot_xmin(s)::text as watermark, pg_snapshot_xmax(s)::text as ceiling, business_day() as today from pg_current_snapshot() s`,
      [],
      'sweep_watermark',
    );
    return row!;
  },

  /** The complete run for the latest day. */
  async last(tx: Tx, sweep: string): Promise<LastRun | undefined> {
    const [row] = await tx.query<{ asOf: LocalDate; watermark: string; fingerprint: string }>(
      `select business_day as "asOf", watermark::text as watermark, rules_fingerprint as fingerprint
       from sweep_run where sweep = $1 and state = 'done' and watermark is not null order by business_day desc limit 1`,
      [sweep],
      'sweep_last',
    );
    return row;
  },

  /**
   * No compilation: these statements touch few rows or write many, it only costs. The statement of few cases probes indexes whatever the day,
   * so its plan is made once per connection. Forcing new plans for many would also plan each foreign-key check of each inserted row anew: there the
   * statement goes without a name instead, and is planned for its values by itself.
   */
  async planFor(tx: Tx, few: boolean): Promise<void> {
    await tx.query(
      `select set_config('jit', 'off', true), set_config('plan_cache_mode', $1, true)`,
      [few ? 'force_generic_plan' : 'auto'],
      'sweep_plan',
    );
  },

  /** How many cases were touched since, counted up to `limit`. */
  async touched(tx: Tx, watermark: string, limit: number): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `select count(*)::int as n from (select id from (${changedIds('$1')}) t limit $2) few`,
      [watermark, limit],
      'sweep_touched',
    );
    return row?.n ?? 0;
  },

  /** One row per sweep and business day; a repeated run adds to what the first did. */
  async complete(tx: Tx, sweep: string, asOf: LocalDate, counts: SweepCounts, watermark: string, fingerprint: string): Promise<void> {
    await tx.execute(
      `insert into sweep_run as r (sweep, business_day, state, finished_at, examined, raised, existing, closed, notices, ms, watermark, rules_fingerprint)
       values ($1, $2, 'done', clock_timestamp(), $3, $4, $5, $6, $7, $8, $9::xid8, $10)
       on conflict (sweep, business_day) do update set state = 'done', heartbeat_at = now(), finished_at = excluded.finished_at, error = null,
         examined = excluded.examined, raised = coalesce(r.raised, 0) + excluded.raised, existing = excluded.existing,
         closed = coalesce(r.closed, 0) + excluded.closed, notices = coalesce(r.notices, 0) + excluded.notices, ms = excluded.ms,
         watermark = excluded.watermark, rules_fingerprint = excluded.rules_fingerprint`,
      [sweep, asOf, counts.examined, counts.raised, counts.existing, counts.closed, counts.notices, counts.ms, watermark, fingerprint],
      'sweep_complete',
    );
  },

  async list(tx: Tx, limit = 60): Promise<SweepRun[]> {
    return tx.query<SweepRun & Record<string, unknown>>(
      `select sweep, business_day as "businessDay", state, started_at as "startedAt", finished_at as "finishedAt", examined, raised, existing, closed, notices, ms, error
       from sweep_run order by business_day desc, sweep limit $1`,
      [limit],
    );
  },
};
