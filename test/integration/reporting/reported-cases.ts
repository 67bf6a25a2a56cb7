import { id } from '../../support/tenants';
import type { TestDatabase } from '../../support/test-database';

/** What the case says, beside the columns every one has; person: which of the fixture's. */
export type Facts = Record<string, string | null>;
const BLANK: Facts = {
  stage: 'REGISTERED',
  departed_on: null,
  returned_on: null,
  contract_end: null,
  return_type: null,
  legal_form: 'SERVICE',
};

/** Nothing reported, and every case a wish nobody has acted on. */
export async function resetReports(db: TestDatabase): Promise<void> {
  await db.sql(`delete from report_line`);
  await db.sql(`delete from monthly_report`);
  await db.sql(`delete from case_gap`);
  await db.sql(`delete from worker_priority_group`);
  await db.sql(`update family_visit set visited_on = '2020-01-01'`);
  await db.sql(`delete from counselling`);
  await db.sql(`delete from case_event where kind in ('OVERSTAY_CONFIRMED', 'CORRECTED')`);
  await db.sql(
    `update case_file set stage = 'REGISTERED', departed_on = null, returned_on = null, contract_start = null, contract_end = null, return_type = null, legal_form = 'SERVICE',
         market = 'JP', opened_from = 'record', created_at = '2026-01-05', facts = facts - 'closedFrom'`,
  );
  await db.sql(`delete from case_file where id = $1`, [id('case', 'again')]);
}

export function putCase(db: TestDatabase, n: number, facts: Facts) {
  const entries = Object.entries({ ...BLANK, ...facts });
  return db.sql(`update case_file set ${entries.map(([name], i) => `${name} = $${i + 2}`).join(', ')} where id = $1`, [
    id('case', n),
    ...entries.map(([, value]) => value),
  ]);
}
