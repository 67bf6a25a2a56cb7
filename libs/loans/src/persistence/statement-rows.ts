import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { STANDS } from './entry-rows';

export interface NewStatement {
  readonly batchId: string;
  readonly bankId: string;
  readonly province: string;
  readonly month: LocalDate;
  readonly sha256: Buffer;
  readonly fileName: string;
  readonly printedOut: bigint | null;
  readonly printedIn: bigint | null;
  readonly linesOut: bigint;
  readonly linesIn: bigint;
}

export interface NewLine {
  readonly sheet: string;
  readonly row: number;
  readonly on: LocalDate | null;
  readonly reference: string | null;
  readonly loanNo: string | null;
  readonly kind: string;
  readonly amount: bigint;
  readonly balanceAfter: bigint | null;
  readonly outcome: string;
  readonly code: string | null;
  readonly matchedBy: string | null;
  readonly loanId: string | null;
  readonly entryId: number | null;
  readonly expected: bigint | null;
  readonly stillDue: bigint | null;
  readonly difference: bigint | null;
  readonly name: string | null;
  readonly numberIndex: string | null;
  readonly words: string | null;
  readonly state: 'posted' | 'open' | 'left';
}

export interface NewBookLoan {
  readonly id: string;
  readonly loanNo: string;
  readonly caseId: string | null;
  readonly name: string | null;
  readonly place: string | null;
  readonly group: string | null;
  readonly numberCipher: string | null;
  readonly numberIndex: string | null;
  readonly approved: bigint;
  readonly disbursedBefore: bigint;
  readonly ratePpm: number;
  readonly overdueRatePpm: number;
  readonly firstOn: LocalDate;
  readonly termMonths: number;
  readonly everyMonths: number;
  readonly endsOn: LocalDate;
  readonly state: string;
}

const json = (value: unknown) => JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? one.toString() : one));

