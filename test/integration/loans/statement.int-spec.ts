import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportReport } from '@app/imports';
import { type Actor, localDate } from '@app/kernel';
import { CloseMonth } from '@app/loans';
import { createImportFixture, hasShared, type ImportFixture, SHARED } from '../imports/import-fixture';

interface TruthRow {
  sheet: string;
  row: number;
  verdict: string;
  reasons?: string[];
  warnings?: string[];
  alsoAccept?: string[];
  outcome?: string;
  matchedBy?: string;
  expectedAmount?: number;
  split?: Record<string, number>;
  stillDue?: number;
  difference?: number;
  values: Record<string, unknown>;
  personIdNumber?: string;
}

interface Truth {
  rows: TruthRow[];
  notices: string[];
  totals: { posted: { lines: number; out: number; in: number } };
  facts: { because: { loanNo: string; difference: number }[] };
}

const FILE = 'nhchcsxh-giai-ngan-thu-no';
const ready = hasShared('bank statement against its truth', `data/registers/${FILE}.xlsx`);

describe('the statement of a bank office against its truth', () => {
  let fixture: ImportFixture;
  let bank: Actor;
  let truth: Truth;
  let report: ImportReport;
  const file = { kind: 'bank', fileName: `${FILE}.xlsx`, bytes: Buffer.alloc(0) };

  beforeAll(async () => {
    if (!ready) return;
    fixture = await createImportFixture('2026-11-22');
    truth = JSON.parse(readFileSync(join(SHARED, `data/registers/${FILE}.truth.json`), 'utf8')) as Truth;
    file.bytes = readFileSync(join(SHARED, `data/registers/${FILE}.xlsx`));
    const centre = await fixture.actor('centre-12');
    for (const name of ['so-theo-doi-tam-duong-2024', 'danh-sach-xkld-phong-tho'])
      await fixture.importFile.run(centre, {
        kind: 'register',
        fileName: `${name}.xlsx`,
        bytes: readFileSync(join(SHARED, `data/registers/${name}.xlsx`)),
        answers: { ID_LEADING_ZERO_LOST: 'yes' },
      });
    bank = await fixture.actor('bank-12');
    const both = await Promise.all([fixture.importFile.run(bank, file), fixture.importFile.run(bank, file)]);
    report = both.find(({ created }) => created > 0)!;
    expect(both.filter(({ created }) => created > 0)).toHaveLength(1);
  });
  afterAll(async () => fixture?.close());

  const counts = () =>
    fixture.db.sql<Record<'entries' | 'lines' | 'loans' | 'principal', number>>(
      `select (select count(*) from loan_entry)::int as entries, (select count(*) from bank_line)::int as lines, (select count(*) from loan)::int as loans, (select sum(principal) from loan)::bigint as principal`,
    );

  it('gives every row its verdict, reason and warning', () => {
    if (!ready) return;
    const faults: string[] = [];
    for (const row of truth.rows) {
      const result = report.results.find((one) => one.row === row.row && one.sheet === row.sheet);
      const told = `${row.sheet} ${row.row}`;
      if (!result) faults.push(`${told}: no result`);
      else {
        const also = row.alsoAccept?.includes(result.verdict) ?? false;
        if (result.verdict !== row.verdict && !also)
          faults.push(`${told}: ${result.verdict} ${result.code} in place of ${row.verdict} ${row.reasons ?? ''}`);
        if (row.reasons && !row.reasons.includes(result.code ?? ''))
          faults.push(`${told}: reason ${result.code} in place of ${row.reasons}`);
        for (const warning of row.warnings ?? [])
          if (!result.warnings.some(({ code }) => code === warning)) faults.push(`${told}: no warning ${warning}`);
        if (['refuse', 'ask', 'duplicate'].includes(result.verdict) && !result.message?.includes(`Dòng ${row.row}`))
          faults.push(`${told}: message names no row`);
      }
    }
    console.info(`${FILE}: ${truth.rows.length} rows tried, ${faults.length} failed`);
    expect(faults).toEqual([]);
    expect(report.results).toHaveLength(truth.rows.length);
    expect(truth.notices.filter((code) => !report.notices.some((notice) => notice.code === code))).toEqual([]);
  });

  it('reconciles every movement to the đồng: outcome, expected amount, split, what stays due', () => {
    if (!ready) return;
    const faults: string[] = [];
    for (const row of truth.rows.filter(({ outcome }) => outcome)) {
      const carried = report.results.find((one) => one.row === row.row && one.sheet === row.sheet)?.carried as Record<string, unknown>;
      const split = Object.fromEntries(
        Object.entries((carried.split ?? {}) as Record<string, string>).map(([bucket, amount]) => [bucket, Number(amount)]),
      );
      const principal = (split.duePrincipal ?? 0) + (split.futurePrincipal ?? 0);
      const own = {
        outcome: carried.outcome,
        matchedBy: carried.matchedBy ?? undefined,
        stillDue: carried.stillDue && Number(carried.stillDue),
        split: {
          ...(split.overduePrincipal && { overduePrincipal: split.overduePrincipal }),
          ...(split.overdueInterest && { overdueInterest: split.overdueInterest }),
          ...(split.interest && { interest: split.interest }),
          ...(principal && { principal }),
          ...(split.advance && { advance: split.advance }),
        },
        expected: carried.expected && Number(carried.expected),
        difference: carried.difference && Number(carried.difference),
      };
      const differs = (name: string, is: unknown, must: unknown) =>
        JSON.stringify(is) !== JSON.stringify(must) &&
        faults.push(`row ${row.row} ${name}: ${JSON.stringify(is)} in place of ${JSON.stringify(must)}`);
      differs('outcome', own.outcome, row.outcome);
      differs('matchedBy', own.matchedBy, row.matchedBy);
      if (row.verdict === 'create' && row.split) differs('split', own.split, row.split);
      if (row.stillDue) differs('stillDue', own.stillDue, row.stillDue);
      if (row.difference && row.outcome === 'DIFF') differs('difference', own.difference, row.difference);
      if (row.expectedAmount && row.verdict !== 'duplicate') differs('expected', own.expected, row.expectedAmount);
    }
    expect(faults).toEqual([]);
  });

  it('stores the loans as the list says, tied to the people of the registers', async () => {
    if (!ready) return;
    const stored = await fixture.db.sql<Record<string, unknown>>(
      `select l.loan_no, l.approved, l.disbursed_before, l.rate_ppm, l.overdue_rate_ppm, l.first_disbursed_on, l.term_months, l.every_months, l.case_id, c.bank_id, w.full_name,
          (select principal from loan_entry e where e.loan_id = l.id and e.kind = 'OPENING') as opening from loan l left join case_file c on c.id = l.case_id left join worker w on w.id = c.worker_id`,
    );
    const faults = truth.rows
      .filter(({ sheet }) => sheet === 'Du no')
      .flatMap(({ row, values: v, verdict }) => {
        const own = stored.find(({ loan_no }) => loan_no === v.loanNo);
        const pairs = own && [
          [own.approved, v.approved],
          [own.disbursed_before, v.disbursed],
          [own.rate_ppm, v.ratePpm],
          [own.overdue_rate_ppm, v.overdueRatePpm],
          [own.first_disbursed_on, v.firstDisbursement],
          [own.term_months, v.termMonths],
          [own.every_months, v.principalEveryMonths],
          [own.opening, v.opening],
          [verdict === 'ask' ? null : own.full_name, verdict === 'ask' ? own.full_name : v.fullName],
        ];
        return !pairs || pairs.some(([is, must]) => is !== must) ? [`row ${row}: ${JSON.stringify(pairs)}`] : [];
      });
    expect(faults).toEqual([]);
  });

  it('posts what the truth posts, and nothing when the file comes again', async () => {
    if (!ready) return;
    const { posted } = truth.totals;
    const sums = await fixture.db.sql(
      `select count(*)::int as lines, sum(case when kind = 'DISBURSEMENT' then -cash else 0 end)::bigint as out, sum(case when kind <> 'DISBURSEMENT' then cash else 0 end)::bigint as in
         from loan_entry where kind <> 'OPENING'`,
    );
    expect(sums).toEqual([posted]);
    const before = await counts();
    const again = await fixture.importFile.run(bank, file);
    expect([again.created, again.updated, again.ask, again.unchanged]).toEqual([0, 0, 0, truth.rows.length]);
    // Exported once more: the same lines in other bytes (a comment of the archive).
    const bytes = Buffer.concat([file.bytes, Buffer.from('x')]);
    expect(bytes.readUInt16LE(file.bytes.length - 2)).toBe(0);
    bytes.writeUInt16LE(1, file.bytes.length - 2);
    const waiting = async () =>
      (await fixture.db.sql<{ n: number }>(`select count(*)::int as n from bank_line where state = 'open'`))[0]!.n;
    const open = await waiting();
    const exported = await fixture.importFile.run(bank, { ...file, bytes, fileName: 'khac.xlsx' });
    expect(exported.created).toBe(0);
    expect({ ...(await counts())[0]!, lines: before[0]!.lines }).toEqual(before[0]);
    expect(await waiting()).toBe(open);
    await fixture.db.sql(`update bank_statement set reversed_at = now() where file_name = 'khac.xlsx'`);
    const wrong = await fixture.db.sql(
      `select l.loan_no from loan l where l.principal <> (select sum(e.principal + e.overdue_principal) from loan_entry e where e.loan_id = l.id) or l.principal < 0`,
    );
    expect(wrong).toEqual([]);
  });

  it('does not let the month be closed, and says which loan is in the way', async () => {
    if (!ready) return;
    const months = new CloseMonth(fixture.db.api);
    const month = localDate('2026-09-01');
    const check = await months.check(bank, month);
    expect(check.openLines).toBe(truth.rows.filter(({ sheet, verdict }) => verdict === 'ask' && sheet !== 'Du no').length);
    const [because] = truth.facts.because;
    expect(check.differences.find(({ loanNo }) => loanNo === because!.loanNo)).toMatchObject({});
    const differing = check.differences.map(({ loanNo, printed, computed }) => [loanNo, printed - computed]);
    expect(differing).toContainEqual([because!.loanNo, because!.difference]);
    await expect(months.run(bank, { month, act: 'CLOSE', requestId: 'close-1' })).rejects.toMatchObject({ code: 'MONTH_NOT_RECONCILED' });
  });
});
