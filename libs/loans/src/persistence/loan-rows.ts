import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { AllocationOrder } from '../domain/allocation';
import type { FrozenPeriod } from '../domain/freeze';
import type { CostItem } from '../domain/regime';
import type { LoanState } from '../domain/loan-state';
import { STANDS } from './entry-rows';

/** A row of `loan`; money in đồng as whole numbers below 2^53. */
export interface LoanRow {
  readonly id: string;
  readonly bank_id: string;
  readonly province_code: string;
  readonly case_id: string | null;
  readonly loan_no: string | null;
  readonly product: 'OVERSEAS_COST' | 'EPS_ESCROW';
  readonly state: LoanState;
  readonly version: number;
  readonly rule_date: LocalDate;
  readonly priority: boolean;
  readonly approved: number | null;
  readonly requested: number | null;
  readonly rate_ppm: number | null;
  readonly overdue_rate_ppm: number | null;
  readonly basis_days: number;
  readonly rounding_unit: number;
  readonly term_months: number | null;
  readonly every_months: number | null;
  readonly ends_on: LocalDate | null;
  readonly first_disbursed_on: LocalDate | null;
  readonly frozen: readonly FrozenPeriod[];
  readonly allocation: Partial<AllocationOrder>;
  readonly disbursed_before: number;
  readonly disbursed: number;
  readonly principal: number;
  readonly advance: number;
  readonly last_entry_on: LocalDate | null;
  readonly received_on: LocalDate | null;
  readonly decide_by: LocalDate | null;
  readonly costs: readonly { item: string; amount: number }[];
  readonly groups: readonly string[];
  /** Months the bank has extended it by in all. */
  readonly extended_months: number;
}

const COLUMNS = `id, bank_id, province_code, case_id, loan_no, product, state, version, rule_date, priority, approved, requested, rate_ppm, overdue_rate_ppm,
  basis_days, rounding_unit, term_months, every_months, ends_on, first_disbursed_on, frozen, allocation, disbursed_before, disbursed, principal, advance, last_entry_on,
  received_on, decide_by, costs, groups, 
  coalesce((select sum((e.detail ->> 'months')::int) from loan_event e where e.loan_id = loan.id and e.kind = 'EXTEND'), 0)::int as extended_months`;

export interface NewLoan {
  readonly id: string;
  readonly bankId: string;
  readonly provinceCode: string;
  readonly caseId: string;
  readonly product: LoanRow['product'];
  readonly ruleDate: LocalDate;
  readonly ruleIds: readonly number[];
  readonly groups: readonly string[];
  readonly priority: boolean;
  readonly costs: readonly CostItem[];
  readonly requested: number | null;
}

