import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';

export interface MonthLine {
  readonly month: LocalDate;
  readonly state: 'open' | 'closed';
  readonly statements: number;
  readonly openLines: number;
  readonly differences: number;
  readonly trail: readonly { kind: string; at: string; by: string | null; reason: string | null }[];
}

export interface MonthCheck {
  readonly statements: number;
  readonly openLines: number;
  /** Statements whose printed total is not the sum of their lines. */
  readonly wrongTotals: number;
  readonly differences: readonly { loanId: string; loanNo: string; printed: number; computed: number }[];
  readonly lent: number;
  readonly received: number;
}

const CLOSED = `coalesce((select e.kind from loan_month_event e where e.bank_id = $1 and e.month = date_trunc('month', $2::date)::date order by e.id desc limit 1), '') = 'CLOSED'`;

/** Principal of a loan at the end of a day, by the ledger. */
const PRINCIPAL_AT = (loan: string, day: string) =>
  `coalesce((select sum(e.principal + e.overdue_principal) from loan_entry e where e.loan_id = ${loan} and e.effective_on <= ${day}), 0)`;
const MONTH_END = `(b.month + interval '1 month' - interval '1 day')::date`;

/** Cash of one kind of entries in a month, less what was taken back of it: a reversal counts with what it reverses, and so does the reversal of a reversal. */
const MOVED = (kind: string, sign: string) =>
  `(select coalesce(sum(${sign}e.cash), 0)::bigint from loan_entry e left join loan_entry r on r.id = e.reverses_id left join loan_entry o on o.id = r.reverses_id
     where e.bank_id = $1 and coalesce(o.kind, r.kind, e.kind) = '${kind}' and e.effective_on between $2::date and ($2::date + interval '1 month' - interval '1 day')::date)`;

/** Months of a bank office. */
export const MonthRows = {
  async isClosed(tx: Tx, bankId: string, day: LocalDate): Promise<boolean> {
    return (await tx.query<{ closed: boolean }>(`select ${CLOSED} as closed`, [bankId, day]))[0]!.closed;
  },

  /** Months of an office that are closed, as yyyy-mm. */
  async closed(tx: Tx, bankId: string): Promise<Set<string>> {
    const rows = await tx.query<{ month: LocalDate }>(
      `select month from (select distinct on (month) month, kind from loan_month_event where bank_id = $1 order by month, id desc) m where kind = 'CLOSED'`,
      [bankId],
    );
    return new Set(rows.map(({ month }) => month.slice(0, 7)));
  },

  /** Before anything is posted, and before loans are locked: no month of the office is closed while this transaction runs. */
  async join(tx: Tx, bankId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock_shared(hashtextextended($1, 11))`, [`months ${bankId}`]);
  },

  /** Months of a bank are closed and reopened one after another, and while nobody posts. */
  async queue(tx: Tx, bankId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 11))`, [`months ${bankId}`]);
  },

  /** What stands against closing, worked out from the ledger as it is now. */
  async check(tx: Tx, bankId: string, month: LocalDate): Promise<MonthCheck> {
    const [counts] = await tx.query<Omit<MonthCheck, 'differences'> & Record<string, unknown>>(
      `select count(*)::int as statements,
         (select count(*)::int from bank_line l join bank_statement s on s.batch_id = l.batch_id where s.bank_id = $1 and s.month = $2 and s.reversed_at is null and l.state = 'open') as "openLines",
         count(*) filter (where printed_out is distinct from null and printed_out <> lines_out or printed_in is distinct from null and printed_in <> lines_in)::int as "wrongTotals",
         ${MOVED('DISBURSEMENT', '-')} as lent, ${MOVED('PAYMENT', '')} as received
         from bank_statement where bank_id = $1 and month = $2 and reversed_at is null`,
      [bankId, month],
    );
    const differences = await tx.query<MonthCheck['differences'][number] & Record<string, unknown>>(
      `select x."loanId", x."loanNo", x.printed, x.computed::bigint as computed from (
         select l.id as "loanId", coalesce(l.loan_no, '') as "loanNo", k.closing as printed, ${PRINCIPAL_AT('l.id', MONTH_END)} as computed
           from bank_statement b join bank_balance k on k.batch_id = b.batch_id join loan l on l.id = k.loan_id
          where b.bank_id = $1 and b.month = $2 and b.reversed_at is null) x
        where x.printed <> x.computed order by x."loanNo" limit 500`,
      [bankId, month],
    );
    return { ...counts!, differences };
  },

  async record(
    tx: Tx,
    event: {
      bankId: string;
      province: string;
      month: LocalDate;
      kind: 'CLOSED' | 'REOPENED';
      reason: string | null;
      totals: unknown;
      requestId: string;
    },
  ): Promise<void> {
    await tx.execute(
      `insert into loan_month_event (bank_id, province_code, month, kind, reason, totals, request_id, account_id) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (bank_id, request_id) do nothing`,
      [
        event.bankId,
        event.province,
        event.month,
        event.kind,
        event.reason,
        JSON.stringify(event.totals),
        event.requestId,
        tx.actor.accountId,
      ],
    );
  },

  async recorded(tx: Tx, bankId: string, requestId: string): Promise<boolean> {
    return (await tx.query(`select 1 from loan_month_event where bank_id = $1 and request_id = $2`, [bankId, requestId])).length > 0;
  },

  /** Months that have a statement or were ever closed, newest first. */
  async list(tx: Tx, bankId: string): Promise<MonthLine[]> {
    return tx.query<MonthLine & Record<string, unknown>>(
      `with months as (
         select month from bank_statement where bank_id = $1 and reversed_at is null union select month from loan_month_event where bank_id = $1)
       select m.month, case when e.kind = 'CLOSED' then 'closed' else 'open' end as state,
         (select count(*)::int from bank_statement s where s.bank_id = $1 and s.month = m.month and s.reversed_at is null) as statements,
         (select count(*)::int from bank_line l join bank_statement s on s.batch_id = l.batch_id where s.bank_id = $1 and s.month = m.month and s.reversed_at is null and l.state = 'open') as "openLines",
         (select count(*)::int from bank_statement b join bank_balance k on k.batch_id = b.batch_id where b.bank_id = $1 and b.month = m.month and b.reversed_at is null
            and k.closing <> ${PRINCIPAL_AT('k.loan_id', MONTH_END)}) as differences,
         coalesce((select jsonb_agg(jsonb_build_object('kind', t.kind, 'at', t.recorded_at, 'by', a.display_name, 'reason', t.reason) order by t.id)
            from loan_month_event t left join account a on a.id = t.account_id where t.bank_id = $1 and t.month = m.month), '[]') as trail
         from months m left join lateral (select x.kind from loan_month_event x where x.bank_id = $1 and x.month = m.month order by x.id desc limit 1) e on true
        order by m.month desc limit 60`,
      [bankId],
    );
  },
};
