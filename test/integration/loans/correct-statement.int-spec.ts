import { createHash } from 'node:crypto';
import { CorrectEvent, RecordMilestone } from '@app/casework';
import { localDate, newId } from '@app/kernel';
import { PostToLoan, ResolveLines, TakeStatement } from '@app/loans';
import { SeedPolicies } from '@app/policy';
import type { StatementFile } from '../../../libs/loans/src/domain/statement';
import { id, insertTenants, type Tenants } from '../../support/tenants';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

type Line = StatementFile['lines'][number];
type Loan = StatementFile['loans'][number];
const day = (text: string) => localDate(text);

/** Files that came wrong, came twice or came in other bytes: no đồng twice, none lost. */
describe('a statement taken back and sent again', () => {
  let db: TestDatabase;
  let tenants: Tenants;
  let take: TakeStatement;
  let resolve: ResolveLines;
  let post: PostToLoan;
  let files = 0;
  const bank = () => tenants.account('bank-12').actor;

  beforeAll(async () => {
    db = await createTestDatabase({ today: '2026-11-05' });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    const milestones = new RecordMilestone(db.api);
    take = new TakeStatement(db.seal, milestones, new CorrectEvent(db.api));
    resolve = new ResolveLines(db.api, new CorrectEvent(db.api));
    post = new PostToLoan(db.api, milestones, new CorrectEvent(db.api));
  });
  afterAll(() => db.close());

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
    firstOn: day('2026-06-08'),
    termMonths: 36,
    everyMonths: 6,
    instalment: null,
    interestPaidTo: day('2026-08-31'),
    opening: 100_000_000n,
    closing: null,
    ...more,
  });
  const lineOf = (
    row: number,
    on: string,
    reference: string | null,
    loanNo: string | null,
    amount: bigint,
    more: Partial<Line> = {},
  ): Line => ({
    sheet: 'Sao ke',
    row,
    on: day(on),
    reference,
    loanNo,
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
  async function send(loans: Loan[], lines: Line[], from = '2026-09-01', to = '2026-09-30') {
    const batchId = newId();
    const file: StatementFile = {
      batchId,
      sha256: createHash('sha256').update(`${++files}`).digest(),
      fileName: `sao-ke-${files}.xlsx`,
      from: day(from),
      to: day(to),
      printed: { out: null, in: null },
      loans,
      lines,
    };
    const taken = await db.api.run(bank(), (tx) => take.apply(tx, file), { requestId: batchId });
    const verdict = (row: number) => taken.rows.find((one) => one.row === row && one.sheet === 'Sao ke')!.verdict;
    return { batchId, taken, verdict };
  }
  const stands = async (loanNo: string) =>
    (
      await db.sql<{ principal: number; ledger: number; received: number }>(
        `select l.principal, coalesce(sum(e.principal + e.overdue_principal), 0)::bigint as ledger, coalesce(sum(e.cash), 0)::bigint as received
           from loan l left join loan_entry e on e.loan_id = l.id where l.loan_no = $1 group by l.id`,
        [loanNo],
      )
    )[0]!;
  const idOf = async (loanNo: string) => (await db.sql<{ id: string }>(`select id from loan where loan_no = $1`, [loanNo]))[0]!.id;
  const openLine = async (reference: string | null, batchId: string) =>
    (
      await db.sql<{ id: number }>(
        `select id from bank_line where reference is not distinct from $1 and batch_id = $2 and state = 'open'`,
        [reference, batchId],
      )
    )[0]!.id;
  let requests = 0;
  const settle = async (reference: string | null, batchId: string, loanNo: string) =>
    resolve.run(bank(), await openLine(reference, batchId), { act: 'POST', loanId: await idOf(loanNo), requestId: `s${++requests}` });
  const back = (batchId: string) => resolve.takeBack(bank(), batchId, { reason: 'tệp sai', requestId: `b${++requests}` });

  // 100,000,000 × 8.382 % × 8 days.
  const EIGHT_DAYS = 183_715n;

  it('brings a line settled by hand back with the corrected file, after the statement or the entry alone was taken back', async () => {
    const first = await send([loanOf('A1')], [lineOf(7, '2026-09-08', 'BKA1', null, EIGHT_DAYS)]);
    expect(first.verdict(7)).toBe('ask');
    await settle('BKA1', first.batchId, 'A1');
    await back(first.batchId);
    expect(await stands('A1')).toMatchObject({ received: 0 });
    const second = await send([loanOf('A1')], [lineOf(7, '2026-09-08', 'BKA1', 'A1', EIGHT_DAYS)]);
    expect(second.verdict(7)).toBe('create');
    const third = await send([], [lineOf(7, '2026-09-09', 'BKA2', null, 22_964n)]);
    const { entryId } = await settle('BKA2', third.batchId, 'A1');
    await post.takeBack(bank(), await idOf('A1'), entryId!, { reason: 'nhầm món', requestId: 'single' });
    const fourth = await send([], [lineOf(7, '2026-09-09', 'BKA2', 'A1', 22_964n)]);
    expect(fourth.verdict(7)).toBe('create');
    expect(await stands('A1')).toMatchObject({ received: Number(EIGHT_DAYS) + 22_964 });
  });

  it('mends an opening balance: the loan comes in again as the corrected list says', async () => {
    const wrong = await send([loanOf('B1', { opening: 83_333_000n })], [lineOf(7, '2026-09-08', 'BKB1', 'B1', 153_095n)]);
    expect(wrong.verdict(7)).toBe('create');
    await back(wrong.batchId);
    expect(await stands('B1')).toEqual({ principal: 0, ledger: 0, received: 0 });
    const right = await send([loanOf('B1', { termMonths: 24 })], [lineOf(7, '2026-09-08', 'BKB1', 'B1', EIGHT_DAYS)]);
    expect([right.verdict(7), right.taken.rows[0]!.verdict]).toEqual(['create', 'create']);
    expect(await stands('B1')).toEqual({ principal: 100_000_000, ledger: 100_000_000, received: Number(EIGHT_DAYS) });
    expect(
      await db.sql(
        `select count(*)::int as n, sum(i.principal)::bigint as sum from loan_instalment i join loan l on l.id = i.loan_id where l.loan_no = 'B1'`,
      ),
    ).toEqual([{ n: 4, sum: 100_000_000 }]);
  });

  it('takes the reversals of a statement back too, and reverses again with the corrected one', async () => {
    await send([loanOf('C1')], [lineOf(7, '2026-09-08', 'BKC1', 'C1', EIGHT_DAYS)]);
    const reversal = (reference: string) =>
      send([], [lineOf(7, '2026-10-02', reference, 'C1', -EIGHT_DAYS, { kind: 'REVERSAL', reverses: 'BKC1' })], '2026-10-01', '2026-10-31');
    const one = await reversal('BKC2');
    expect([one.verdict(7), (await stands('C1')).received]).toEqual(['create', 0]);
    await back(one.batchId);
    expect((await stands('C1')).received).toBe(Number(EIGHT_DAYS));
    const two = await reversal('BKC2');
    expect([two.verdict(7), (await stands('C1')).received]).toEqual(['create', 0]);
    await send([], [lineOf(8, '2026-10-03', 'BKC1', 'C1', 757_825n)], '2026-10-01', '2026-10-31');
    await expect(back(two.batchId)).rejects.toMatchObject({ code: 'PAYMENT_ALREADY_POSTED' });
  });

  it('knows a line settled by hand in a file exported again, and never posts a voucher twice', async () => {
    const exported = () => send([loanOf('D1')], [lineOf(7, '2026-09-08', 'BKD1', null, EIGHT_DAYS)]);
    const first = await exported();
    await settle('BKD1', first.batchId, 'D1');
    expect((await exported()).verdict(7)).toBe('duplicate');
    const clash = await send([], [lineOf(7, '2026-09-09', 'BKD2', 'X9', 22_964n)]);
    await post.run(bank(), await idOf('D1'), {
      kind: 'INTEREST',
      on: day('2026-09-09'),
      amount: 22_964,
      reference: 'BKD2',
      requestId: 'hand',
    });
    await expect(settle('BKD2', clash.batchId, 'D1')).rejects.toMatchObject({ code: 'PAYMENT_ALREADY_POSTED' });
    const other = await send([], [lineOf(7, '2026-09-10', 'BKD2', 'D1', 1_000n)]);
    expect(other.verdict(7)).toBe('ask');
    await settle('BKD2', other.batchId, 'D1');
    expect(await stands('D1')).toMatchObject({ received: Number(EIGHT_DAYS) + 22_964 + 1_000 });
  });

  it('lets the copy that a second file brought wait for a person once the first file is taken back', async () => {
    const first = await send([loanOf('F1')], [lineOf(7, '2026-09-08', 'BKF1', 'F1', EIGHT_DAYS)]);
    const second = await send([], [lineOf(7, '2026-09-08', 'BKF1', 'F1', EIGHT_DAYS), lineOf(8, '2026-09-09', 'BKF2', 'F1', 22_964n)]);
    expect([second.verdict(7), second.verdict(8)]).toEqual(['duplicate', 'create']);
    await back(first.batchId);
    expect(await stands('F1')).toMatchObject({ received: 22_964 });
    expect(await openLine('BKF1', second.batchId)).toEqual(expect.any(Number));
  });

  it('leaves a payment the bank itself took back alone when both lines come again', async () => {
    const both = () =>
      send(
        [loanOf('G1')],
        [
          lineOf(7, '2026-09-08', 'BKG1', 'G1', EIGHT_DAYS),
          lineOf(8, '2026-09-10', 'BKG2', 'G1', -EIGHT_DAYS, { kind: 'REVERSAL', reverses: 'BKG1' }),
        ],
      );
    expect((await both()).verdict(8)).toBe('create');
    const again = await both();
    expect([again.verdict(7), again.verdict(8)]).toEqual(['duplicate', 'duplicate']);
    expect(await stands('G1')).toMatchObject({ received: 0 });
  });

  it('lets the case forget a disbursement that a later file takes back, and takes the right one of the same file', async () => {
    await db.sql(`update loan set state = 'CANCELLED' where case_id = $1`, [id('case', 16)]);
    await send([loanOf('H1', { approved: 60_000_000n, disbursed: 0n, opening: 0n })], []);
    await db.sql(`update loan set case_id = $1 where loan_no = 'H1'`, [id('case', 16)]);
    const told = () =>
      db.sql<{ kind: string; on: string }>(
        `select kind, effective_on as on from case_event e where case_id = $1 and kind in ('LOAN_DISBURSED', 'LOAN_SETTLED')
           and not exists (select from case_event k where k.corrects_id = e.id) order by id`,
        [id('case', 16)],
      );
    const out = (row: number, on: string, reference: string) => lineOf(row, on, reference, 'H1', 60_000_000n, { kind: 'DISBURSEMENT' });
    const undone = (row: number, on: string, reference: string, reverses: string) =>
      lineOf(row, on, reference, 'H1', -60_000_000n, { kind: 'REVERSAL', reverses });
    await send([], [out(7, '2026-09-08', 'BKH1')]);
    expect(await told()).toEqual([{ kind: 'LOAN_DISBURSED', on: '2026-09-08' }]);
    expect((await send([], [undone(7, '2026-09-10', 'BKH2', 'BKH1')])).verdict(7)).toBe('create');
    expect(await told()).toEqual([]);
    const right = await send([], [out(7, '2026-09-11', 'BKH3'), undone(8, '2026-09-12', 'BKH4', 'BKH3'), out(9, '2026-09-13', 'BKH5')]);
    expect([7, 8, 9].map(right.verdict)).toEqual(['create', 'create', 'create']);
    expect(await told()).toEqual([{ kind: 'LOAN_DISBURSED', on: '2026-09-13' }]);
  });

  it('lets a line without a voucher number wait when one like it came before', async () => {
    const bare = () => send([loanOf('E1')], [lineOf(7, '2026-09-08', null, 'E1', EIGHT_DAYS)]);
    expect((await bare()).verdict(7)).toBe('create');
    const again = await bare();
    expect(again.verdict(7)).toBe('ask');
    expect(again.taken.rows.at(-1)).toMatchObject({ code: 'MAYBE_POSTED' });
    expect(await stands('E1')).toMatchObject({ received: Number(EIGHT_DAYS) });
    const unknown = () => send([], [lineOf(7, '2026-09-11', null, null, 22_964n)]);
    const first = await unknown();
    await settle(null, first.batchId, 'E1');
    expect((await unknown()).taken.rows.at(-1)).toMatchObject({ verdict: 'ask', code: 'MAYBE_POSTED' });
  });
});
