import type { Tx } from '@app/platform';

/** Days each trace of access is kept, from the policy row `retention.periods`. */
export interface AccessPeriods {
  /** Answers kept for retries. */
  readonly idempotencyDays: number;
  readonly loginAttemptDays: number;
  /** Sessions that ended, links used or expired. */
  readonly endedAccessDays: number;
}

const before = (days: string) => `now() - make_interval(days => ${days})`;

/** What signing in and repeating requests leave behind. Runs as the background role; one statement per table. */
export const AccessTraces = {
  /** How many rows went, by kind. A second run finds none. */
  async forget(
    tx: Tx,
    { idempotencyDays, loginAttemptDays, endedAccessDays }: AccessPeriods,
  ): Promise<Record<'answers' | 'loginAttempts' | 'lookups' | 'sessions' | 'links', number>> {
    return {
      answers: await tx.execute(`delete from idempotency_key where created_at < ${before('$1')}`, [idempotencyDays]),
      loginAttempts: await tx.execute(`delete from login_attempt where at < ${before('$1')}`, [loginAttemptDays]),
      lookups: await tx.execute(`delete from lookup_attempt where at < ${before('$1')}`, [loginAttemptDays]),
      sessions: await tx.execute(`delete from session where least(expires_at, coalesce(revoked_at, 'infinity')) < ${before('$1')}`, [
        endedAccessDays,
      ]),
      links: await tx.execute(`delete from one_time_link where least(expires_at, coalesce(used_at, 'infinity')) < ${before('$1')}`, [
        endedAccessDays,
      ]),
    };
  },
};
