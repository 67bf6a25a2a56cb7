import { id } from './tenant-ids';
import type { TestDatabase } from './test-database';

/** The year's target of a commune, and a monthly report as it was sent. */
export async function insertPlan(sql: TestDatabase['sql'], commune: string): Promise<void> {
  await sql(`insert into target (province_code, year, commune_code, exits) values ($1, 2026, $2, 6)`, [commune.slice(0, 2), commune]);
  await sql(
    `insert into monthly_report (id, province_code, commune_code, month, version, window_from, window_to, due_on, rule_ids, remark, organisation_id, request_id)
     values ($1, $2, $3, '2026-08-01', 1, '2026-08-01', '2026-08-31', '2026-09-09', '', 'Không.', $4, $5)`,
    [id('report', commune), commune.slice(0, 2), commune, id('org', `XA-${commune}`), `report-${commune}`],
  );
  await sql(`insert into report_line values ($1, $2, 'exits.month', 1, '{}')`, [id('report', commune), commune]);
}
