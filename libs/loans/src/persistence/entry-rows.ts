import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { type Balanced, type EntryKind, type LoanEntry, splitOf } from '../domain/ledger';
import type { Instalment } from '../domain/schedule';

interface EntryRow {
  readonly id: number;
  readonly loan_id: string;
  readonly kind: EntryKind;
  readonly effective_on: LocalDate;
  readonly cash: number;
  readonly principal: number;
  readonly overdue_principal: number;
  readonly interest: number;
  readonly overdue_interest: number;
  readonly advance: number;
  readonly opening: number;
  readonly written_off: number;
  readonly tolerated: number;
  readonly reverses_id: number | null;
  readonly interest_from: LocalDate | null;
}

export interface NewEntry extends Balanced {
  readonly loanId: string;
  readonly bankId: string;
  readonly kind: EntryKind;
  readonly on: LocalDate;
  readonly requestId: string;
  readonly reference: string | null;
  readonly payee?: string | null;
  readonly tolerated: bigint;
  readonly interestFrom?: LocalDate | null;
  readonly reversesId?: number | null;
  /** Place in the same list of the entry this one takes back. */
  readonly reversesOrdinal?: number;
  readonly order?: unknown;
  readonly batchId?: string | null;
  readonly note?: string | null;
}

/** What a reference is used for; an entry that was taken back sets its reference free. */
export interface UsedReference {
  readonly id: number;
  readonly loanId: string;
  readonly reference: string;
  readonly on: LocalDate;
  readonly amount: number;
  readonly by: string | null;
}

/** SQL: no reversal of this entry stands. A reversal taken back with its statement does not stand either. */
export const STANDS = (entry: string) =>
  `not exists (select from loan_entry r where r.reverses_id = ${entry}.id and not exists (select from loan_entry u where u.reverses_id = r.id))`;

