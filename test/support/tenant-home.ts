import { insertHousehold } from './tenant-households';
import { insertPlacement } from './tenant-placement';
import type { TestDatabase } from './test-database';

/** What concerns a person at home: the household for a loan, the fair, work after coming back. */
export async function insertAtHome(
  sql: TestDatabase['sql'],
  id: (kind: string, n: string | number) => string,
  person: { n: number; workerId: string; commune: string; canary: string },
): Promise<void> {
  await insertHousehold(sql, id, person);
  await insertPlacement(sql, person);
}
