import { RecordDeposit } from '@app/agencies';
import { localDate } from '@app/kernel';
import { SeedPolicies } from '@app/policy';
import { AgencyClaims } from '@app/settlement';
import { id, insertTenants, type Tenants } from '../../support/tenants';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

describe("an agency's open claims beside its deposit", () => {
  let db: TestDatabase;
  let tenants: Tenants;
  const agency = id('org', 'A');
  const actor = (name: string) => tenants.account(name).actor;
  const claimsOf = (name: string, page = {}) => new AgencyClaims(db.api).run(actor(name), agency, page);
  const deposit = (amount: number, from: string, requestId: string) =>
    new RecordDeposit(db.api).run(actor('department-12'), {
      agencyId: agency,
      amount,
      bankName: 'Ngân hàng Công thương',
      from: localDate(from),
      basis: 'Giấy xác nhận số 7',
      requestId,
    });

  beforeAll(async () => {
    db = await createTestDatabase({ today: '2026-12-15' });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    await db.sql(`alter table refund disable trigger all; update refund set due_by = '2026-12-01'::date + (hashtext(case_id::text) % 30)`);
    await db.sql(`update case_file set stage = 'RETURNED', returned_on = '2026-01-10' where id = $1`, [id('case', 1)]);
  });
  afterAll(() => db.close());

  it('sums and lists exactly what independent SQL finds in the province, the oldest first', async () => {
    for (const [name, province] of [
      ['centre-12', '12'],
      ['department-12', '12'],
    ] as const) {
      const page = await claimsOf(name, { limit: 100 });
      const owed = await db.sql<{ id: string; left: string; due: string }>(
        `select r.case_id as id, (r.principal + r.interest - r.paid)::text as left, r.due_by::text as due from refund r join case_file c on c.id = r.case_id
          where c.agency_id = $1 and c.province_code = $2 and r.withdrawn_at is null and r.principal + r.interest > r.paid`,
        [agency, province],
      );
      expect(owed.length).toBeGreaterThan(1);
      expect(page).toMatchObject({ owed: owed.reduce((sum, { left }) => sum + Number(left), 0), owedCases: owed.length });
      const listed = page.claims.filter((claim) => claim.owed > 0).map((claim) => [claim.caseId, String(claim.owed)]);
      expect(new Set(listed.map(String))).toEqual(new Set(owed.map((one) => String([one.id, one.left]))));
      expect(page.claims.map(({ dueBy }) => dueBy)).toEqual(page.claims.map(({ dueBy }) => dueBy).sort());
      expect(page.openLiquidations).toBe(page.claims.filter(({ liquidation }) => liquidation !== null).length);
      expect(page.overdueCases).toBe(page.claims.filter(({ daysLeft }) => daysLeft < 0).length);
    }
  });

  it('pages without losing or repeating a case, and tells the same sums on each page', async () => {
    const all = await claimsOf('centre-12', { limit: 100 });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await claimsOf('centre-12', { after, limit: 1 });
      expect(page).toMatchObject({ owed: all.owed, owedCases: all.owedCases });
      seen.push(...page.claims.map(({ caseId }) => caseId));
      after = page.next;
    } while (after);
    expect(seen).toEqual(all.claims.map(({ caseId }) => caseId));
    await expect(claimsOf('centre-12', { after: 'nowhere' })).rejects.toMatchObject({ code: 'CURSOR_WRONG' });
  });

  it('drops a claim when it is paid, and a liquidation when it is closed', async () => {
    const before = await claimsOf('centre-12', { limit: 100 });
    const [first] = before.claims.filter(({ owed, liquidation }) => owed > 0 && liquidation !== null);
    await db.sql(`update refund set paid = principal + interest where case_id = $1`, [first!.caseId]);
    await db.sql(`update liquidation set state = 'CLOSED' where case_id = $1`, [first!.caseId]);
    const after = await claimsOf('centre-12', { limit: 100 });
    expect(after.claims.map(({ caseId }) => caseId)).toEqual(
      before.claims.map(({ caseId }) => caseId).filter((caseId) => caseId !== first!.caseId),
    );
    expect(after.owed).toBe(before.owed - first!.owed);
  });

  it('holds the claims against the deposit in force: the newest day that has come, the same request once, nothing of tomorrow', async () => {
    await deposit(100, '2026-11-01', 'd1');
    await deposit(100, '2026-11-01', 'd1');
    expect(await claimsOf('centre-12')).toMatchObject({ deposit: { amount: 100, from: '2026-11-01' }, cover: 'short' });
    await deposit(5, '2026-06-01', 'd2');
    expect(await claimsOf('centre-12')).toMatchObject({ deposit: { amount: 100 } });
    await deposit(2_500_000_000, '2026-11-01', 'd3');
    expect(await claimsOf('centre-12')).toMatchObject({
      deposit: { amount: 2_500_000_000, basis: 'Giấy xác nhận số 7' },
      cover: 'covered',
    });
    await expect(deposit(1, '2026-12-16', 'd4')).rejects.toMatchObject({ code: 'DATE_IN_FUTURE' });
    const rows = await db.sql<{ n: number }>(
      `select count(*)::int as n from agency_deposit where organisation_id = $1 and held_from > '2026-01-01'`,
      [agency],
    );
    expect(rows).toEqual([{ n: 3 }]);
  });

  it('lets nobody but a department write a deposit, and nobody outside a province read it', async () => {
    const write = (name: string) =>
      db.api.run(actor(name), (tx) =>
        tx.execute(
          `insert into agency_deposit (id, organisation_id, province_code, amount, bank_name, held_from, basis) values (gen_random_uuid(), $1, '12', 1, 'x', '2026-01-01', 'x')`,
          [agency],
        ),
      );
    await expect(write('centre-12')).rejects.toThrow('row-level security');
    await expect(write('agency-a')).rejects.toThrow('row-level security');
    expect(await db.api.run(actor('agency-a'), (tx) => tx.query(`select 1 from agency_deposit`))).toEqual([]);
  });
});
