import { createHash } from 'node:crypto';
import { CorrectEvent, RecordMilestone } from '@app/casework';
import { localDate, newId } from '@app/kernel';
import { CloseMonth, HandleLoan, PostToLoan, ResolveLines, TakeStatement } from '@app/loans';
import { SeedPolicies } from '@app/policy';
import type { StatementFile } from '../../../libs/loans/src/domain/statement';
import { MonthRows } from '../../../libs/loans/src/persistence/month-rows';
import { insertTenants, type Tenants } from '../../support/tenants';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

type Line = StatementFile['lines'][number];
type Loan = StatementFile['loans'][number];
const day = localDate;
const SEPTEMBER = day('2026-09-01');

/** A month whose statement matches closes; then nothing moves in it, whoever tries, until it is opened again with a reason. */
describe('a closed month', () => {
  let db: TestDatabase;
  let tenants: Tenants;
  let months: CloseMonth;
  let take: TakeStatement;
  let resolve: ResolveLines;
  let post: PostToLoan;
  let handle: HandleLoan;
  let loanId: string;
  let batch: string;
  let requests = 0;
  const bank = () => tenants.account('bank-12').actor;
  const requestId = () => `r${++requests}`;

  const loanOf = (loanNo: string, more: Partial<Loan> = {}): Loan => ({
    sheet: 'Du no',
    row: 5,
    loanNo,
    name: 'LÒ VĂN A',
    number: null,
    oldNumber: null,
    place: null,
    group: null,
    approved: 100_000_000n,
    disbursed: 100_000_000n,
    ratePpm: 83_820,
    overdueRatePpm: 108_966,
    firstOn: day('2026-03-10'),
    termMonths: 36,
    everyMonths: 6,
    instalment: null,
    interestPaidTo: day('2026-08-31'),
    opening: 100_000_000n,
    closing: 83_333_000n,
    ...more,
  });
  const lineOf = (row: number, on: string, amount: bigint, more: Partial<Line> = {}): Line => ({
    sheet: 'Sao ke',
    row,
    on: day(on),
    reference: `CM${row}`,
    loanNo: 'CM-1',
    kind: 'INTEREST',
    amount,
    balanceAfter: null,
    name: null,
    number: null,
    reverses: null,
    words: null,
    unreadable: null,
    ...more,
  });
  async function send(loans: Loan[], lines: Line[], from: string, to: string) {
    const batchId = newId();
    const sha256 = createHash('sha256').update(batchId).digest();
    const file = { batchId, sha256, fileName: 'sao-ke.xlsx', from: day(from), to: day(to), printed: { out: null, in: null }, loans, lines };
    return { batchId, taken: await db.api.run(bank(), (tx) => take.apply(tx, file), { requestId: batchId }) };
  }
  const act = (what: 'CLOSE' | 'REOPEN', reason?: string) =>
    months.run(bank(), { month: SEPTEMBER, act: what, requestId: requestId(), ...(reason && { reason }) });

  beforeAll(async () => {
    db = await createTestDatabase({ today: '2026-11-05' });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    const milestones = new RecordMilestone(db.api);
    months = new CloseMonth(db.api);
    take = new TakeStatement(db.seal, milestones, new CorrectEvent(db.api));
    resolve = new ResolveLines(db.api, new CorrectEvent(db.api));
    post = new PostToLoan(db.api, milestones, new CorrectEvent(db.api));
    handle = new HandleLoan(db.api, milestones);
    await db.sql(`update bank_statement set reversed_at = now()`);
    await db.sql(`update bank_line set state = 'left'`);
  });
  afterAll(() => db.close());

  it('closes when its statement matches, what was paid in advance used for the instalment of the month', async () => {
    // Paid on 5 September: interest of five days (114,822) and the instalment of the tenth ahead of its day.
    const file = await send(
      [loanOf('CM-1')],
      [lineOf(7, '2026-09-05', 114_822n), lineOf(8, '2026-09-05', 16_667_000n, { kind: 'REPAYMENT', name: 'LÒ VĂN A' })],
      '2026-09-01',
      '2026-09-30',
    );
    batch = file.batchId;
    const open = await resolve.list(bank(), {});
    loanId = (await db.sql<{ id: string }>(`select id from loan where loan_no = 'CM-1'`))[0]!.id;
    // The same loan by its number and by its borrower's name is offered once.
    expect(open.lines.map(({ suggestions }) => suggestions.map((one) => [one.loanId, one.by]))).toContainEqual([[loanId, 'LOAN']]);
    for (const { id } of open.lines) await resolve.run(bank(), id, { act: 'POST', loanId, requestId: requestId() });
    expect(await db.sql(`select principal, advance from loan where id = $1`, [loanId])).toEqual([
      { principal: 100_000_000, advance: 16_667_000 },
    ]);
    expect((await act('CLOSE')).find(({ month }) => month === SEPTEMBER)).toMatchObject({ state: 'closed', differences: 0, statements: 1 });
    expect(await db.sql(`select principal, advance from loan where id = $1`, [loanId])).toEqual([{ principal: 83_333_000, advance: 0 }]);
    await expect(act('CLOSE')).rejects.toMatchObject({ code: 'MONTH_CLOSED' });
  });

  const tries: [string, () => Promise<unknown>][] = [
    [
      'a payment typed in',
      () => post.run(bank(), loanId, { kind: 'INTEREST', on: day('2026-09-29'), amount: 1_000, reference: 'TL-9', requestId: requestId() }),
    ],
    [
      'a line taken back',
      async () => {
        const [entry] = await db.sql<{ id: number }>(
          `select id from loan_entry where loan_id = $1 and kind = 'PAYMENT' order by id limit 1`,
          [loanId],
        );
        return post.takeBack(bank(), loanId, entry!.id, { reason: 'nhầm', requestId: requestId() });
      },
    ],
    [
      'a write-off',
      () =>
        handle.run(bank(), loanId, { deed: 'WRITE_OFF', on: day('2026-09-30'), reason: 'x', decisionNo: '1/QĐ', requestId: requestId() }),
    ],
    ['the statement taken back', () => resolve.takeBack(bank(), batch, { reason: 'nhầm', requestId: requestId() })],
  ];
  it.each(tries)('refuses %s', async (_, attempt) => {
    await expect(attempt()).rejects.toMatchObject({ code: 'MONTH_CLOSED' });
  });

  it('lets the lines of a file that reaches into it wait, and posts the others', async () => {
    const { taken } = await send([], [lineOf(17, '2026-09-30', 478_000n), lineOf(18, '2026-10-02', 516_666n)], '2026-09-15', '2026-10-15');
    expect(taken.rows.map(({ verdict, code }) => [verdict, code])).toEqual([
      ['ask', 'MONTH_CLOSED'],
      ['create', null],
    ]);
    const [waiting] = (await resolve.list(bank(), {})).lines;
    await expect(resolve.run(bank(), waiting!.id, { act: 'POST', loanId, requestId: requestId() })).rejects.toMatchObject({
      code: 'MONTH_CLOSED',
    });
  });

  it('makes a posting wait for a closing that has begun, and then refuses it', async () => {
    const money = { kind: 'INTEREST', on: day('2026-10-20'), amount: 1_000, reference: 'TL-10', requestId: requestId() } as const;
    let posting: Promise<unknown> | undefined;
    await db.api.run(bank(), async (tx) => {
      await MonthRows.queue(tx, bank().organisationId!);
      posting = post.run(bank(), loanId, money).catch((error: unknown) => error);
      const waits = () => db.sql(`select 1 from pg_locks where locktype = 'advisory' and not granted`);
      for (let tries = 0; tries < 100 && (await waits()).length === 0; tries++) await new Promise((next) => setTimeout(next, 20));
      const closing = {
        province: '12',
        month: day('2026-10-01'),
        kind: 'CLOSED',
        reason: null,
        totals: {},
        requestId: requestId(),
      } as const;
      await MonthRows.record(tx, { bankId: bank().organisationId!, ...closing });
    });
    expect(await posting).toMatchObject({ code: 'MONTH_CLOSED' });
    await months.run(bank(), { month: day('2026-10-01'), act: 'REOPEN', reason: 'thử', requestId: requestId() });
    expect(await post.run(bank(), loanId, money)).toMatchObject({ outcome: 'posted' });
  });

  it('is opened with a reason only', async () => {
    await expect(act('REOPEN')).rejects.toMatchObject({ code: 'REASON_MISSING' });
    const reopened = await act('REOPEN', 'bổ sung chứng từ');
    expect(reopened.find(({ month }) => month === SEPTEMBER)).toMatchObject({
      state: 'open',
      trail: [{ kind: 'CLOSED' }, { kind: 'REOPENED' }],
    });
  });

  it('moves again once it is opened, the use of the advance taken back with the money it used', async () => {
    expect(await resolve.takeBack(bank(), batch, { reason: 'nhầm', requestId: requestId() })).toMatchObject({ batchId: batch });
    expect(await db.sql(`select principal, advance from loan where id = $1`, [loanId])).toEqual([{ principal: 100_000_000, advance: 0 }]);
  });

  it('counts what was taken back with what it took back: money out is never money in', async () => {
    const { id: entered } = (await db.sql<{ id: string }>(`select id from loan where loan_no = 'CM-1'`))[0]!;
    let last: number | null = null;
    for (const [kind, cash, account] of [
      ['DISBURSEMENT', -7, 'principal'],
      ['REVERSAL', 7, 'principal'],
      ['PAYMENT', 5, 'interest'],
      ['REVERSAL', -5, 'interest'],
      ['REVERSAL', 5, 'interest'],
    ] as const) {
      const [row]: { id: number }[] = await db.sql(
        `insert into loan_entry (loan_id, bank_id, kind, effective_on, request_id, cash, ${account}, reverses_id)
         select id, bank_id, $2, '2026-02-10', $3, $4::bigint, -$4::bigint, $5 from loan where id = $1 returning id`,
        [entered, kind, requestId(), cash, kind === 'REVERSAL' ? last : null],
      );
      last = row!.id;
    }
    expect(await months.check(bank(), day('2026-02-01'))).toMatchObject({ lent: 0, received: 5 });
  });
});
