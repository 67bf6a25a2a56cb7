import { localDate } from '@app/kernel';
import { SeedPolicies } from '@app/policy';
import { HeldEscrows, KeepEscrow, TakeMoneyBack } from '@app/settlement';
import { id, insertTenants, type Tenants } from '../../support/tenants';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const day = localDate;

describe('escrow accounts of a bank office', () => {
  let db: TestDatabase;
  let tenants: Tenants;
  let key = 0;
  const requestId = () => `r${++key}`;

  beforeAll(async () => {
    db = await createTestDatabase({ today: '2027-07-30' });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
  });
  afterAll(() => db.close());

  it('lets the bank that holds an escrow read it, one ledger at a time, and take the step the rules ask for', async () => {
    const held = new HeldEscrows(db.api);
    const keep = new KeepEscrow(db.api);
    const bank = (province = '12') => tenants.account(`bank-${province}`).actor;
    const seen = async (kind: 'EPS' | 'AGENCY', view: 'todo' | 'held' | 'over', province = '12') =>
      (await held.list(bank(province), { kind, view, limit: 100 })).escrows;
    const cases = (numbers: number[]) => numbers.map((n) => id('case', n)).sort();
    const ids = (escrows: readonly { caseId: string }[]) => escrows.map((one) => one.caseId).sort();
    // Of eighteen people every third has no bank; the agency's escrow of every fourth lies with theirs.
    await db.sql(`update case_file set stage = 'ABROAD', return_type = null where province_code = '12'`);
    await db.sql(
      `alter table escrow_entry disable trigger all; delete from escrow_entry; delete from escrow; alter table escrow_entry enable trigger all`,
    );
    await db.sql(
      `with kept as (
         insert into escrow (id, case_id, kind, amount, signed_on, state, balance, bank_id)
         select gen_random_uuid(), c.id, k.kind, 100, '2023-10-01', 'PAID', 100, case when k.kind = 'EPS' or c.id = any ($1::uuid[]) then c.bank_id end
           from case_file c cross join (values ('EPS'), ('AGENCY')) k(kind) returning id, kind)
       insert into escrow_entry (escrow_id, kind, deed, effective_on, held, cash, reference, request_id)
       select id, kind, 'DEPOSIT', '2023-10-05', 100, -100, 'KQ', 'fixture' from kept`,
      [[0, 4, 8, 12, 16].map((n) => id('case', n))],
    );
    const all = Array.from({ length: 18 }, (_, n) => n).filter((n) => n % 3 !== 2);
    expect(ids(await seen('EPS', 'held'))).toEqual(cases(all));
    expect(ids(await seen('AGENCY', 'held'))).toEqual(cases(all.filter((n) => n % 4 === 0)));
    expect(ids(await seen('EPS', 'held', '15')).filter((one) => cases(all).includes(one))).toEqual([]);
    const totals = async (kind: 'EPS' | 'AGENCY') => (await held.list(bank(), { kind, view: 'held' })).totals;
    expect([await totals('EPS'), await totals('AGENCY')]).toEqual([
      { accounts: all.length, held: 100 * all.length },
      { accounts: 4, held: 400 },
    ]);
    const pages: string[] = [];
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await held.list(bank(), { kind: 'EPS', view: 'held', limit: 5, ...(after && { after }) });
      pages.push(...page.escrows.map((one) => one.caseId));
      after = page.next;
    }
    expect([...pages].sort()).toEqual(cases(all));
    // Left the workplace: what was held for coming home on time goes to the budget, the agency's ledger stands as it is.
    const gone = id('case', 12);
    await db.sql(`update case_file set stage = 'ABSCONDED', contract_signed_on = '2023-10-01' where id = $1`, [gone]);
    expect(await seen('EPS', 'todo')).toMatchObject([{ caseId: gone, outcome: 'FORFEIT', balance: 100 }]);
    const move = (n: number, kind: 'EPS' | 'AGENCY', deed: 'RETURN' | 'FORFEIT' | 'DEPOSIT', amount = 100) =>
      keep.run(bank(), id('case', n), { kind, deed, amount, on: day('2027-07-01'), reference: `NH-${n}-${deed}`, requestId: requestId() });
    await expect(move(12, 'EPS', 'RETURN')).rejects.toMatchObject({ code: 'OUTCOME_DIFFERS' });
    await move(12, 'EPS', 'FORFEIT');
    expect(await seen('EPS', 'over')).toMatchObject([{ caseId: gone, state: 'FORFEITED', balance: 0 }]);
    expect([await totals('EPS'), await totals('AGENCY')]).toEqual([
      { accounts: all.length - 1, held: 100 * (all.length - 1) },
      { accounts: 4, held: 400 },
    ]);
    // Somebody whose case no bank follows any more: the account is read and kept by who holds it, the case stays shut, and no new account is opened there.
    const left = id('case', 16);
    await db.sql(
      `update case_file set bank_id = null, stage = 'RETURNED', return_type = 'COMPLETED', contract_signed_on = '2023-10-01' where id = $1`,
      [left],
    );
    expect(await db.api.run(bank(), (tx) => tx.query(`select from case_file where id = $1`, [left]))).toEqual([]);
    for (const kind of ['EPS', 'AGENCY'] as const)
      expect((await seen(kind, 'todo')).find(({ caseId: one }) => one === left)).toMatchObject({ outcome: 'RETURN', balance: 100 });
    expect((await keep.list(bank(), left)).escrows).toHaveLength(2);
    await move(16, 'EPS', 'RETURN');
    expect((await seen('EPS', 'over')).find(({ caseId: one }) => one === left)).toMatchObject({ state: 'RETURNED', balance: 0 });
    await expect(keep.list(bank('15'), left)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await db.sql(
      `alter table escrow_entry disable trigger all; delete from escrow_entry using escrow e where e.id = escrow_id and e.case_id = '${left}' and e.kind = 'EPS';
       delete from escrow where case_id = '${left}' and kind = 'EPS'; alter table escrow_entry enable trigger all`,
    );
    await expect(move(16, 'EPS', 'DEPOSIT')).rejects.toMatchObject({ code: 'ESCROW_ELSEWHERE' });
    await expect(
      db.api.run(bank(), (tx) =>
        tx.execute(
          `insert into escrow (id, case_id, kind, amount, signed_on, bank_id) values (gen_random_uuid(), $1, 'EPS', 1, '2023-10-01', $2)`,
          [left, id('org', 'NH-12')],
        ),
      ),
    ).rejects.toThrow(/row-level security/);
    // An account that lies elsewhere is not this bank's to write.
    await db.sql(`update case_file set contract_signed_on = '2023-10-01' where id = $1`, [id('case', 1)]);
    await expect(move(1, 'AGENCY', 'DEPOSIT')).rejects.toMatchObject({ code: 'ESCROW_ELSEWHERE' });
    // Asked for and not paid yet: 35 days from the signing, the amount of the rule.
    const asked = id('case', 10);
    await db.sql(
      `alter table escrow_entry disable trigger all; delete from escrow_entry using escrow e where e.id = escrow_id and e.case_id = '${asked}' and e.kind = 'EPS';
       delete from escrow where case_id = '${asked}' and kind = 'EPS'; alter table escrow_entry enable trigger all`,
    );
    await db.sql(
      `update case_file set stage = 'CONTRACTED', market = 'KR', legal_form = 'PUBLIC', contract_signed_on = '2027-07-01', departed_on = null where id = $1`,
      [asked],
    );
    expect(await seen('EPS', 'todo')).toMatchObject([{ caseId: asked, state: 'DUE', dueBy: '2027-08-05', amount: 100_000_000 }]);
    await move(10, 'EPS', 'DEPOSIT', 100_000_000);
    expect(await seen('EPS', 'todo')).toEqual([]);
    expect((await seen('EPS', 'held')).find(({ caseId: one }) => one === asked)).toMatchObject({ balance: 100_000_000 });
  });

  it('keeps two escrow ledgers apart, in the database too', async () => {
    const caseId = id('case', 0);
    const agency = () => tenants.account('agency-a').actor;
    await db.sql(
      `update case_file set legal_form = 'SERVICE', market = 'TW', stage = 'RETURNED', contract_signed_on = '2025-12-15', returned_on = '2027-06-30', return_type = 'EARLY' where id = $1`,
      [caseId],
    );
    const escrows = new KeepEscrow(db.api);
    await db.sql(`alter table escrow_entry disable trigger all; delete from escrow_entry; delete from escrow`);
    const bank = tenants.account('bank-12').actor;
    const run = (actor: ReturnType<typeof agency>, kind: 'EPS' | 'AGENCY', deed: string, amount: number) =>
      escrows.run(actor, caseId, { kind, deed: deed as never, amount, on: day('2026-01-10'), reference: 'KQ-1', requestId: requestId() });
    expect((await run({ ...bank, trial: true }, 'EPS', 'DEPOSIT', 7)).escrows).toMatchObject([{ kind: 'EPS', balance: 7 }]);
    expect(await db.sql(`select from escrow_entry`)).toEqual([]);
    expect((await run(bank, 'EPS', 'DEPOSIT', 100_000_000)).escrows).toMatchObject([
      { kind: 'EPS', balance: 100_000_000, dueBy: '2026-01-19', outcome: 'RETURN' },
    ]);
    expect((await run(agency(), 'AGENCY', 'DEPOSIT', 12_000_000)).escrows).toMatchObject([{ kind: 'AGENCY', balance: 12_000_000 }]);
    await run(agency(), 'AGENCY', 'INTEREST', 50_000);
    await expect(run(agency(), 'AGENCY', 'FORFEIT', 1)).rejects.toMatchObject({ code: 'WRONG_LEDGER' });
    await expect(run(bank, 'EPS', 'FORFEIT', 1)).rejects.toMatchObject({ code: 'OUTCOME_DIFFERS' });
    await expect(run(agency(), 'AGENCY', 'RETURN', 12_050_001)).rejects.toMatchObject({ code: 'ESCROW_SHORT' });
    expect((await run(agency(), 'AGENCY', 'RETURN', 12_050_000)).escrows).toMatchObject([{ state: 'RETURNED', balance: 0 }]);
    const back = new TakeMoneyBack(db.api);
    const entries = (await escrows.list(agency(), caseId)).escrows[0]!.entries;
    const reverse = (n: number) =>
      back.run(agency(), caseId, { what: 'ESCROW_ENTRY', id: String(entries[n]!.id), reason: 'nhầm', requestId: requestId() });
    await expect(reverse(0)).rejects.toMatchObject({ code: 'ESCROW_SHORT' });
    await reverse(2);
    expect((await escrows.list(agency(), caseId)).escrows).toMatchObject([{ state: 'PAID', balance: 12_050_000 }]);
    expect((await run(agency(), 'AGENCY', 'RETURN', 50_000)).escrows).toMatchObject([{ state: 'PAID', balance: 12_000_000 }]);
    await db.sql(`alter table escrow_entry enable trigger all`);
    const [eps] = await db.sql<{ id: string }>(`select id from escrow where kind = 'EPS'`);
    const entry = `insert into escrow_entry (escrow_id, kind, deed, effective_on, held, cash, reference, request_id) values ($1, 'AGENCY', 'DEPOSIT', '2026-01-10', 1, -1, 'x', 'mixed')`;
    await expect(db.sql(entry, [eps!.id])).rejects.toThrow(/escrow_entry_ledger/);
    await expect(db.sql(`update escrow_entry set held = 0`)).rejects.toThrow(/append-only/);
  });
});
