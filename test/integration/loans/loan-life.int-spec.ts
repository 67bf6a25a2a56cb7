import { CorrectEvent, RecordMilestone } from '@app/casework';
import { localDate } from '@app/kernel';
import { CheckEligibility, ClassifyDebt, HandleLoan, LoanChecks, LoanQueries, PostToLoan, ReferBorrowers } from '@app/loans';
import { SeedPolicies } from '@app/policy';
import { id, insertTenants, type Tenants } from '../../support/tenants';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const day = localDate;

describe('a loan from the referral to the last đồng', () => {
  let db: TestDatabase;
  let tenants: Tenants;
  let handle: HandleLoan;
  let post: PostToLoan;
  let queries: LoanQueries;
  const bank = () => tenants.account('bank-12').actor;
  const centre = () => tenants.account('centre-12').actor;

  beforeAll(async () => {
    db = await createTestDatabase({ today: '2026-09-17' });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    const milestones = new RecordMilestone(db.api);
    handle = new HandleLoan(db.api, milestones);
    post = new PostToLoan(db.api, milestones, new CorrectEvent(db.api));
    queries = new LoanQueries(db.api);
    await db.sql(`update case_file set contract_signed_on = '2026-01-20', contract_start = '2026-10-01', contract_end = '2029-12-31'`);
  });
  afterAll(() => db.close());

  /** A borrower of the new rules with the loan of the worked schedule, disbursed on 8 February 2026. */
  async function lend(n: number): Promise<string> {
    const loan = id('lent', n);
    await db.sql(
      `insert into loan (id, bank_id, province_code, case_id, product, state, rule_date, groups, received_on) values ($1, $2, '12', $3, 'OVERSEAS_COST', 'APPRAISING', '2026-01-20', '{POOR}', '2026-01-25')`,
      [loan, id('org', 'NH-12'), id('case', n)],
    );
    await handle.run(bank(), loan, {
      deed: 'APPROVE',
      on: day('2026-02-01'),
      amount: 100_000_000,
      costs: 120_000_000,
      supported: 0,
      termMonths: 36,
      loanNo: `N${n}`,
      requestId: `a${n}`,
    });
    await post.run(bank(), loan, {
      kind: 'DISBURSEMENT',
      on: day('2026-02-08'),
      amount: 100_000_000,
      reference: `GN-${n}`,
      requestId: `d${n}`,
    });
    return loan;
  }

  it('tells before the trip who may borrow, how much and at what rate', async () => {
    const check = new CheckEligibility(db.api);
    await db.sql(`update loan set state = 'PAID' where case_id = $1`, [id('case', 4)]);
    const paper = await check.run(centre(), id('case', 4), {
      total: 165_000_000,
      billed: {
        ORIENTATION: { amount: 600_000, times: 1 },
        LANGUAGE: { amount: 4_000_000, times: 1 },
        HEALTH_EXAM: { amount: 750_000, times: 1 },
      },
    });
    expect(paper).toMatchObject({
      eligible: true,
      entitling: ['POOR'],
      rate: '8,382 %',
      ceiling: 159_720_000,
      collateral: false,
      decisionWorkingDays: 7,
    });
    // Every rule the sheet rests on, and food by its days: 70,000 a day were billed for sixty days, 50,000 are supported.
    expect(paper.sources.map(({ rule }) => rule)).toEqual([
      'loan.regime',
      'loan.poorHouseholdRate',
      'support.items',
      'household.proof',
      'loan.files',
    ]);
    expect(paper.supportable.find(({ item }) => item === 'FOOD')).toMatchObject({ ceiling: 50_000, per: 'day' });
    const food = await check.run(centre(), id('case', 4), { total: 165_000_000, billed: { FOOD: { amount: 4_200_000, times: 60 } } });
    expect(food).toMatchObject({ supports: [{ item: 'FOOD', amount: 3_000_000 }], ceiling: 162_000_000 });
    expect((await check.run(centre(), id('case', 0), {})).reasons.map(({ code }) => code)).toEqual(['ALREADY_ABROAD', 'LOAN_RUNNING']);
    await db.sql(`delete from worker_priority_group where worker_id = $1`, [id('worker', 10)]);
    await db.sql(`update loan set state = 'PAID' where case_id = $1`, [id('case', 10)]);
    const refer = new ReferBorrowers(db.api);
    const caseIds = [4, 10, 0].map((n) => id('case', n));
    const results = await refer.run(centre(), { caseIds, requestId: 'refer-1' });
    expect(results.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['done', undefined],
      ['refused', 'NO_GROUP'],
      ['refused', 'ALREADY_ABROAD'],
    ]);
    expect((await refer.run(centre(), { caseIds, requestId: 'refer-2' }))[0]).toMatchObject({ outcome: 'unchanged', code: 'LOAN_RUNNING' });
    const { loans } = await queries.list(bank(), { states: 'DRAFT' });
    expect(loans).toMatchObject([{ caseId: id('case', 4), standing: 'DRAFT', fullName: expect.stringContaining('Lò Văn') }]);
    const loan = loans[0]!.id;
    await handle.run(bank(), loan, { deed: 'RECEIVE', on: day('2026-09-01'), requestId: 'receive' });
    expect((await queries.get(bank(), loan)).decideBy).toBe('2026-09-11');
    await expect(handle.run(bank(), loan, { deed: 'EXTEND', months: 3, reason: 'x', requestId: 'no' })).rejects.toMatchObject({
      code: 'DEED_DOES_NOT_FIT',
    });
    const approve = {
      deed: 'APPROVE',
      on: day('2026-09-03'),
      loanNo: 'N4',
      termMonths: 36,
      costs: 230_000_000,
      supported: 5_280_000,
      requestId: 'approve',
    } as const;
    await expect(handle.run(bank(), loan, { ...approve, amount: 201_000_000 })).rejects.toMatchObject({ code: 'COLLATERAL_MISSING' });
    const { costs: _, ...noCosts } = approve;
    await expect(handle.run(bank(), loan, { ...noCosts, amount: 100_000_000 })).rejects.toMatchObject({ code: 'FIELD_MISSING' });
    const { supported: __, ...noSupport } = approve;
    await expect(handle.run(bank(), loan, { ...noSupport, amount: 100_000_000 })).rejects.toMatchObject({ code: 'FIELD_MISSING' });
    await expect(handle.run(bank(), loan, { ...approve, amount: 224_720_001, collateral: 'Nhà' })).rejects.toMatchObject({
      code: 'OVER_CEILING',
      details: { ceiling: 224_720_000 },
    });
    await expect(handle.run(bank(), loan, { ...approve, amount: 100_000_000, termMonths: 60 })).rejects.toMatchObject({
      code: 'TERM_OVER_CONTRACT',
    });
    await handle.run(bank(), loan, { ...approve, amount: 100_000_000 });
    expect(await handle.run(bank(), loan, { ...approve, amount: 100_000_000 })).toMatchObject({ outcome: 'repeated' });
    await db.sql(`update case_file set contract_signed_on = null where id = $1`, [id('case', 4)]);
    const money = { kind: 'DISBURSEMENT', on: day('2026-09-10'), amount: 60_000_000, reference: 'GN-A', requestId: 'part-1' } as const;
    await expect(post.run(bank(), loan, money)).rejects.toMatchObject({ code: 'NO_SENDING_CONTRACT' });
    await db.sql(`update case_file set contract_signed_on = '2026-01-20' where id = $1`, [id('case', 4)]);
    expect(await post.run(bank(), loan, money)).toMatchObject({ state: 'DISBURSING', principal: 60_000_000 });
    await expect(post.run(bank(), loan, { ...money, amount: 50_000_000, reference: 'GN-B', requestId: 'part-2' })).rejects.toMatchObject({
      code: 'DISBURSED_OVER_APPROVED',
    });
    expect(await post.run(bank(), loan, { ...money, amount: 40_000_000, reference: 'GN-B', requestId: 'part-3' })).toMatchObject({
      state: 'ACTIVE',
    });
  });

  it('is judged by the rules of the day of the decision, not of the sending contract', async () => {
    await db.sql(`update case_file set contract_signed_on = '2025-11-20' where id = $1`, [id('case', 9)]);
    await db.sql(`update loan set state = 'PAID' where case_id = $1`, [id('case', 9)]);
    expect(await new CheckEligibility(db.api).run(centre(), id('case', 9), {})).toMatchObject({ rate: '8,382 %', decisionWorkingDays: 7 });
    const loan = await lend(9);
    expect(await queries.get(bank(), loan)).toMatchObject({ rate: '8,382 %', ruleDate: '2026-02-01' });
    const [kept] = await db.sql(`select costs, groups from loan where id = $1`, [loan]);
    expect(kept).toMatchObject({
      costs: [
        { item: 'ALL', amount: 120_000_000 },
        { item: 'SUPPORTED', amount: 0 },
      ],
      groups: expect.arrayContaining(['POOR']),
    });
  });

  it('posts the worked example to the đồng, and takes lines back without a trace in the book', async () => {
    const loan = await lend(16);
    const paid = async (on: string, amount: number, kind: 'INTEREST' | 'REPAYMENT' | 'SETTLEMENT', reference: string) =>
      post.run(bank(), loan, { kind, on: day(on), amount, reference, requestId: reference });
    expect(await paid('2026-08-08', 4_156_553, 'INTEREST', 'TL-1')).toMatchObject({ expected: 4_156_553, advance: 0 });
    expect(await paid('2026-09-08', 593_244, 'INTEREST', 'TL-2')).toMatchObject({ expected: 593_244 });
    const line = await paid('2026-09-17', 17_100_000, 'REPAYMENT', 'TN-1');
    expect(line.split).toEqual({
      overduePrincipal: 16_667_000,
      overdueInterest: 199_029,
      interest: 172_232,
      duePrincipal: 0,
      futurePrincipal: 0,
      advance: 61_739,
    });
    expect(line).toMatchObject({ principal: 83_333_000, advance: 61_739 });
    const before = await queries.get(bank(), loan);
    expect(before).toMatchObject({ standing: 'ACTIVE', overduePrincipal: 0, nextDueOn: '2027-02-08' });
    await post.takeBack(bank(), loan, line.entryId, { reason: 'nhầm', requestId: 'back-1' });
    expect(await queries.get(bank(), loan)).toMatchObject({ standing: 'OVERDUE', overduePrincipal: 16_667_000, principal: 100_000_000 });
    await expect(post.takeBack(bank(), loan, line.entryId, { reason: 'nhầm', requestId: 'back-2' })).rejects.toMatchObject({
      code: 'ENTRY_REVERSED',
    });
    await paid('2026-09-17', 17_100_000, 'REPAYMENT', 'TN-2');
    const { entries: _, events: __, version: ___, ...after } = await queries.get(bank(), loan);
    expect(before).toMatchObject(after);
    await expect(paid('2026-09-17', 200_000_000, 'SETTLEMENT', 'TT-0')).rejects.toMatchObject({ code: 'AMOUNT_OVER_DEBT' });
    expect(await paid('2026-09-17', 83_333_000 - 61_739, 'SETTLEMENT', 'TT-1')).toMatchObject({ state: 'PAID', principal: 0 });
    await expect(paid('2026-09-17', 1_000, 'INTEREST', 'TL-9')).rejects.toMatchObject({ code: 'LOAN_NOT_OWING' });
    const sums = await db.sql<{ sum: number; balance: number }>(
      `select sum(e.principal + e.overdue_principal)::bigint as sum, min(l.principal) as balance from loan_entry e join loan l on l.id = e.loan_id where l.id = $1`,
      [loan],
    );
    expect(sums).toEqual([{ sum: 0, balance: 0 }]);
    expect(
      (
        await db.sql<{ kind: string }>(`select kind from case_event where case_id = $1 and kind like 'LOAN%' order by id`, [id('case', 16)])
      ).map(({ kind }) => kind),
    ).toEqual(['LOAN_APPROVED', 'LOAN_DISBURSED', 'LOAN_SETTLED']);
  });

  it('takes back what the case was told with the entries it rested on', async () => {
    const loan = id('lent', 16);
    const told = async () =>
      (
        await db.sql<{ kind: string }>(
          `select kind from case_event e where case_id = $1 and kind like 'LOAN%' and not exists (select from case_event k where k.corrects_id = e.id) order by id`,
          [id('case', 16)],
        )
      ).map(({ kind }) => kind);
    const last = () =>
      db.sql<{ id: number; kind: string }>(
        `select id, kind from loan_entry e where loan_id = $1 and kind <> 'REVERSAL' and not exists (select from loan_entry r where r.reverses_id = e.id) order by id desc limit 1`,
        [loan],
      );
    // Another loan of the case that is paid out would keep the fact true.
    await db.sql(`update loan set state = 'CANCELLED' where case_id = $1 and id <> $2`, [id('case', 16), loan]);
    const seen: string[][] = [];
    for (let [entry] = await last(); entry; [entry] = await last()) {
      await post.takeBack(bank(), loan, entry.id, { reason: 'nhầm', requestId: `untell-${entry.id}` });
      seen.push([entry.kind, ...(await told())]);
    }
    expect(seen[0]).toEqual(['PAYMENT', 'LOAN_APPROVED', 'LOAN_DISBURSED']);
    expect(seen.at(-1)).toEqual(['DISBURSEMENT', 'LOAN_APPROVED']);
  });

  it('is approved only once its disbursement is taken back, lays its days anew, and is paid only when the interest is paid too', async () => {
    const loan = await lend(19);
    const money = (kind: 'DISBURSEMENT' | 'INTEREST' | 'REPAYMENT' | 'SETTLEMENT', on: string, amount: number, reference: string) =>
      post.run(bank(), loan, { kind, on: day(on), amount, reference, requestId: reference });
    const [lent] = (await queries.get(bank(), loan)).entries;
    expect(await post.takeBack(bank(), loan, lent!.id as number, { reason: 'sai ngày', requestId: 'undo' })).toMatchObject({
      state: 'APPROVED',
    });
    expect(await money('DISBURSEMENT', '2026-02-20', 60_000_000, 'GN-19b')).toMatchObject({ state: 'DISBURSING' });
    expect((await queries.get(bank(), loan)).instalments[0]).toMatchObject({ dueOn: '2026-08-20' });
    await handle.run(bank(), loan, { deed: 'END_DISBURSEMENT', requestId: 'end' });
    expect(await queries.get(bank(), loan)).toMatchObject({ state: 'ACTIVE', approved: 60_000_000 });
    // 60,000,000 × 8.382 % × 28 days = 385,802; the interest of these days is owed after the principal is gone.
    await db.sql(`update loan set allocation = '{"healthy": ["duePrincipal", "futurePrincipal", "interest"]}' where id = $1`, [loan]);
    expect(await money('REPAYMENT', '2026-03-20', 60_000_000, 'TN-19')).toMatchObject({ state: 'ACTIVE', principal: 0 });
    expect(await money('INTEREST', '2026-03-21', 385_802, 'TL-19')).toMatchObject({ state: 'PAID', principal: 0 });
  });

  it('keeps one of two clerks who post the same voucher, and tells the other who was first', async () => {
    const loan = await lend(7);
    for (let round = 0; round < 5; round++) {
      const command = { kind: 'INTEREST', on: day('2026-08-08'), amount: 1_000 + round, reference: `CT-${round}` } as const;
      const both = await Promise.allSettled(['x', 'y'].map((who) => post.run(bank(), loan, { ...command, requestId: `${who}${round}` })));
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const refused = both.find((one) => one.status === 'rejected') as PromiseRejectedResult;
      expect(refused.reason).toMatchObject({
        code: 'PAYMENT_ALREADY_POSTED',
        message: expect.stringContaining(`CT-${round} đã được bank-12 ghi`),
      });
    }
    expect(await db.sql(`select count(*)::int as n from loan_entry where loan_id = $1 and kind = 'PAYMENT'`, [loan])).toEqual([{ n: 5 }]);
  });

  it.each([
    [`update loan_entry set cash = cash + 1`],
    [`delete from loan_entry`],
    [`truncate loan_entry cascade`],
    [`delete from loan_event`],
    [`update loan_month_event set kind = 'REOPENED'`],
    [`update loan_classification set class = 'FROZEN'`],
  ])('keeps what was written, even from the superuser: %s', async (statement) => {
    await expect(db.sql(statement)).rejects.toThrow(/append-only/);
  });

  it('refuses an entry whose accounts do not sum up, and a balance below zero', async () => {
    const entry = `insert into loan_entry (loan_id, bank_id, kind, effective_on, request_id, principal, cash) values ($1, $2, 'DISBURSEMENT', '2026-09-01', 'bad', 100, -99)`;
    await expect(db.sql(entry, [id('loan', 0), id('org', 'NH-12')])).rejects.toThrow(/loan_entry_balanced/);
    await expect(db.sql(`update loan set principal = -1`)).rejects.toThrow(/check/);
  });

  it('shows commune and agency how a loan stands only with the consent of the borrower, and never an amount', async () => {
    const loan = await lend(13);
    const [commune, caseId] = [tenants.account('commune-12002').actor, id('case', 13)];
    const shown = async () => (await queries.standing(commune, caseId)).standings;
    const before = await shown();
    await handle.run(bank(), loan, { deed: 'CONSENT', requestId: 'yes' });
    expect(await shown()).toHaveLength(before.length + 1);
    expect(await shown()).toContainEqual({ standing: 'OVERDUE', title: 'Quá hạn', owing: true });
    await handle.run(bank(), loan, { deed: 'WITHDRAW_CONSENT', requestId: 'no' });
    expect(await shown()).toEqual(before);
    await expect(queries.standing(commune, id('case', 29))).rejects.toMatchObject({ kind: 'missing' });
    expect((await queries.list(commune, {})).loans).toEqual([]);
  });

  it('extends, freezes and writes off within its limits', async () => {
    const loan = await lend(12);
    const deed = (requestId: string, more: object) =>
      handle.run(bank(), loan, { deed: 'EXTEND', requestId, reason: 'mất mùa', ...more } as never);
    await expect(deed('e1', { months: 19 })).rejects.toMatchObject({ code: 'EXTENSION_TOO_LONG' });
    await deed('e2', { months: 6 });
    // Half the term in all, not each time.
    await expect(deed('e3', { months: 13 })).rejects.toMatchObject({ code: 'EXTENSION_TOO_LONG', details: { most: 18, left: 12 } });
    const pay = (kind: 'SETTLEMENT', amount: number) =>
      post.run(bank(), loan, { kind, on: day('2026-09-17'), amount, reference: 'TT-12', requestId: 'TT-12' });
    const { due } = await queries.get(bank(), loan);
    const all = await pay('SETTLEMENT', 100_000_000 + due.interest! + due.overdueInterest!);
    expect(all.state).toBe('PAID');
    expect(await post.takeBack(bank(), loan, all.entryId, { reason: 'nhầm', requestId: 'back-12' })).toMatchObject({ state: 'EXTENDED' });
    expect((await queries.get(bank(), loan)).instalments.slice(0, 2)).toMatchObject([
      { dueOn: '2026-08-08' },
      { dueOn: '2027-08-08', plannedOn: '2027-02-08' },
    ]);
    await deed('f1', { deed: 'FREEZE', until: '2027-09-17', decisionNo: '12/QĐ' });
    // What is late on its first day stays; everything else, and the last day of the loan, moves a year.
    const days = async () => (await queries.get(bank(), loan)).instalments.map(({ dueOn }) => dueOn);
    const frozen = await queries.get(bank(), loan);
    expect(frozen).toMatchObject({
      state: 'FROZEN',
      standing: 'FROZEN',
      endsOn: '2030-08-01',
      frozen: [{ from: '2026-09-17', to: '2027-09-17' }],
    });
    expect((await days()).slice(0, 3)).toEqual(['2026-08-08', '2028-08-08', '2029-02-08']);
    await deed('u1', { deed: 'UNFREEZE' });
    expect(await queries.get(bank(), loan)).toMatchObject({ state: 'ACTIVE', standing: 'OVERDUE', frozen: [], endsOn: '2029-08-01' });
    expect((await days()).slice(0, 3)).toEqual(['2026-08-08', '2027-08-08', '2028-02-08']);
    await deed('f2', { deed: 'FREEZE', on: day('2026-09-01'), until: '2027-09-01', decisionNo: '12/QĐ' });
    expect((await days()).slice(0, 2)).toEqual(['2026-08-08', '2028-08-08']);
    // Ended after sixteen days: a begun month counts whole.
    await deed('u2', { deed: 'UNFREEZE' });
    expect(await queries.get(bank(), loan)).toMatchObject({ frozen: [{ from: '2026-09-01', to: '2026-09-17' }], endsOn: '2029-09-01' });
    expect((await days()).slice(0, 2)).toEqual(['2026-08-08', '2027-09-08']);
    await deed('f3', { deed: 'FREEZE', until: '2027-09-17', decisionNo: '12/QĐ' });
    await deed('w1', { deed: 'WRITE_OFF', decisionNo: '13/QĐ' });
    expect(await queries.get(bank(), loan)).toMatchObject({ state: 'WRITTEN_OFF', principal: 0 });
  });

  it('asks for a check of how the money was used: who was never looked at first, then by the rule from the last one', async () => {
    const checks = new LoanChecks(db.api);
    const all = (await checks.list(bank(), { limit: 100 })).checks;
    expect(all.every(({ checkedOn }) => checkedOn === null)).toBe(true);
    const loan = id('lent', 13);
    const one = all.find(({ loanId }) => loanId === loan);
    // Thirty days after the money went out on 8 February 2026.
    expect(one).toMatchObject({ dueOn: '2026-03-10', checks: 0 });
    const check = (requestId: string, more: object) =>
      handle.run(bank(), loan, { deed: 'CHECK', checkKind: 'SURPRISE', requestId, ...more } as never);
    await expect(check('c0', { finding: 'PARTLY' })).rejects.toMatchObject({ code: 'FIELD_MISSING' });
    await check('c1', { finding: 'PARTLY', misused: 4_000_000, reason: 'Thu hồi phần dùng sai trong 30 ngày', on: day('2026-09-10') });
    await check('c2', { checkKind: 'PERIODIC', finding: 'AS_PROMISED', on: day('2026-09-01') });
    expect(await check('c2', { checkKind: 'PERIODIC', finding: 'AS_PROMISED', on: day('2026-09-01') })).toMatchObject({
      outcome: 'repeated',
    });
    const after = (await checks.list(bank(), { limit: 100 })).checks;
    expect(after.at(-1)).toMatchObject({
      loanId: loan,
      checkedOn: '2026-09-10',
      checkKind: 'SURPRISE',
      finding: 'PARTLY',
      misused: 4_000_000,
      checks: 2,
      dueOn: '2027-09-10',
    });
    const pages: string[] = [];
    let next: string | undefined;
    do {
      const page = await checks.list(bank(), { limit: 2, ...(next && { after: next }) });
      pages.push(...page.checks.map(({ loanId }) => loanId));
      next = page.next;
    } while (next);
    expect(pages).toEqual(after.map(({ loanId }) => loanId));
    expect((await checks.list(tenants.account('bank-15').actor, { limit: 100 })).checks.map(({ loanId }) => loanId)).not.toContain(loan);
  });

  it('classifies the debt of a 31 December once, and shows late money by its cause in one statement', async () => {
    const debts = new ClassifyDebt(db.api);
    const first = await debts.run(bank(), 2025);
    expect(first.classes).toMatchObject([{ class: 'CURRENT', title: 'Nợ trong hạn' }]);
    expect(first.loans).toHaveLength(first.classes[0]!.loans);
    expect(first.waiting).toBe(0);
    expect((await debts.run(bank(), 2025)).added).toBe(0);
    // A loan without its class of that day is seen to be missing, and is added the next time.
    const [loose] = await db.sql<{ id: string }>(
      `insert into loan (id, bank_id, province_code, product, state, rule_date, principal) values (gen_random_uuid(), $1, '12', 'OVERSEAS_COST', 'ACTIVE', '2025-01-01', 5000) returning id`,
      [id('org', 'NH-12')],
    );
    await db.sql(
      `insert into loan_entry (loan_id, bank_id, kind, effective_on, request_id, principal, opening) values ($1, $2, 'OPENING', '2025-12-31', 'o', 5000, -5000)`,
      [loose!.id, id('org', 'NH-12')],
    );
    expect((await debts.get(bank(), 2025)).waiting).toBe(1);
    expect(await debts.run(bank(), 2025)).toMatchObject({ added: 1, waiting: 0 });
    await expect(debts.run(bank(), 2026)).rejects.toMatchObject({ code: 'YEAR_NOT_OVER' });
    const overview = await queries.overdue(tenants.account('leader-12').actor);
    expect(overview.causes.reduce((sum, one) => sum + one.overduePrincipal, 0)).toBe(overview.total.overduePrincipal);
    expect(overview.causes.reduce((sum, one) => sum + one.loans, 0)).toBe(overview.total.loans);
    expect(overview.total.overdueLoans).toBeGreaterThan(0);
    const { loans } = await queries.list(bank(), { overdue: true, limit: 100 });
    expect(loans.reduce((sum, one) => sum + one.overduePrincipal, 0)).toBe(overview.total.overduePrincipal);
    expect(loans).toHaveLength(overview.total.overdueLoans);
  });
});
