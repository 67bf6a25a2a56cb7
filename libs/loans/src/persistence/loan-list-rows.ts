import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { LoanState } from '../domain/loan-state';
import { STANDS } from './entry-rows';

export interface LoanLine {
  readonly id: string;
  readonly loanNo: string | null;
  readonly product: string;
  readonly state: LoanState;
  readonly version: number;
  readonly caseId: string | null;
  readonly caseCode: string | null;
  readonly fullName: string | null;
  readonly communeName: string | null;
  readonly stage: string | null;
  readonly departedOn: LocalDate | null;
  readonly returnedOn: LocalDate | null;
  readonly contractEnd: LocalDate | null;
  readonly priority: boolean;
  readonly requested: number | null;
  readonly approved: number | null;
  readonly principal: number;
  readonly overduePrincipal: number;
  readonly nextDueOn: LocalDate | null;
  readonly daysLate: number;
  readonly referredOn: LocalDate | null;
  readonly receivedOn: LocalDate | null;
  readonly decideBy: LocalDate | null;
  readonly endsOn: LocalDate | null;
  readonly creditGroup: string | null;
}

/** SQL: days count for this loan. A debt is frozen up to a day, whether or not somebody has said since that it is over. */
export const COUNTING = `(l.state in ('DISBURSING', 'ACTIVE', 'EXTENDED') or l.state = 'FROZEN'
  and not exists (select from jsonb_to_recordset(l.frozen) f("from" date, "to" date) where business_day() >= f."from" and business_day() < f."to"))`;

/** Principal whose day has passed unpaid: what was due before today beyond what was repaid or paid in advance, never more than is owed. */
export const OVERDUE = `case when ${COUNTING} and l.next_due_on < business_day() then
  greatest(0, least(l.principal, (select coalesce(sum(i.principal), 0) from loan_instalment i where i.loan_id = l.id and i.due_on < business_day()) - l.repaid - l.advance)) else 0 end::bigint`;

const LINE = `l.id, l.loan_no as "loanNo", l.product, l.state, l.version, l.case_id as "caseId", c.code as "caseCode", coalesce(w.full_name, l.borrower_name) as "fullName",
  coalesce((select u.name from admin_unit u where u.level = 'commune' and u.code = c.commune_code and business_day() between u.valid_from and u.valid_to), l.borrower_place) as "communeName",
  c.stage, c.departed_on as "departedOn", c.returned_on as "returnedOn", c.contract_end as "contractEnd", l.priority, l.requested, l.approved, l.principal,
  ${OVERDUE} as "overduePrincipal", l.next_due_on as "nextDueOn",
  case when l.next_due_on < business_day() and l.principal > 0 then business_day() - l.next_due_on else 0 end as "daysLate",
  l.referred_on as "referredOn", l.received_on as "receivedOn", l.decide_by as "decideBy", l.ends_on as "endsOn", l.credit_group as "creditGroup"`;
const FROM = `loan l left join case_file c on c.id = l.case_id left join worker w on w.id = c.worker_id`;

export interface LoanFilter {
  readonly states?: readonly LoanState[];
  readonly overdue?: boolean;
  readonly unlinked?: boolean;
  readonly caseId?: string;
  readonly cause?: string;
  readonly afterDue?: string;
  readonly afterId?: string;
  readonly limit: number;
}

/**
 * Why money is late, told by the case: early return, money out and nobody gone, contract over and nobody back, … The order is the order in which
 * they are looked at.
 */
export const CAUSE = `case
  when l.case_id is null then 'UNKNOWN_BORROWER'
  when c.stage in ('WITHDRAWN', 'NOT_SENT', 'REJECTED') then 'NOT_GONE'
  when c.stage = 'DECEASED' then 'DECEASED'
  when c.stage = 'MISSING' then 'MISSING'
  when c.stage = 'ABSCONDED' then 'LEFT_WORKPLACE'
  when c.stage = 'OVERSTAYING' then 'OVERSTAY_CONFIRMED'
  when c.returned_on is not null and c.return_type in ('EARLY', 'SICK_OR_INJURED') then 'RETURNED_EARLY'
  when c.returned_on is not null then 'RETURNED'
  when c.departed_on is null then 'WAITING_TO_GO'
  when c.contract_end < business_day() then 'CONTRACT_ENDED'
  else 'WORKING' end`;

export interface CauseLine {
  readonly cause: string | null;
  readonly loans: number;
  readonly overdueLoans: number;
  readonly principal: number;
  readonly overduePrincipal: number;
  readonly oldestDays: number;
}

export interface RiskLine {
  readonly caseId: string;
  readonly caseCode: string;
  readonly fullName: string;
  readonly stage: string;
  readonly flightOn: LocalDate;
  readonly days: number;
  readonly loanId: string;
  readonly loanState: LoanState;
  readonly decideBy: LocalDate | null;
  readonly approved: number | null;
  readonly disbursed: number;
}

