import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { LineKind } from '../domain/judge-line';
import { STANDS } from './entry-rows';

/** A loan that a line may mean, and why it is offered. */
export interface Suggestion {
  readonly loanId: string;
  readonly loanNo: string | null;
  readonly name: string | null;
  readonly place: string | null;
  readonly principal: number;
  readonly nextDueOn: LocalDate | null;
  readonly by: 'LOAN' | 'NUMBER' | 'NAME';
}

export interface OpenLine {
  readonly id: number;
  readonly batchId: string;
  readonly sheet: string;
  readonly row: number;
  readonly on: LocalDate | null;
  readonly reference: string | null;
  readonly loanNo: string | null;
  readonly kind: LineKind;
  readonly amount: number;
  readonly balanceAfter: number | null;
  readonly outcome: string;
  readonly code: string | null;
  readonly expected: number | null;
  readonly difference: number | null;
  readonly name: string | null;
  readonly words: string | null;
  readonly fileName: string;
  readonly suggestions: readonly Suggestion[];
}

const SUGGESTED = `
  select coalesce(jsonb_agg(jsonb_build_object('loanId', s.id, 'loanNo', s.loan_no, 'name', s.name, 'place', s.borrower_place, 'principal', s.principal,
      'nextDueOn', s.next_due_on, 'by', s.by) order by s.rank, s.loan_no), '[]')
    from (select l.id, l.loan_no, coalesce(w.full_name, l.borrower_name) as name, l.borrower_place, l.principal, l.next_due_on, x.by, x.rank
            from (select distinct on (a.id) a.* from (select b.loan_id as id, 'LOAN' as by, 1 as rank where b.loan_id is not null
                  union all select n.id, 'NUMBER', 2 from loan n where n.bank_id = b.bank_id and n.borrower_number_index = b.borrower_number_index
                  union all select m.id, 'NAME', 3 from loan m where m.bank_id = b.bank_id and m.borrower_name = b.borrower_name) a order by a.id, a.rank) x
            join loan l on l.id = x.id left join case_file c on c.id = l.case_id left join worker w on w.id = c.worker_id
           order by x.rank, l.loan_no limit 5) s`;

