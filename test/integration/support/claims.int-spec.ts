import { RecordMilestone } from '@app/casework';
import { localDate } from '@app/kernel';
import { CheckEligibility, HandleLoan } from '@app/loans';
import { SeedPolicies } from '@app/policy';
import { ExportSupport } from '@app/reporting';
import { ClaimSupport, DecideClaims, KeepFunds, ListClaims } from '@app/support';
import { id, insertTenants, type Tenants } from '../../support/tenants';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { Workbook } from 'exceljs';

const day = localDate;

describe('support of the national programmes', () => {
  let db: TestDatabase;
  let tenants: Tenants;
  let key = 0;
  const requestId = () => `s${++key}`;
  const centre = () => tenants.account('centre-12').actor;
  const department = () => tenants.account('department-12').actor;
  const [poor, unproven, other] = [id('case', 0), id('case', 1), id('case', 2)];
  const workerOf = (caseId: string) => `(select worker_id from case_file where id = '${caseId}')`;

  beforeAll(async () => {
    db = await createTestDatabase({ today: '2026-11-22' });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    await db.sql(`alter table support_entry disable trigger support_entry_kept; delete from support_entry; delete from support_claim_paper; delete from support_claim; delete from support_fund;
      alter table support_entry enable trigger support_entry_kept`);
    await db.sql(`update worker set ethnic_code = '01', household_class = null; delete from worker_priority_group`);
    await db.sql(
      `insert into worker_priority_group (worker_id, code, evidence, valid_to) values (${workerOf(poor)}, 'POOR', 'Danh sách 12/QĐ', '2027-06-01')`,
    );
    await db.sql(`update worker set household_class = 'POOR' where id = ${workerOf(unproven)}`);
    await db.sql(`insert into worker_priority_group (worker_id, code) values (${workerOf(other)}, 'YOUTH_VOLUNTEER')`);
  });
  afterAll(() => db.close());

  const claim = (caseId: string, item: string, amount: number, over: object = {}) =>
    new ClaimSupport(db.api).run(centre(), caseId, {
      item,
      units: 1,
      amount,
      spentOn: day('2026-09-01'),
      receiptNo: `BL-${++key}`,
      requestId: requestId(),
      ...over,
    });
  const allot = (programme: string, amount: number, over: object = {}) =>
    new KeepFunds(db.api).allot(department(), {
      programme,
      year: 2026,
      budgetLine: 'TDA3',
      amount,
      decision: '12/QĐ',
      requestId: requestId(),
      ...over,
    });
  const decide = () => new DecideClaims(db.api);
  /** The figures of every source worked out again from the ledger, by other SQL. */
  const differing = () =>
    db.sql(
      `select f.title from support_fund f left join support_entry e on e.fund_id = f.id group by f.id
        having (f.free, f.committed, f.paid) is distinct from (coalesce(sum(e.free), 0)::bigint, coalesce(sum(e.committed), 0)::bigint, coalesce(sum(e.paid), 0)::bigint)
       union all
       select s.item from support_claim s where s.state is distinct from case (
           select e.deed from support_entry e where e.claim_id = s.id and e.reverses_id is null and not exists (select from support_entry r where r.reverses_id = e.id) order by e.id desc limit 1)
         when 'APPROVE' then 'APPROVED' when 'PAY' then 'PAID' when 'REFUSE' then 'REFUSED' when 'WITHDRAW' then 'WITHDRAWN' else 'PENDING' end`,
    );

  it('says what a person may claim, and holds a claim to the ceiling of its group and day with the rule named', async () => {
    const { open, groups, basis } = await new ClaimSupport(db.api).of(centre(), poor);
    expect(groups).toEqual(['POOR']);
    expect(basis).toContain('338/2025');
    expect(open.find(({ item }) => item === 'LANGUAGE')).toMatchObject({
      most: 4_000_000,
      group: 'POOR',
      papers: [expect.stringContaining('Biên lai'), expect.any(String)],
    });
    await expect(claim(poor, 'LANGUAGE', 4_000_001)).rejects.toMatchObject({
      code: 'SUPPORT_OVER_CEILING',
      message: expect.stringContaining('Nghị định 338/2025/NĐ-CP, Điều 30'),
      details: { ceiling: 4_000_000, left: 4_000_000, certain: false },
    });
    // The rules of the day of the receipt: 3 million before 2026.
    await expect(claim(poor, 'LANGUAGE', 3_000_001, { spentOn: day('2025-12-31') })).rejects.toMatchObject({
      details: { ceiling: 3_000_000 },
    });
    await expect(claim(poor, 'LANGUAGE', 1, { spentOn: day('2016-07-31') })).rejects.toMatchObject({ code: 'SUPPORT_ITEM_UNKNOWN' });
    await expect(claim(poor, 'LANGUAGE', 1, { spentOn: day('2026-11-23') })).rejects.toMatchObject({ code: 'DATE_IN_FUTURE' });
    await expect(claim(poor, 'LANGUAGE', 1, { units: 2 })).rejects.toMatchObject({ code: 'SUPPORT_UNITS' });
    await expect(claim(unproven, 'LANGUAGE', 1)).rejects.toMatchObject({ code: 'SUPPORT_HOUSEHOLD_UNPROVEN' });
    await expect(claim(other, 'LANGUAGE', 1, { spentOn: day('2025-06-01') })).rejects.toMatchObject({ code: 'SUPPORT_NO_GROUP' });
    const { claims } = await claim(poor, 'LANGUAGE', 2_500_000, { receiptNo: 'HP-1' });
    expect(claims).toMatchObject([{ item: 'LANGUAGE', amount: 2_500_000, ceiling: 4_000_000, group: 'POOR', state: 'PENDING' }]);
    await expect(claim(poor, 'LANGUAGE', 100, { receiptNo: 'hp-1' })).rejects.toMatchObject({ code: 'SUPPORT_RECEIPT_USED' });
    await expect(claim(poor, 'LANGUAGE', 1_500_001)).rejects.toMatchObject({ code: 'SUPPORT_OVER_CEILING', details: { left: 1_500_000 } });
    // How many days is said by the rule of the item, and days claimed before count.
    await expect(claim(poor, 'FOOD', 1, { units: 367 })).rejects.toMatchObject({
      code: 'SUPPORT_UNITS_OVER',
      message: expect.stringContaining('nhiều nhất 366 ngày'),
      details: { most: 366, left: 366, certain: false },
    });
    expect((await claim(poor, 'FOOD', 3_000_000, { units: 60 })).claims).toMatchObject([{ ceiling: 3_000_000 }, {}]);
  });

  it('ties the scans of the case that prove a claim, freely until it is decided, and no other case’s', async () => {
    const [health, receipt] = [id('paper-file', 0), id('receipt-file', 0)];
    await db.sql(
      `insert into paper_file (id, case_id, guard, medium, bytes, sha256, scan, state, request_id) values ($1, $2, 'RECEIPT', 'picture', 10, '\\x02', 'clean', 'kept', 'x')`,
      [receipt, poor],
    );
    const page = await new ClaimSupport(db.api).of(centre(), poor);
    expect(page.scans).toMatchObject([
      { id: receipt, title: 'biên lai, hóa đơn', medium: 'picture' },
      { id: health, guard: 'HEALTH' },
    ]);
    const food = page.claims.find(({ item }) => item === 'FOOD')!;
    expect(food.scans).toEqual([]);
    const tie = async (fileIds: string[], over: { caseId?: string; claimId?: string } = {}) => {
      const { claims } = await new ClaimSupport(db.api).prove(centre(), over.caseId ?? poor, {
        claimId: over.claimId ?? food.id,
        fileIds,
        requestId: requestId(),
      });
      return claims.find(({ id: one }) => one === food.id)!.scans.map((scan) => scan.id);
    };
    expect(await tie([health])).toEqual([health]);
    expect(await tie([receipt])).toEqual([receipt]);
    await expect(tie([receipt, id('paper-file', 1)])).rejects.toMatchObject({ code: 'SCAN_UNKNOWN' });
    await expect(tie([receipt], { caseId: other })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(claim(other, 'HEALTH_EXAM', 1, { fileIds: [health] })).rejects.toMatchObject({ code: 'SCAN_UNKNOWN' });
    expect(await db.sql(`select from support_claim where case_id = $1`, [other])).toEqual([]);
    // Who approves sees it on the claim; a scan taken away proves nothing any more.
    const waiting = async () => (await new ListClaims(db.api).run(department(), {})).claims.find((one) => one.id === food.id)!.scans;
    expect(await waiting()).toMatchObject([{ id: receipt, guard: 'RECEIPT' }]);
    await db.sql(`update paper_file set state = 'removed' where id = $1`, [receipt]);
    expect(await waiting()).toEqual([]);
    await db.sql(`update paper_file set state = 'kept' where id = $1`, [receipt]);
  });

  it('takes one request once, and of two clerks at once no more than the ceiling', async () => {
    const sent = requestId();
    const body = { receiptNo: 'TW-1', requestId: sent };
    await Promise.all([claim(poor, 'SKILL', 1_000_000, body), claim(poor, 'SKILL', 1_000_000, body)]);
    const both = await Promise.allSettled([claim(poor, 'SKILL', 2_000_000), claim(poor, 'SKILL', 2_000_000)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await db.sql(`select count(*)::int as n, sum(amount)::bigint as sum from support_claim where item = 'SKILL'`)).toEqual([
      { n: 2, sum: 3_000_000 },
    ]);
  });

  it('approves many from one source or none, never more than is left, by the named role and by somebody else than who claimed', async () => {
    await expect(
      new KeepFunds(db.api).allot(centre(), {
        programme: 'NATIONAL',
        year: 2026,
        budgetLine: 'x',
        amount: 1,
        decision: '1',
        requestId: requestId(),
      }),
    ).rejects.toMatchObject({ code: 'SUPPORT_ROLE' });
    await expect(allot('UNKNOWN', 1)).rejects.toMatchObject({ code: 'SUPPORT_PROGRAMME_UNKNOWN' });
    const again = requestId();
    await allot('NATIONAL', 6_000_000, { requestId: again });
    const { funds } = await allot('NATIONAL', 6_000_000, { requestId: again });
    expect(funds).toMatchObject([{ allotted: 6_000_000, free: 6_000_000, committed: 0, paid: 0 }]);
    const fundId = funds[0]!.id;
    const pending = (await new ListClaims(db.api).run(department(), {})).claims;
    expect(pending).toHaveLength(4);
    const claimIds = pending.map((one) => one.id);
    const approve = (over: object = {}) => decide().approve(department(), { claimIds, fundId, requestId: requestId(), ...over });
    await expect(decide().approve(centre(), { claimIds, fundId, requestId: requestId() })).rejects.toMatchObject({ code: 'SUPPORT_ROLE' });
    await expect(approve()).rejects.toMatchObject({ code: 'SUPPORT_FUND_SHORT', details: { left: 6_000_000, asked: 8_500_000 } });
    expect((await new ListClaims(db.api).run(department(), {})).claims).toHaveLength(4);
    await db.sql(
      `update policy_rule set value = '{"approve": ["department_officer", "centre_staff"], "pay": ["centre_staff"]}' where key = 'support.roles'`,
    );
    await expect(decide().approve(centre(), { claimIds: claimIds.slice(0, 1), fundId, requestId: requestId() })).rejects.toMatchObject({
      code: 'SUPPORT_OWN_CLAIM',
    });
    const [last] = (await allot('NATIONAL', 1, { year: 2025 })).funds;
    await expect(approve({ fundId: last!.id })).rejects.toMatchObject({ code: 'SUPPORT_FUND_YEAR' });
    await claim(other, 'HEALTH_EXAM', 750_000);
    const volunteer = (await new ListClaims(db.api).run(department(), { after: String(pending.at(-1)!.no) })).claims;
    await expect(approve({ claimIds: volunteer.map((one) => one.id) })).rejects.toMatchObject({
      code: 'SUPPORT_FUND_UNFIT',
      message: expect.stringContaining('Chương trình mục tiêu quốc gia'),
    });
    const [first, second] = [claimIds.slice(0, 2), claimIds.slice(2)];
    const sent = requestId();
    expect((await approve({ claimIds: first, requestId: sent })).claims).toMatchObject([
      { state: 'APPROVED', fundTitle: expect.stringContaining('TDA3') },
      { state: 'APPROVED' },
    ]);
    expect((await approve({ claimIds: first, requestId: sent })).claims).toHaveLength(2);
    await expect(approve({ claimIds: first })).rejects.toMatchObject({ code: 'SUPPORT_CLAIM_MOVED' });
    await allot('NATIONAL', 3_000_000);
    const race = await Promise.allSettled([approve({ claimIds: second }), approve({ claimIds: second })]);
    expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await db.sql(`select free, committed, paid from support_fund where id = $1`, [fundId])).toEqual([
      { free: 500_000, committed: 8_500_000, paid: 0 },
    ]);
    await expect(allot('NATIONAL', -500_001)).rejects.toMatchObject({ code: 'SUPPORT_FUND_PROMISED', details: { left: 500_000 } });
    await expect(db.sql(`update support_fund set free = -1 where id = $1`, [fundId])).rejects.toThrow(/support_fund_never_over/);
    expect(await differing()).toEqual([]);
  });

  it('gives the treasury each approved claim of the month in its cell, sums that add up, and no other month', async () => {
    const sheetOf = async (month: string) => {
      const book = new Workbook();
      await book.xlsx.load((await new ExportSupport(db.api).run(centre(), month, requestId())) as never);
      return book.getWorksheet(`Hỗ trợ ${month}`)!;
    };
    const [one] = await db.sql<{ id: string; no: string; amount: number; name: string; code: string }>(
      `select s.id, s.receipt_no as no, s.amount, w.full_name as name, c.code from support_claim s join case_file c on c.id = s.case_id join worker w on w.id = c.worker_id
        where s.state = 'APPROVED' and s.item = 'FOOD'`,
    );
    await decide().pay(centre(), { claimIds: [one!.id], proof: '007', on: day('2026-11-21'), requestId: requestId() });
    const sheet = await sheetOf('2026-11');
    const cells = sheet.getRows(1, sheet.rowCount)!.map((row) => Array.from({ length: 12 }, (_, i) => row.getCell(i + 1).value));
    const [head, ...rows] = cells;
    expect(head).toEqual(expect.arrayContaining(['Họ và tên', 'Số tiền (đồng)', 'Chứng từ chi']));
    const food = rows.find((row) => row[5] === one!.no)!;
    expect(food.slice(1, 3)).toEqual([one!.name, one!.amount]);
    expect(food.slice(4)).toEqual([
      60,
      one!.no,
      '01/09/2026',
      expect.anything(),
      one!.code,
      expect.stringContaining('TDA3'),
      '21/11/2026',
      '007',
    ]);
    const [lines, sums] = [rows.filter((row) => row[0] !== null && row[0] !== ''), rows.filter((row) => row[0] === null || row[0] === '')];
    expect(lines.map((row) => row[0])).toEqual([1, 2, 3, 4]);
    // Only what is paid has a voucher; the one source and the whole are 8,500,000.
    expect(lines.filter((row) => row[11])).toHaveLength(1);
    expect(sums.map((row) => [row[1], row[2]])).toEqual([
      [expect.stringMatching(/^Cộng: .*TDA3/), 8_500_000],
      ['Tổng cộng', 8_500_000],
    ]);
    expect(lines.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(8_500_000);
    expect((await sheetOf('2026-10')).rowCount).toBe(2);
    // Decided upon: what was tied stays, more may come; a claim refused takes none.
    const prove = (claimId: string, fileIds: string[]) =>
      new ClaimSupport(db.api).prove(centre(), poor, { claimId, fileIds, requestId: requestId() });
    const { claims } = await prove(one!.id, [id('paper-file', 0)]);
    expect(
      claims
        .find((line) => line.id === one!.id)!
        .scans.map((scan) => scan.id)
        .sort(),
    ).toEqual([id('paper-file', 0), id('receipt-file', 0)].sort());
    await decide().takeBack(centre(), one!.id, { reason: 'chi thử', requestId: requestId() });
  });

  it('takes what was approved off the ceiling of the loan, at the centre and at the bank, whatever is written by hand', async () => {
    const bank = tenants.account('bank-12').actor;
    const billed = {
      FOOD: { amount: 4_000_000, times: 60 },
      SKILL: { amount: 3_000_000, times: 1 },
      VISA: { amount: 1_000_000, times: 1 },
    };
    for (const actor of [centre(), bank]) {
      const paper = await new CheckEligibility(db.api).run(actor, poor, {
        total: 100_000_000,
        billed: { ...billed, FOOD: { amount: 2_000_000, times: 60 } },
      });
      expect(paper.supports.map(({ item, amount, by, written }) => [item, amount, by, written])).toEqual([
        ['FOOD', 3_000_000, 'CLAIM', 2_000_000],
        ['LANGUAGE', 2_500_000, 'CLAIM', null],
        ['SKILL', 3_000_000, 'CLAIM', null],
        ['VISA', 1_000_000, 'HAND', null],
      ]);
      expect(paper.ceiling).toBe(90_500_000);
    }
    const loan = id('supported-loan', 0);
    await db.sql(`update loan set state = 'PAID' where case_id = $1`, [poor]);
    await db.sql(
      `insert into loan (id, bank_id, province_code, case_id, product, state, rule_date, groups, received_on) values ($1, $2, '12', $3, 'OVERSEAS_COST', 'APPRAISING', '2026-11-01', '{POOR}', '2026-11-01')`,
      [loan, bank.organisationId, poor],
    );
    await db.sql(`update case_file set stage = 'CONTRACTED', contract_end = '2031-01-01' where id = $1`, [poor]);
    const approve = (over: object) =>
      new HandleLoan(db.api, new RecordMilestone(db.api)).run(bank, loan, {
        deed: 'APPROVE',
        on: day('2026-11-20'),
        loanNo: 'HT-0',
        costs: 100_000_000,
        termMonths: 36,
        amount: 91_500_000,
        requestId: requestId(),
        ...over,
      });
    await expect(approve({ supported: 0 })).rejects.toMatchObject({
      code: 'SUPPORTED_DIFFERS',
      details: { claimed: 8_500_000, written: 0 },
    });
    await expect(approve({ amount: 91_500_001 })).rejects.toMatchObject({ code: 'OVER_CEILING', details: { ceiling: 91_500_000 } });
    await approve({});
    // A bank reads what was approved for its borrowers and nothing that waits.
    const read = await db.api.run(bank, (tx) => tx.query<{ state: string }>(`select state from support_claim where case_id = $1`, [poor]));
    expect(read.map(({ state }) => state)).toEqual(Array.from({ length: 4 }, () => 'APPROVED'));
    expect(await db.api.run(bank, (tx) => tx.query(`select from support_entry`))).toEqual([]);
  });

  it('pays with proof, takes the last step back by its opposite, and edits nothing', async () => {
    const [one, two] = await db.sql<{ id: string; amount: number }>(
      `select id, amount from support_claim where state = 'APPROVED' order by no`,
    );
    const pay = (claimIds: string[], over: object = {}) =>
      decide().pay(centre(), { claimIds, proof: 'UNC 7', requestId: requestId(), ...over });
    await expect(pay([one!.id], { on: day('2026-12-01') })).rejects.toMatchObject({ code: 'DATE_IN_FUTURE' });
    expect((await pay([one!.id, two!.id])).claims).toMatchObject([
      { state: 'PAID', note: 'UNC 7', decidedOn: '2026-11-22' },
      { state: 'PAID' },
    ]);
    const back = () => decide().takeBack(centre(), one!.id, { reason: 'chi nhầm', requestId: requestId() });
    expect((await back()).claims).toMatchObject([{ state: 'APPROVED' }]);
    await db.sql(
      `update policy_rule set value = '{"approve": ["department_officer"], "pay": ["centre_staff"]}' where key = 'support.roles'`,
    );
    await expect(back()).rejects.toMatchObject({ code: 'SUPPORT_ROLE' });
    const undone = await decide().takeBack(department(), one!.id, { reason: 'duyệt nhầm', requestId: requestId() });
    expect(undone.claims).toMatchObject([{ state: 'PENDING', fundId: null, note: null }]);
    await expect(decide().takeBack(department(), one!.id, { reason: 'x', requestId: requestId() })).rejects.toMatchObject({
      code: 'SUPPORT_NOTHING_BACK',
    });
    expect(
      (await decide().refuse(department(), { claimIds: [one!.id], reason: 'thiếu biên lai', requestId: requestId() })).claims,
    ).toMatchObject([{ state: 'REFUSED', note: 'thiếu biên lai' }]);
    expect(await differing()).toEqual([]);
    expect(await db.sql(`select sum(budget + free + committed + paid)::int as sum from support_entry`)).toEqual([{ sum: 0 }]);
    const edit = (text: string) => db.api.run(department(), (tx) => tx.execute(text));
    await expect(edit(`update support_entry set free = 0`)).rejects.toThrow(/permission denied/);
    await expect(edit(`update support_claim set amount = 1`)).rejects.toThrow(/permission denied/);
    await expect(db.sql(`delete from support_entry`)).rejects.toThrow(/append-only/);
  });
});
