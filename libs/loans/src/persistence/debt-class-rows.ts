import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';

export const DEBT_CLASSES = ['CURRENT', 'OVERDUE', 'FROZEN'] as const;
export type DebtClass = (typeof DEBT_CLASSES)[number];

export interface ClassTotal {
  readonly class: DebtClass;
  readonly loans: number;
  readonly principal: number;
  readonly overduePrincipal: number;
}

/** A loan as it stood on a 31 December. */
export interface ClassifiedLoan {
  readonly loanId: string;
  readonly loanNo: string | null;
  readonly fullName: string | null;
  readonly creditGroup: string | null;
  readonly class: DebtClass;
  readonly principal: number;
  readonly overduePrincipal: number;
  readonly endsOn: LocalDate | null;
}

/** Groups of debt on 31 December of a year; written once a loan, read under the actor's own scope. */
export const DebtClassRows = {
  /** Classifies what is owed at the end of a year that has no class yet. Answers how many. */
  async classify(tx: Tx, year: number): Promise<number> {
    return tx.execute(
      `with standing as (
         select l.id, l.state,
           coalesce((select sum(e.principal + e.overdue_principal) from loan_entry e where e.loan_id = l.id and e.effective_on <= d.day), 0) as principal,
           (select coalesce(sum(i.principal), 0) from loan_instalment i where i.loan_id = l.id and i.due_on < d.day) as due,
           coalesce((select -sum(e.principal + e.overdue_principal) from loan_entry e where e.loan_id = l.id and e.effective_on <= d.day and e.kind in ('PAYMENT', 'WRITE_OFF', 'REVERSAL')
             and (e.kind <> 'REVERSAL' or exists (select from loan_entry o left join loan_entry p on p.id = o.reverses_id where o.id = e.reverses_id and coalesce(p.kind, o.kind) in ('PAYMENT', 'WRITE_OFF')))), 0)
             - coalesce((select sum(e.advance) from loan_entry e where e.loan_id = l.id and e.effective_on <= d.day), 0) as repaid,
           exists (select from jsonb_to_recordset(l.frozen) f("from" date, "to" date) where d.day >= f."from" and d.day < f."to") as frozen
           from loan l, (select make_date($1, 12, 31) as day) d)
       insert into loan_classification (loan_id, year, class, principal, overdue_principal, account_id)
       select id, $1, case when frozen then 'FROZEN' when due > repaid then 'OVERDUE' else 'CURRENT' end, principal, greatest(0, least(principal, due - repaid)), $2
         from standing where principal > 0 on conflict (loan_id, year) do nothing`,
      [year, tx.actor.accountId],
    );
  },

  /** Loans that owed something on the last day of the year and have no class yet. */
  async waiting(tx: Tx, year: number): Promise<number> {
    const rows = await tx.query<{ n: number }>(
      `select count(*)::int as n from loan l
        where not exists (select from loan_classification k where k.loan_id = l.id and k.year = $1)
          and coalesce((select sum(e.principal + e.overdue_principal) from loan_entry e where e.loan_id = l.id and e.effective_on <= make_date($1, 12, 31)), 0) > 0`,
      [year],
    );
    return rows[0]!.n;
  },

  async totals(tx: Tx, year: number): Promise<ClassTotal[]> {
    return tx.query<ClassTotal & Record<string, unknown>>(
      `select class, count(*)::int as loans, sum(principal)::bigint as principal, sum(overdue_principal)::bigint as "overduePrincipal"
         from loan_classification where year = $1 group by class order by array_position(array['CURRENT', 'OVERDUE', 'FROZEN'], class)`,
      [year],
    );
  },

  /** The worst first; without a limit: all, for the workbook. */
  async loans(tx: Tx, year: number, limit: number | null): Promise<ClassifiedLoan[]> {
    return tx.query<ClassifiedLoan & Record<string, unknown>>(
      `select l.id as "loanId", l.loan_no as "loanNo", coalesce(w.full_name, l.borrower_name) as "fullName", l.credit_group as "creditGroup", k.class, k.principal,
          k.overdue_principal as "overduePrincipal", l.ends_on as "endsOn"
         from loan_classification k join loan l on l.id = k.loan_id left join case_file c on c.id = l.case_id left join worker w on w.id = c.worker_id
        where k.year = $1 order by k.overdue_principal desc, k.principal desc, l.id limit $2`,
      [year, limit],
    );
  },
};
