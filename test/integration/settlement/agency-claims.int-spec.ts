import { RecordDeposit } from '@app/agencies';
import { localDate } from '@app/kernel';
import { SeedPolicies } from '@app/policy';
import { ListAgencies } from '@app/reporting';
import { AgencyClaims, Liquidate, RecordReceipt, WatchSettlements } from '@app/settlement';
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

  it('asks for money that nobody has worked out and for escrow that nobody gave back, of an agency about itself too', async () => {
    const [notSent, home] = [id('case', 3), id('case', 0)];
    const before = await claimsOf('centre-12', { limit: 100 });
    await db.sql(`alter table fee_receipt disable trigger all; alter table escrow_entry disable trigger all`);
    await db.sql(`delete from fee_receipt where case_id = any ($1::uuid[])`, [[notSent, home]]);
    await db.sql(`delete from refund where case_id = any ($1::uuid[])`, [[notSent, home]]);
    await db.sql(`delete from escrow_entry; delete from escrow`);
    await db.sql(
      `update case_file set agency_id = $3, province_code = '12', stage = case when id = $1 then 'NOT_SENT' else 'RETURNED' end, returned_on = case when id = $2 then '2026-12-01'::date end,
         facts = case when id = $1 then facts || '{"endedOn": "2026-10-01"}' else facts end where id in ($1, $2)`,
      [notSent, home, agency],
    );
    await db.sql(
      `insert into fee_receipt (case_id, item, amount, paid_on, receipt_no, request_id) values
         ($1, 'TRAINING', 900, '2026-06-01', 'a', 'a'), ($1, 'ESCROW', 70, '2026-06-01', 'b', 'b'), ($1, 'TRAINING', 100, '2026-06-01', 'c', 'c'), ($2, 'SERVICE_FEE', 5000, '2026-06-01', 'd', 'd'), ($2, 'ESCROW', 30, '2026-06-01', 'e', 'e')`,
      [notSent, home],
    );
    await db.sql(
      `insert into fee_receipt (case_id, item, amount, paid_on, receipt_no, request_id, reverses_id) select case_id, item, -amount, paid_on, receipt_no, 'x', id from fee_receipt where receipt_no = 'c'`,
    );
    const after = await claimsOf('centre-12', { limit: 100 });
    expect(after.claims.find(({ caseId }) => caseId === notSent)).toMatchObject({
      toWorkOut: 900,
      escrow: 70,
      owed: 0,
      dueBy: '2026-10-31',
      daysLeft: -45,
    });
    expect(after.claims.find(({ caseId }) => caseId === home)).toMatchObject({ toWorkOut: 0, escrow: 30, owed: 0 });
    expect([after.toWorkOut - before.toWorkOut, after.toWorkOutCases - before.toWorkOutCases]).toEqual([900, 1]);
    expect([after.escrow, after.escrowCases]).toEqual([100, 2]);
    // The agency reads its own debts over every province, and nobody else's.
    const own = await new AgencyClaims(db.api).own(actor('agency-a'), { limit: 100 });
    expect(own.claims.map(({ caseId }) => caseId)).toEqual(expect.arrayContaining([notSent, home]));
    expect((await new AgencyClaims(db.api).own(actor('agency-b'), { limit: 100 })).claims.map(({ caseId }) => caseId)).not.toContain(
      notSent,
    );
    await expect(new AgencyClaims(db.api).own(actor('centre-12'), {})).rejects.toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    await new WatchSettlements(db.jobs).run();
    const clock = () =>
      db.sql(`select target_date::text as day from case_clock where case_id = $1 and family = 'REFUND_DUE' and running`, [notSent]);
    expect(await clock()).toEqual([{ day: '2026-10-31' }]);
    await db.sql(
      `insert into refund (id, case_id, kind, principal, interest, paid, due_by, detail, request_id) values (gen_random_uuid(), $1, 'NOT_SENT', 900, 0, 0, '2027-01-14', '{}', 'r')`,
      [notSent],
    );
    await new WatchSettlements(db.jobs).run();
    expect(await clock()).toEqual([{ day: '2027-01-14' }]);
    expect((await claimsOf('centre-12', { limit: 100 })).claims.find(({ caseId }) => caseId === notSent)).toMatchObject({
      toWorkOut: 0,
      owed: 900,
    });
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

  it('judges whether the deposit is as large as the licence asks, by the branches of today in every province, in the list too', async () => {
    const missing = async () =>
      (await new ListAgencies(db.api).run(actor('department-12'))).agencies.find(({ organisationId }) => organisationId === agency)!
        .depositMissing;
    await db.sql(`delete from agency_branch; delete from agency_deposit`);
    expect((await claimsOf('department-12')).asked).toMatchObject({ required: 2_000_000_000, missing: null, branches: 0, certain: false });
    expect(await missing()).toBe(null);
    await deposit(2_000_000_000, '2026-11-01', 'd5');
    expect(await missing()).toBe(0);
    await db.sql(
      `insert into agency_branch (id, agency_id, name, address, province_code, valid, basis)
       select gen_random_uuid(), $1, 'Chi nhánh', 'x', province, valid::daterange, 'x' from (values ('12', '[2020-01-01,)'), ('15', '[2026-12-15,)'), ('15', '[2020-01-01,2026-12-15)'), ('12', '[2026-12-16,)')) b (province, valid)`,
      [agency],
    );
    expect((await claimsOf('department-12')).asked).toMatchObject({
      required: 3_000_000_000,
      missing: 1_000_000_000,
      branches: 2,
      basis: expect.stringContaining('112/2021'),
    });
    expect(await missing()).toBe(1_000_000_000);
    await deposit(3_000_000_000, '2026-12-01', 'd6');
    expect(await missing()).toBe(0);
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

  it('lets the contract of somebody who died be settled from that day on, and shows people who did not go and are owed their money', async () => {
    const liquidate = new Liquidate(db.api);
    const [died, notSent] = [id('case', 9), id('case', 12)];
    await db.sql(
      `update case_file set agency_id = $2, contract_end = '2029-01-04', returned_on = null, contract_terminated_on = null,
         stage = case when id = $3 then 'DECEASED' else 'NOT_SENT' end, facts = facts || '{"endedOn": "2026-11-30"}' where id = any ($1::uuid[])`,
      [[died, notSent], agency, died],
    );
    await db.sql(`alter table refund disable trigger all; delete from refund where case_id = '${notSent}'`);
    await new RecordReceipt(db.api).run(actor('agency-a'), notSent, {
      item: 'TRAINING',
      amount: 700,
      paidOn: localDate('2026-06-01'),
      receiptNo: 'KD-1',
      requestId: 'died',
    });
    const listed = (await liquidate.list(actor('agency-a'), { limit: 200 })).liquidations.map(({ caseId: one }) => one);
    expect(listed).toEqual(expect.arrayContaining([died, notSent]));
    expect(await liquidate.run(actor('agency-a'), died, { deed: 'PROPOSE', requestId: 'died too' })).toMatchObject({ state: 'PROPOSED' });
  });
});
