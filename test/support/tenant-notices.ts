import type { TestDatabase } from './test-database';

/** A notice to the commune, to the agency and to the bank of a person, each with its item and one copy. */
export async function insertNotices(
  sql: TestDatabase['sql'],
  {
    n,
    day,
    province,
    commune,
    agency,
    bank,
    caseId,
    code,
    alertId,
    canary,
  }: {
    n: number;
    day: string;
    province: string;
    commune: string;
    agency: string | null;
    bank: string | null;
    caseId: string;
    code: string;
    alertId: number;
    canary: string;
  },
): Promise<void> {
  const addressees = [
    [`COMMUNE:${commune}`, commune, null],
    ...(agency ? [[`AGENCY:${agency}`, null, agency]] : []),
    ...(bank ? [[`BANK:${bank}`, null, bank]] : []),
  ] as const;
  for (const [k, [addressee, place, organisation]] of addressees.entries()) {
    const [notice] = await sql<{ id: number }>(
      `insert into notice (addressee, kind, day, ordinal, province_code, commune_code, organisation_id, state) values ($1, 'urgent', $2::date - $3::int, $4, $5, $6, $7, $8) returning id`,
      [addressee, day, n, k, province, place, organisation, place ? 'letter' : 'sealed'],
    );
    await sql(`insert into notice_item (notice_id, kind, ref_id, case_id, case_code) values ($1, 'SUSPECTED_OVERSTAY', $2, $3, $4)`, [
      notice!.id,
      alertId,
      caseId,
      code,
    ]);
    await sql(`insert into delivery (notice_id, address, message_id) values ($1, $2, $3)`, [
      notice!.id,
      `${canary}@test.invalid`,
      `<${n}-${k}@test.invalid>`,
    ]);
  }
}