/** Statements of a bank office as they came in. */
export const StatementRows = {
  async known(tx: Tx, bankId: string, sha256: Buffer): Promise<boolean> {
    return (
      (await tx.query(`select 1 from bank_statement where bank_id = $1 and sha256 = $2 and reversed_at is null`, [bankId, sha256])).length >
      0
    );
  },

  /** Ties people the bank names by their number to it; answers the case of each number that belongs to somebody of its province. */
  async linkBorrowers(tx: Tx, indexes: readonly Buffer[]): Promise<Map<string, string>> {
    if (indexes.length === 0) return new Map();
    const rows = await tx.query<{ number: Buffer; case_id: string }>(
      `select number_index as number, case_id from link_borrowers($1::bytea[])`,
      [indexes],
    );
    return new Map(rows.map(({ number, case_id }) => [number.toString('hex'), case_id]));
  },

  /** New loans, and those whose opening balance was taken back: they come in as the list says now. */
  async insertLoans(
    tx: Tx,
    loans: readonly NewBookLoan[],
    {
      bankId,
      province,
      batchId,
      arithmetic,
      allocation,
    }: { bankId: string; province: string; batchId: string; arithmetic: unknown; allocation: unknown },
  ): Promise<void> {
    await tx.execute(
      `insert into loan (id, bank_id, province_code, case_id, loan_no, product, state, rule_date, approved, rate_ppm, overdue_rate_ppm, term_months, every_months, ends_on,
          first_disbursed_on, disbursed_before, disbursed, credit_group, borrower_name, borrower_place, borrower_number_cipher, borrower_number_index, opened_batch_id, basis_days,
          rounding_unit, allocation, decided_on)
       select l.id, $2, $3, l."caseId", l."loanNo", 'OVERSEAS_COST', l.state, l."firstOn", l.approved, l."ratePpm", l."overdueRatePpm", l."termMonths", l."everyMonths", l."endsOn",
          l."firstOn", l."disbursedBefore", l."disbursedBefore", l."group", l.name, l.place, decode(l."numberCipher", 'hex'), decode(l."numberIndex", 'hex'), $4,
          ($5::jsonb->>'basisDays')::int, ($5::jsonb->>'roundingUnit')::int, $6::jsonb, l."firstOn"
         from jsonb_to_recordset($1::jsonb) l(id uuid, "loanNo" text, "caseId" uuid, name text, place text, "group" text, "numberCipher" text, "numberIndex" text, approved bigint,
           "disbursedBefore" bigint, "ratePpm" int, "overdueRatePpm" int, "firstOn" date, "termMonths" int, "everyMonths" int, "endsOn" date, state text)
       on conflict (bank_id, loan_no) do update set case_id = coalesce(loan.case_id, excluded.case_id), state = excluded.state, rule_date = excluded.rule_date, approved = excluded.approved,
          rate_ppm = excluded.rate_ppm, overdue_rate_ppm = excluded.overdue_rate_ppm, term_months = excluded.term_months, every_months = excluded.every_months, ends_on = excluded.ends_on,
          first_disbursed_on = excluded.first_disbursed_on, disbursed_before = excluded.disbursed_before, disbursed = excluded.disbursed, credit_group = excluded.credit_group,
          borrower_name = excluded.borrower_name, borrower_place = excluded.borrower_place, borrower_number_cipher = excluded.borrower_number_cipher,
          borrower_number_index = excluded.borrower_number_index, opened_batch_id = excluded.opened_batch_id, basis_days = excluded.basis_days, rounding_unit = excluded.rounding_unit,
          allocation = excluded.allocation, decided_on = excluded.decided_on`,
      [json(loans), bankId, province, batchId, JSON.stringify(arithmetic), JSON.stringify(allocation)],
    );
  },

  async insert(tx: Tx, statement: NewStatement): Promise<void> {
    await tx.execute(
      `insert into bank_statement (batch_id, bank_id, province_code, month, sha256, file_name, printed_out, printed_in, lines_out, lines_in, account_id)
       values ($1, $2, $3, date_trunc('month', $4::date)::date, $5, $6, $7, $8, $9, $10, $11)`,
      [
        statement.batchId,
        statement.bankId,
        statement.province,
        statement.month,
        statement.sha256,
        statement.fileName,
        statement.printedOut?.toString() ?? null,
        statement.printedIn?.toString() ?? null,
        statement.linesOut.toString(),
        statement.linesIn.toString(),
        tx.actor.accountId,
      ],
    );
  },

  async insertBalances(
    tx: Tx,
    batchId: string,
    balances: readonly { loanId: string; row: number; opening: bigint; moved: bigint; closing: bigint }[],
  ): Promise<void> {
    await tx.execute(
      `insert into bank_balance (batch_id, loan_id, row_number, opening, moved, closing)
       select $1, b."loanId", b."row", b.opening, b.moved, b.closing from jsonb_to_recordset($2::jsonb) b("loanId" uuid, "row" int, opening bigint, moved bigint, closing bigint)
       on conflict (batch_id, loan_id) do nothing`,
      [batchId, json(balances)],
    );
  },

  async insertLines(tx: Tx, batchId: string, bankId: string, province: string, lines: readonly NewLine[]): Promise<void> {
    await tx.execute(
      `insert into bank_line (batch_id, bank_id, province_code, sheet, row_number, booked_on, reference, loan_no, kind, amount, balance_after, outcome, code, matched_by, loan_id, entry_id,
          expected, still_due, difference, borrower_name, borrower_number_index, words, state)
       select $1, $2, $3, l.sheet, l."row", l."on", l.reference, l."loanNo", l.kind, l.amount, l."balanceAfter", l.outcome, l.code, l."matchedBy", l."loanId", l."entryId",
          l.expected, l."stillDue", l.difference, l.name, decode(l."numberIndex", 'hex'), l.words, l.state
         from jsonb_to_recordset($4::jsonb) l(sheet text, "row" int, "on" date, reference text, "loanNo" text, kind text, amount bigint, "balanceAfter" bigint, outcome text, code text,
           "matchedBy" text, "loanId" uuid, "entryId" bigint, expected bigint, "stillDue" bigint, difference bigint, name text, "numberIndex" text, words text, state text)`,
      [batchId, bankId, province, json(lines)],
    );
  },

  /**
   * Lines of files not taken back under these references that need nothing more: a person has them (waiting, left, or settled by an entry that
   * stands), or the bank itself took them back (`undone`).
   */
  async waiting(
    tx: Tx,
    bankId: string,
    references: readonly string[],
  ): Promise<{ reference: string; loanNo: string | null; amount: number; on: LocalDate | null; undone: boolean }[]> {
    if (references.length === 0) return [];
    return tx.query<{ reference: string; loanNo: string | null; amount: number; on: LocalDate | null; undone: boolean }>(
      `select b.reference, b.loan_no as "loanNo", b.amount, b.booked_on as "on", b.state not in ('open', 'ignored') and not (${STANDS('e')}) as undone
         from bank_line b join bank_statement s on s.batch_id = b.batch_id left join loan_entry e on e.id = b.entry_id
        where b.bank_id = $1 and b.reference = any ($2::text[]) and s.reversed_at is null
          and (b.state in ('open', 'ignored') or b.state = 'settled' and ${STANDS('e')}
            or b.state in ('posted', 'settled') and exists (select from loan_entry r where r.reverses_id = e.id and r.batch_id is not null and ${STANDS('r')}))`,
      [bankId, references],
    );
  },

  /** Lines without a reference of files not taken back, from those days, which wait, were left by a person or stand in the ledger. */
  async bare(
    tx: Tx,
    bankId: string,
    from: LocalDate,
    to: LocalDate,
  ): Promise<{ loanId: string | null; loanNo: string | null; on: LocalDate; kind: string; amount: number }[]> {
    return tx.query<{ loanId: string | null; loanNo: string | null; on: LocalDate; kind: string; amount: number }>(
      `select b.loan_id as "loanId", b.loan_no as "loanNo", b.booked_on as "on", b.kind, b.amount from bank_line b join bank_statement s on s.batch_id = b.batch_id left join loan_entry e on e.id = b.entry_id
        where b.bank_id = $1 and b.reference is null and b.booked_on between $2 and $3 and s.reversed_at is null and b.state <> 'left' and (e.id is null or ${STANDS('e')})`,
      [bankId, from, to],
    );
  },

  /** Loans of borrowers with these numbers, for lines whose loan number nobody knows. */
  async loansOfNumbers(tx: Tx, bankId: string, indexes: readonly string[]): Promise<{ id: string; index: string }[]> {
    if (indexes.length === 0) return [];
    return tx.query<{ id: string; index: string }>(
      `select l.id, encode(l.borrower_number_index, 'hex') as index from loan l
        where l.bank_id = $1 and l.borrower_number_index = any (select decode(x, 'hex') from unnest($2::text[]) x) and l.principal > 0`,
      [bankId, indexes],
    );
  },
};
