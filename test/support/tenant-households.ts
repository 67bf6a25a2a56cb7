import type { TestDatabase } from './test-database';

/** A household the commune found in its list. */
export async function insertHousehold(
  sql: TestDatabase['sql'],
  id: (kind: string, n: number) => string,
  { n, workerId, commune, canary }: { n: number; workerId: string; commune: string; canary: string },
): Promise<void> {
  await sql(`insert into worker_priority_group (worker_id, code, evidence) values ($1, 'POOR', $2)`, [workerId, `sổ ${canary}`]);
  await sql(
    `insert into household_question (id, worker_id, commune_code, answer, checked_on, list, answered_at) values ($1, $2, $3, 'POOR', '2026-06-01', $4, now())`,
    [id('household', n), workerId, commune, `sổ ${canary}`],
  );
}