/** Lists of loans, read under the actor's own scope. */
export const LoanListRows = {
  async list(tx: Tx, filter: LoanFilter): Promise<LoanLine[]> {
    return tx.query<LoanLine & Record<string, unknown>>(
      `select ${LINE} from ${FROM}
        where ($1::text[] is null or l.state = any ($1)) and ($2::uuid is null or l.case_id = $2)
          and (not $3 or l.next_due_on < business_day() and l.principal > 0 and ${COUNTING}) and (not $4 or l.case_id is null)
          and ($5::text is null or ${CAUSE} = $5)
          and (coalesce(l.next_due_on, 'infinity'::date), l.id) > ($6::date, $7::uuid)
        order by coalesce(l.next_due_on, 'infinity'::date), l.id limit $8`,
      [
        filter.states ?? null,
        filter.caseId ?? null,
        filter.overdue ?? false,
        filter.unlinked ?? false,
        filter.cause ?? null,
        filter.afterDue ?? '-infinity',
        filter.afterId ?? '00000000-0000-0000-0000-000000000000',
        filter.limit,
      ],
    );
  },

  async find(tx: Tx, loanId: string): Promise<(LoanLine & Record<string, unknown>) | undefined> {
    const rows = await tx.query<LoanLine & Record<string, unknown>>(
      `select ${LINE}, l.rate_ppm as "ratePpm", l.overdue_rate_ppm as "overdueRatePpm", l.term_months as "termMonths", l.every_months as "everyMonths", l.disbursed, l.advance,
          l.interest_paid_to as "interestPaidTo", l.rule_date as "ruleDate", l.decided_on as "decidedOn", l.decision_no as "decisionNo", l.reason, l.collateral,
          l.capital_source as "capitalSource", l.authorised_payer as "authorisedPayer", l.first_disbursed_on as "firstDisbursedOn",
          (select coalesce(jsonb_agg(jsonb_build_object('from', f -> 'from', 'to', f -> 'to') order by f ->> 'from'), '[]') from jsonb_array_elements(l.frozen) f) as frozen, c.return_type as "returnType",
          c.absconded_on as "abscondedOn", l.bank_id as "bankId", (select o.name from organisation o where o.id = l.bank_id) as "bankName", business_day() as today,
          (select s.shared_on from loan_standing s where s.loan_id = l.id) as "sharedOn", ${CAUSE} as cause
         from ${FROM} where l.id = $1`,
      [loanId],
    );
    return rows[0];
  },

  async entries(tx: Tx, loanId: string): Promise<Record<string, unknown>[]> {
    return tx.query(
      `select e.id, e.kind, e.effective_on as "on", e.recorded_at as "recordedAt", e.reference, e.payee, e.cash as amount, -e.principal as principal, -e.overdue_principal as "overduePrincipal",
          -e.interest as interest, -e.overdue_interest as "overdueInterest", -e.advance as advance, e.tolerated, e.reverses_id as "reversesId",
          (select r.id from loan_entry r where r.reverses_id = e.id and ${STANDS('r')}) as "reversedBy", (select a.display_name from account a where a.id = e.account_id) as by, e.note
         from loan_entry e where e.loan_id = $1 order by e.effective_on desc, e.id desc limit 500`,
      [loanId],
    );
  },

  async instalments(tx: Tx, loanId: string): Promise<Record<string, unknown>[]> {
    return tx.query(
      `select no, due_on as "dueOn", planned_on as "plannedOn", principal,
          sum(principal) over (order by no) <= (select repaid from loan where id = $1) as paid from loan_instalment where loan_id = $1 order by no`,
      [loanId],
    );
  },

  async events(tx: Tx, loanId: string): Promise<Record<string, unknown>[]> {
    return tx.query(
      `select e.kind, e.effective_on as "on", e.recorded_at as "recordedAt", e.state_after as "stateAfter", e.detail,
          (select a.display_name from account a where a.id = e.account_id) as by, (select o.name from organisation o where o.id = e.organisation_id) as organisation
         from loan_event e where e.loan_id = $1 order by e.id desc limit 200`,
      [loanId],
    );
  },

  /** A province's late money by its cause: one statement; the row without a cause adds up all. */
  async byCause(tx: Tx): Promise<CauseLine[]> {
    return tx.query<CauseLine & Record<string, unknown>>(
      `select cause, count(*)::int as loans, count(*) filter (where overdue > 0)::int as "overdueLoans", coalesce(sum(principal), 0)::bigint as principal,
          coalesce(sum(overdue), 0)::bigint as "overduePrincipal", coalesce(max(days) filter (where overdue > 0), 0)::int as "oldestDays"
         from (select ${CAUSE} as cause, l.principal, ${OVERDUE} as overdue, business_day() - l.next_due_on as days from loan l left join case_file c on c.id = l.case_id
                where l.principal > 0 and l.state in ('DISBURSING', 'ACTIVE', 'EXTENDED', 'FROZEN')) x
        group by grouping sets ((cause), ()) order by grouping(cause) desc, "overduePrincipal" desc, cause`,
    );
  },

  /** Who is about to leave and has no money yet: the contract begins within so many days and the loan is not paid out. */
  async atRisk(tx: Tx, days: number): Promise<RiskLine[]> {
    return tx.query<RiskLine & Record<string, unknown>>(
      `select c.id as "caseId", c.code as "caseCode", w.full_name as "fullName", c.stage, c.contract_start as "flightOn", c.contract_start - business_day() as days,
          l.id as "loanId", l.state as "loanState", l.decide_by as "decideBy", l.approved, l.disbursed
         from loan l join case_file c on c.id = l.case_id join worker w on w.id = c.worker_id
        where c.departed_on is null and c.contract_start between business_day() and business_day() + $1::int
          and c.stage in ('SELECTED', 'IN_TRAINING', 'CONTRACTED', 'READY') and l.state in ('DRAFT', 'APPLIED', 'APPRAISING', 'APPROVED')
        order by c.contract_start, c.id limit 200`,
      [days],
    );
  },

  /** What commune, agency and centre may know: how it stands, no amount. */
  async standing(tx: Tx, caseId: string): Promise<{ state: LoanState; late: boolean; owing: boolean }[] | undefined> {
    if ((await tx.query(`select 1 from case_file where id = $1`, [caseId])).length === 0) return undefined;
    return tx.query<{ state: LoanState; late: boolean; owing: boolean }>(
      `select state, owing, owing and state <> 'FROZEN' and coalesce(next_due_on < business_day(), false) as late from loan_standing where case_id = $1 order by loan_id`,
      [caseId],
    );
  },
};
