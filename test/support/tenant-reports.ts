import { id } from './tenant-ids';
import type { TestDatabase } from './test-database';

/** The year's target of a commune, a monthly report as it was sent, and tasks a leader gave it and an agency. */
export async function insertPlan(sql: TestDatabase['sql'], commune: string): Promise<void> {
  await sql(`insert into target (province_code, year, commune_code, exits) values ($1, 2026, $2, 6)`, [commune.slice(0, 2), commune]);
  await sql(
    `insert into monthly_report (id, province_code, commune_code, month, version, window_from, window_to, due_on, rule_ids, remark, organisation_id, request_id)
     values ($1, $2, $3, '2026-08-01', 1, '2026-08-01', '2026-08-31', '2026-09-09', '', 'Không.', $4, $5)`,
    [id('report', commune), commune.slice(0, 2), commune, id('org', `XA-${commune}`), `report-${commune}`],
  );
  await sql(`insert into report_line values ($1, $2, 'exits.month', 1, '{}')`, [id('report', commune), commune]);
  const province = commune.slice(0, 2);
  const agency = id('org', province === '12' ? 'A' : 'B');
  for (const [desk, key, own] of [
    ['commune', commune, [commune, null]],
    ['agency', `agency-${commune}`, [null, agency]],
  ] as const)
    await sql(
      `insert into assignment (id, province_code, desk, commune_code, agency_id, figure, shown, rows, text, due_on) values ($1, $2, $3, $4, $5, 'EXITS', '3', 'stages=ABROAD', 'Gọi từng nhà', '2026-12-31')`,
      [id('assignment', key), province, desk, ...own],
    );
}