/** The queue of lines that did not fit. */
export const LineRows = {
  /** In the order of the file, with up to five loans each may mean, each loan once by its best reason. */
  async open(tx: Tx, bankId: string, afterId: number, limit: number): Promise<OpenLine[]> {
    return tx.query<OpenLine & Record<string, unknown>>(
      `select b.id, b.batch_id as "batchId", b.sheet, b.row_number as "row", b.booked_on as "on", b.reference, b.loan_no as "loanNo", b.kind, b.amount, b.balance_after as "balanceAfter",
          b.outcome, b.code, b.expected, b.difference, b.borrower_name as name, b.words, s.file_name as "fileName", (${SUGGESTED}) as suggestions
         from bank_line b join bank_statement s on s.batch_id = b.batch_id where b.bank_id = $1 and b.state = 'open' and b.id > $2 order by b.id limit $3`,
      [bankId, afterId, limit],
    );
  },

  async count(tx: Tx, bankId: string): Promise<number> {
    return (await tx.query<{ n: number }>(`select count(*)::int as n from bank_line where bank_id = $1 and state = 'open'`, [bankId]))[0]!
      .n;
  },

  async lock(tx: Tx, id: number): Promise<(Omit<OpenLine, 'suggestions' | 'fileName'> & { state: string; bankId: string }) | undefined> {
    const rows = await tx.query<Omit<OpenLine, 'suggestions' | 'fileName'> & { state: string; bankId: string }>(
      `select id, batch_id as "batchId", sheet, row_number as "row", booked_on as "on", reference, loan_no as "loanNo", kind, amount, balance_after as "balanceAfter", outcome, code, expected,
          difference, borrower_name as name, words, state, bank_id as "bankId" from bank_line where id = $1 for update`,
      [id],
    );
    return rows[0];
  },

  async settle(
    tx: Tx,
    id: number,
    how: { state: 'settled' | 'ignored'; loanId: string | null; entryId: number | null; resolution: string },
  ): Promise<void> {
    await tx.execute(
      `update bank_line set state = $2, loan_id = coalesce($3, loan_id), entry_id = $4, resolution = $5, resolved_by = $6, resolved_at = now() where id = $1`,
      [id, how.state, how.loanId, how.entryId, how.resolution, tx.actor.accountId],
    );
  },

  /**
   * Entries a statement made that still stand, the last one first; lines of the queue settled from it count too. Its reversals of entries that
   * another statement or a clerk made are among them.
   */
  async entriesOf(tx: Tx, batchId: string): Promise<number[]> {
    const rows = await tx.query<{ id: number }>(
      `select e.id from loan_entry e where (e.batch_id = $1 or e.id in (select b.entry_id from bank_line b where b.batch_id = $1 and b.state = 'settled'))
          and e.kind <> 'OPENING' and ${STANDS('e')} and (e.kind <> 'REVERSAL' or exists (select from loan_entry o left join bank_statement s on s.batch_id = o.batch_id
            where o.id = e.reverses_id and o.batch_id is distinct from e.batch_id and s.reversed_at is null)) order by e.id desc`,
      [batchId],
    );
    return rows.map(({ id }) => id);
  },

  /** Opening balances a statement brought, of loans where nothing else stands. */
  async openingsOf(tx: Tx, batchId: string): Promise<number[]> {
    const rows = await tx.query<{ id: number }>(
      `select e.id from loan_entry e where e.batch_id = $1 and e.kind = 'OPENING' and ${STANDS('e')}
          and not exists (select from loan_entry x where x.loan_id = e.loan_id and x.kind not in ('OPENING', 'REVERSAL') and ${STANDS('x')})`,
      [batchId],
    );
    return rows.map(({ id }) => id);
  },

  /** The statement and its lines are no longer looked at; copies of them that another file brought and that were left now wait for a person. Undefined: not there, or taken back before. */
  async setAside(tx: Tx, batchId: string): Promise<{ month: LocalDate } | undefined> {
    const rows = await tx.query<{ month: LocalDate }>(
      `update bank_statement set reversed_at = now() where batch_id = $1 and reversed_at is null returning month`,
      [batchId],
    );
    if (!rows[0]) return undefined;
    await tx.execute(`update bank_line set state = 'left' where batch_id = $1 and state = 'open'`, [batchId]);
    await tx.execute(
      `update bank_line b set state = 'open' from bank_statement s, bank_line a
        where a.batch_id = $1 and b.bank_id = a.bank_id and b.reference = a.reference and b.amount = a.amount and b.batch_id <> a.batch_id
          and b.state = 'left' and b.outcome = 'DUPLICATE' and s.batch_id = b.batch_id and s.reversed_at is null`,
      [batchId],
    );
    return rows[0];
  },

  async statements(tx: Tx, bankId: string): Promise<Record<string, unknown>[]> {
    return tx.query(
      `select s.batch_id as "batchId", s.month, s.file_name as "fileName", s.recorded_at as "recordedAt", s.reversed_at as "reversedAt", s.lines_out as "linesOut", s.lines_in as "linesIn",
          s.printed_out as "printedOut", s.printed_in as "printedIn", (select a.display_name from account a where a.id = s.account_id) as by,
          (select coalesce(jsonb_object_agg(x.outcome, x.n), '{}') from (select b.outcome, count(*) as n from bank_line b where b.batch_id = s.batch_id group by b.outcome) x) as outcomes,
          (select count(*)::int from bank_line b where b.batch_id = s.batch_id and b.state = 'open') as open
         from bank_statement s where s.bank_id = $1 order by s.recorded_at desc limit 60`,
      [bankId],
    );
  },
};