/** Loans as they are stored; the ledger is in entry-rows. */
export const LoanRows = {
  /** Calendar day of the database. */
  async today(tx: Tx): Promise<LocalDate> {
    return (await tx.query<{ day: LocalDate }>(`select business_day() as day`))[0]!.day;
  },

  /** Locked in the order of their ids, so that two files never wait for each other. */
  async lock(tx: Tx, ids: readonly string[]): Promise<LoanRow[]> {
    if (ids.length === 0) return [];
    return tx.query<LoanRow & Record<string, unknown>>(
      `select ${COLUMNS} from loan where id = any ($1::uuid[]) order by id for no key update`,
      [ids],
    );
  },

  async find(tx: Tx, id: string): Promise<LoanRow | undefined> {
    return (await tx.query<LoanRow & Record<string, unknown>>(`select ${COLUMNS} from loan where id = $1`, [id]))[0];
  },

  async byNumbers(tx: Tx, bankId: string, numbers: readonly string[]): Promise<Map<string, string>> {
    if (numbers.length === 0) return new Map();
    const rows = await tx.query<{ no: string; id: string }>(
      `select loan_no as no, id from loan where bank_id = $1 and loan_no = any ($2::text[])`,
      [bankId, numbers],
    );
    return new Map(rows.map(({ no, id }) => [no, id]));
  },

  /** Loans of an office for which something lies there that was paid in advance. */
  async paidAhead(tx: Tx, bankId: string): Promise<string[]> {
    return (await tx.query<{ id: string }>(`select id from loan where bank_id = $1 and advance > 0`, [bankId])).map(({ id }) => id);
  },

  /** Of these loans, those a statement brought in of which nothing stands any more. */
  async emptied(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }>(
      `select l.id from loan l where l.id = any ($1::uuid[]) and l.opened_batch_id is not null
          and not exists (select from loan_entry e where e.loan_id = l.id and e.kind <> 'REVERSAL' and ${STANDS('e')})`,
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  },

  /** Cases that have an open application already are left out. Answers the cases a loan was opened for. */
  async insert(tx: Tx, loans: readonly NewLoan[]): Promise<string[]> {
    const rows = await tx.query<{ case_id: string }>(
      `insert into loan (id, bank_id, province_code, case_id, product, state, rule_date, policy_rule_ids, groups, priority, costs, requested, referred_on)
       select l.id, l."bankId", l."provinceCode", l."caseId", l.product, 'DRAFT', l."ruleDate", l."ruleIds", l.groups, l.priority, coalesce(l.costs, '[]'), l.requested, business_day()
         from jsonb_to_recordset($1::jsonb) l(id uuid, "bankId" uuid, "provinceCode" text, "caseId" uuid, product text, "ruleDate" date, "ruleIds" bigint[], groups text[],
           priority boolean, costs jsonb, requested bigint)
       on conflict (case_id, product) where case_id is not null and state in ('DRAFT', 'APPLIED', 'APPRAISING') do nothing
       returning case_id`,
      [JSON.stringify(loans, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value))],
    );
    return rows.map(({ case_id }) => case_id);
  },

  /** Changes columns of a locked loan. */
  async change(tx: Tx, id: string, columns: Readonly<Record<string, unknown>>): Promise<void> {
    const names = Object.keys(columns);
    const sets = names.map((name, i) => `${name} = $${i + 2}`);
    await tx.execute(`update loan set ${[...sets, 'version = version + 1', 'changed_at = now()'].join(', ')} where id = $1`, [
      id,
      ...names.map((name) => columns[name]),
    ]);
    await LoanRows.share(tx, [id]);
  },

  /** The newest check counts, in whatever order they are written down. */
  async checked(tx: Tx, id: string, on: LocalDate): Promise<void> {
    await tx.execute(
      `update loan set checked_on = greatest(checked_on, $2::date), version = version + 1, changed_at = now() where id = $1`,
      [id, on],
    );
  },

  /** Keeps the one line others may see in step with its loan; a case out of sight is left alone. */
  async share(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.execute(
      `insert into loan_standing (loan_id, case_id, state, next_due_on, owing)
       select id, case_id, state, next_due_on, principal > 0 from loan l where id = any ($1::uuid[]) and exists (select from case_file c where c.id = l.case_id)
       on conflict (loan_id) do update set case_id = excluded.case_id, state = excluded.state, next_due_on = excluded.next_due_on, owing = excluded.owing`,
      [ids],
    );
  },

  async consent(tx: Tx, id: string, given: boolean): Promise<void> {
    await tx.execute(`update loan_standing set shared_on = case when $2 then coalesce(shared_on, business_day()) end where loan_id = $1`, [
      id,
      given,
    ]);
  },
};

export interface NewLoanEvent {
  readonly loanId: string;
  readonly kind: string;
  readonly on: LocalDate;
  readonly stateAfter: LoanState;
  readonly requestId: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** History of a loan besides money. */
export const LoanEventRows = {
  /** False when this request was recorded before. */
  async insert(tx: Tx, event: NewLoanEvent): Promise<boolean> {
    return (
      (await tx.execute(
        `insert into loan_event (loan_id, request_id, kind, effective_on, account_id, organisation_id, state_after, detail)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (loan_id, request_id) do nothing`,
        [
          event.loanId,
          event.requestId,
          event.kind,
          event.on,
          tx.actor.accountId,
          tx.actor.organisationId,
          event.stateAfter,
          event.detail ?? {},
        ],
      )) === 1
    );
  },

  /** One event of today for each of these loans. */
  async insertMany(tx: Tx, events: readonly Pick<NewLoanEvent, 'loanId' | 'kind' | 'stateAfter' | 'requestId'>[]): Promise<void> {
    await tx.execute(
      `insert into loan_event (loan_id, request_id, kind, effective_on, account_id, organisation_id, state_after)
       select e."loanId", e."requestId", e.kind, business_day(), $2, $3, e."stateAfter"
         from jsonb_to_recordset($1::jsonb) e("loanId" uuid, "requestId" text, kind text, "stateAfter" text) on conflict (loan_id, request_id) do nothing`,
      [JSON.stringify(events), tx.actor.accountId, tx.actor.organisationId],
    );
  },

  async recorded(tx: Tx, loanId: string, requestId: string): Promise<boolean> {
    return (await tx.query(`select 1 from loan_event where loan_id = $1 and request_id = $2`, [loanId, requestId])).length > 0;
  },
};