/** The ledger: only ever added to. */
export const EntryRows = {
  /** The loans that entries belong to. */
  async loansOf(tx: Tx, entryIds: readonly number[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(`select distinct loan_id as id from loan_entry where id = any ($1::bigint[])`, [entryIds]);
    return rows.map(({ id }) => id);
  },

  async ofLoans(tx: Tx, loanIds: readonly string[]): Promise<Map<string, LoanEntry[]>> {
    const rows = await tx.query<EntryRow & Record<string, unknown>>(
      `select id, loan_id, kind, effective_on, cash, principal, overdue_principal, interest, overdue_interest, advance, opening, written_off, tolerated, reverses_id, interest_from
         from loan_entry where loan_id = any ($1::uuid[]) order by loan_id, effective_on, id`,
      [loanIds],
    );
    const byLoan = new Map<string, LoanEntry[]>();
    for (const row of rows) {
      const list = byLoan.get(row.loan_id) ?? [];
      byLoan.set(row.loan_id, list);
      list.push(entryOf(row));
    }
    return byLoan;
  },

  async instalmentsOf(tx: Tx, loanIds: readonly string[]): Promise<Map<string, Instalment[]>> {
    const rows = await tx.query<{ loan_id: string; due_on: LocalDate; principal: number }>(
      `select loan_id, due_on, principal from loan_instalment where loan_id = any ($1::uuid[]) order by loan_id, no`,
      [loanIds],
    );
    const byLoan = new Map<string, Instalment[]>();
    for (const { loan_id, due_on, principal } of rows) {
      const list = byLoan.get(loan_id) ?? [];
      byLoan.set(loan_id, list);
      list.push({ dueOn: due_on, principal: BigInt(principal) });
    }
    return byLoan;
  },

  async layInstalments(tx: Tx, plans: readonly { loanId: string; instalments: readonly Instalment[] }[]): Promise<void> {
    const rows = plans.flatMap(({ loanId, instalments }) =>
      instalments.map(({ dueOn, principal }, i) => ({ loan: loanId, no: i + 1, on: dueOn, principal: principal.toString() })),
    );
    await tx.execute(
      `insert into loan_instalment (loan_id, no, due_on, planned_on, principal)
       select r.loan, r.no, r."on", r."on", r.principal from jsonb_to_recordset($1::jsonb) r(loan uuid, no smallint, "on" date, principal bigint)
       on conflict (loan_id, no) do nothing`,
      [JSON.stringify(rows)],
    );
  },

  /** The instalments are laid anew: nothing stands of what was paid out. */
  async liftInstalments(tx: Tx, loanIds: readonly string[]): Promise<void> {
    await tx.execute(`delete from loan_instalment where loan_id = any ($1::uuid[])`, [loanIds]);
  },

  /** Moves what is due from a day on by whole months; the last day of the loan goes along. */
  async shiftInstalments(tx: Tx, loanId: string, from: LocalDate, months: number): Promise<void> {
    await tx.execute(
      `update loan_instalment set due_on = (due_on + make_interval(months => $3))::date where loan_id = $1 and due_on >= $2`,
      [loanId, from, months],
    );
  },

  /** Lays the due days, in the order of the instalments, where they differ. */
  async moveInstalments(tx: Tx, loanId: string, dueOn: readonly LocalDate[]): Promise<void> {
    await tx.execute(
      `update loan_instalment i set due_on = d."on" from unnest($2::date[]) with ordinality d("on", no) where i.loan_id = $1 and i.no = d.no and i.due_on <> d."on"`,
      [loanId, dueOn],
    );
  },

  /** Answers the ids, in the order given. */
  async insert(tx: Tx, entries: readonly NewEntry[]): Promise<number[]> {
    if (entries.length === 0) return [];
    const rows = await tx.query<{ id: number; ordinal: number }>(
      `with given as (
         select nextval(pg_get_serial_sequence('loan_entry', 'id')) as id, e.* from jsonb_to_recordset($1::jsonb) e(ordinal int, "loanId" uuid, "bankId" uuid, kind text, "on" date,
           "requestId" text, reference text, payee text, cash bigint, principal bigint, "overduePrincipal" bigint, interest bigint, "overdueInterest" bigint, advance bigint, opening bigint,
           "writtenOff" bigint, tolerated bigint, "interestFrom" date, "reversesId" bigint, "reversesOrdinal" int, "order" jsonb, "batchId" uuid, note text)),
       kept as (
         insert into loan_entry (id, loan_id, bank_id, kind, effective_on, request_id, reference, attempt, payee, cash, principal, overdue_principal, interest, overdue_interest, advance, opening,
             written_off, tolerated, interest_from, reverses_id, reversal_turn, payment_order, account_id, batch_id, note) overriding system value
         select g.id, g."loanId", g."bankId", g.kind, g."on", g."requestId", g.reference,
             case when g.reference is null then 1 else 1 + (select count(*) from loan_entry x where x.bank_id = g."bankId" and x.reference = g.reference and not (${STANDS('x')})) end,
             g.payee, g.cash, g.principal, g."overduePrincipal", g.interest, g."overdueInterest", g.advance, g.opening, g."writtenOff", g.tolerated, g."interestFrom",
             coalesce(g."reversesId", o.id),
             case when g."reversesId" is null then 1 else 1 + (select count(*) from loan_entry x where x.reverses_id = g."reversesId") end, g."order", $2, g."batchId", g.note
           from given g left join given o on o.ordinal = g."reversesOrdinal" order by g.ordinal)
       select id, ordinal from given order by ordinal`,
      [
        JSON.stringify(
          entries.map((entry, ordinal) => ({ ...entry, ordinal })),
          (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
        ),
        tx.actor.accountId,
      ],
    );
    return rows.map(({ id }) => id);
  },

  async byReferences(tx: Tx, bankId: string, references: readonly string[]): Promise<UsedReference[]> {
    if (references.length === 0) return [];
    return tx.query<UsedReference & Record<string, unknown>>(
      `select e.id, e.loan_id as "loanId", e.reference, e.effective_on as "on", abs(e.cash) as amount,
         (select a.display_name from account a where a.id = e.account_id) as by
         from loan_entry e where e.bank_id = $1 and e.reference = any ($2::text[]) and ${STANDS('e')}`,
      [bankId, references],
    );
  },

  /** A reference under which two entries stand since the reversals of a statement were taken back. */
  async twinOf(tx: Tx, batchId: string): Promise<string | undefined> {
    const rows = await tx.query<{ reference: string }>(
      `select o.reference from loan_entry e join loan_entry o on o.id = e.reverses_id join loan_entry x on x.bank_id = o.bank_id and x.reference = o.reference and x.id <> o.id
        where e.batch_id = $1 and ${STANDS('o')} and ${STANDS('x')} limit 1`,
      [batchId],
    );
    return rows[0]?.reference;
  },

  async byRequest(tx: Tx, loanId: string, requestId: string): Promise<number | undefined> {
    return (await tx.query<{ id: number }>(`select id from loan_entry where loan_id = $1 and request_id = $2`, [loanId, requestId]))[0]?.id;
  },

  /** Accounts of entries as they stand, for taking them back. */
  async accounts(tx: Tx, ids: readonly number[]): Promise<Map<number, { loanId: string; kind: EntryKind; on: LocalDate; row: Balanced }>> {
    const rows = await tx.query<EntryRow & Record<string, unknown>>(
      `select id, loan_id, kind, effective_on, cash, principal, overdue_principal, interest, overdue_interest, advance, opening, written_off, tolerated, reverses_id, interest_from
         from loan_entry where id = any ($1::bigint[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, { loanId: row.loan_id, kind: row.kind, on: row.effective_on, row: accountsOf(row) }]));
  },
};

function accountsOf(row: EntryRow): Balanced {
  return {
    cash: BigInt(row.cash),
    principal: BigInt(row.principal),
    overduePrincipal: BigInt(row.overdue_principal),
    interest: BigInt(row.interest),
    overdueInterest: BigInt(row.overdue_interest),
    advance: BigInt(row.advance),
    opening: BigInt(row.opening),
    writtenOff: BigInt(row.written_off),
  };
}

function entryOf(row: EntryRow): LoanEntry {
  const accounts = accountsOf(row);
  return {
    id: row.id,
    kind: row.kind,
    on: row.effective_on,
    principal: accounts.principal,
    split: splitOf(accounts),
    tolerated: BigInt(row.tolerated),
    reversesId: row.reverses_id,
    interestFrom: row.interest_from,
  };
}
