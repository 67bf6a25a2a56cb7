import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { ClaimDeed, ClaimState } from '../domain/claim-state';
import type { Standing } from '../domain/judge-claim';
import { SCAN, type ScanLine } from './claim-scan-rows';

/** A claim as lists and the case show it; amounts in đồng. */
export interface ClaimLine {
  readonly id: string;
  readonly no: number;
  readonly caseId: string;
  readonly caseCode: string;
  readonly workerId: string;
  readonly fullName: string;
  readonly communeName: string | null;
  readonly item: string;
  readonly title: string;
  readonly units: number;
  readonly amount: number;
  readonly group: string;
  /** null: as billed. */
  readonly ceiling: number | null;
  readonly basis: string | null;
  readonly spentOn: LocalDate;
  readonly receiptNo: string;
  readonly claimedOn: LocalDate;
  readonly claimedBy: string | null;
  readonly state: ClaimState;
  readonly fundId: string | null;
  readonly fundTitle: string | null;
  /** Of the deed the state rests on. */
  readonly decidedOn: LocalDate | null;
  /** Reason of a refusal, proof of a payment. */
  readonly note: string | null;
  /** Scans that prove it; none: by the number of the receipt alone. */
  readonly scans: readonly ScanLine[];
}

/** A claim while it is decided about. */
export interface LockedClaim {
  readonly id: string;
  readonly caseId: string;
  readonly amount: number;
  readonly group: string;
  readonly state: ClaimState;
  readonly fundId: string | null;
  readonly accountId: string | null;
  readonly provinceCode: string;
  readonly fullName: string;
}

export interface NewClaim {
  readonly id: string;
  readonly caseId: string;
  readonly provinceCode: string;
  readonly item: string;
  readonly title: string;
  readonly units: number;
  readonly amount: bigint;
  readonly group: string;
  readonly ceiling: bigint | null;
  readonly ruleId: number;
  readonly spentOn: LocalDate;
  readonly receiptNo: string;
  readonly requestId: string;
}

const STANDS = `state not in ('REFUSED', 'WITHDRAWN')`;
const LAST = `
  left join lateral (
    select e.effective_on, e.note from support_entry e
     where e.claim_id = s.id and e.reverses_id is null and not exists (select from support_entry r where r.reverses_id = e.id)
     order by e.id desc limit 1) d on true`;
const LINE = `s.id, s.no, s.case_id as "caseId", c.code as "caseCode", c.worker_id as "workerId", w.full_name as "fullName", s.item, s.title, s.units, s.amount, s.group_code as "group", s.ceiling,
  (select p.basis from policy_rule p where p.id = s.policy_rule_id) as basis, s.spent_on as "spentOn", s.receipt_no as "receiptNo", s.claimed_on as "claimedOn",
  (select a.display_name from account a where a.id = s.account_id) as "claimedBy", s.state, s.fund_id as "fundId",
  (select f.title || ' – ' || f.budget_line || ' (' || f.year || ')' from support_fund f where f.id = s.fund_id) as "fundTitle",
  (select u.name from admin_unit u where u.level = 'commune' and u.code = c.commune_code and business_day() between u.valid_from and u.valid_to) as "communeName",
  d.effective_on as "decidedOn", d.note,
  coalesce((select jsonb_agg(jsonb_build_object(${SCAN}) order by f.sent_at) from support_claim_paper p join paper_file f on f.id = p.file_id where p.claim_id = s.id and f.state = 'kept'), '[]') as scans`;
const FROM = `support_claim s join case_file c on c.id = s.case_id join worker w on w.id = c.worker_id ${LAST}`;

type Rows<T> = T & Record<string, unknown>;

export const ClaimRows = {
  async ofCase(tx: Tx, caseId: string): Promise<ClaimLine[]> {
    return tx.query<Rows<ClaimLine>>(`select ${LINE} from ${FROM} where s.case_id = $1 order by s.no desc limit 200`, [caseId]);
  },

  async byIds(tx: Tx, ids: readonly string[]): Promise<ClaimLine[]> {
    return tx.query<Rows<ClaimLine>>(`select ${LINE} from ${FROM} where s.id = any ($1::uuid[]) order by s.no`, [ids]);
  },

  /** Claims in one state, those that wait longest first. */
  async queue(tx: Tx, filter: { state: ClaimState; province: string; after: number; limit: number }): Promise<ClaimLine[]> {
    return tx.query<Rows<ClaimLine>>(
      `select ${LINE} from ${FROM} where s.province_code = $1 and s.state = $2 and s.no > $3 order by s.no limit $4`,
      [filter.province, filter.state, filter.after, filter.limit],
    );
  },

  /** What was approved in a month and still is, by source and number: the list for the treasury. */
  async approvedIn(tx: Tx, first: LocalDate): Promise<ClaimLine[]> {
    return tx.query<Rows<ClaimLine>>(
      `select ${LINE} from ${FROM} where s.state in ('APPROVED', 'PAID') and exists (
         select from support_entry e where e.claim_id = s.id and e.deed = 'APPROVE' and e.reverses_id is null
            and e.effective_on >= $1::date and e.effective_on < $1::date + interval '1 month' and not exists (select from support_entry r where r.reverses_id = e.id))
        order by "fundTitle", s.no limit 5000`,
      [first],
    );
  },

  /** What stands of an item in a case. The case is locked: two claims of one item are judged one after the other. */
  async standing(tx: Tx, caseId: string, item: string): Promise<Standing> {
    await tx.query(`select 1 from case_file where id = $1 for no key update`, [caseId]);
    const [row] = await tx.query<{ units: number; amount: number }>(
      `select coalesce(sum(units), 0)::int as units, coalesce(sum(amount), 0)::bigint as amount from support_claim where case_id = $1 and item = $2 and ${STANDS}`,
      [caseId, item],
    );
    return { units: row!.units, amount: BigInt(row!.amount) };
  },

  /** Whether this receipt was claimed for the person before, in any of their cases. */
  async receiptUsed(tx: Tx, workerId: string, item: string, receiptNo: string): Promise<boolean> {
    const rows = await tx.query(
      `select 1 from support_claim s join case_file c on c.id = s.case_id where c.worker_id = $1 and s.item = $2 and lower(s.receipt_no) = lower($3) and s.${STANDS} limit 1`,
      [workerId, item, receiptNo],
    );
    return rows.length > 0;
  },

  async recorded(tx: Tx, caseId: string, requestId: string): Promise<boolean> {
    return (await tx.query(`select 1 from support_claim where case_id = $1 and request_id = $2`, [caseId, requestId])).length > 0;
  },

  async insert(tx: Tx, claim: NewClaim): Promise<void> {
    await tx.execute(
      `insert into support_claim (id, case_id, province_code, item, title, units, amount, group_code, ceiling, policy_rule_id, spent_on, receipt_no, request_id, account_id, organisation_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        claim.id,
        claim.caseId,
        claim.provinceCode,
        claim.item,
        claim.title,
        claim.units,
        claim.amount.toString(),
        claim.group,
        claim.ceiling?.toString() ?? null,
        claim.ruleId,
        claim.spentOn,
        claim.receiptNo,
        claim.requestId,
        tx.actor.accountId,
        tx.actor.organisationId,
      ],
    );
  },

  async lock(tx: Tx, ids: readonly string[]): Promise<LockedClaim[]> {
    return tx.query<Rows<LockedClaim>>(
      `select s.id, s.case_id as "caseId", s.amount, s.group_code as "group", s.state, s.fund_id as "fundId", s.account_id as "accountId", s.province_code as "provinceCode", w.full_name as "fullName"
         from support_claim s join case_file c on c.id = s.case_id join worker w on w.id = c.worker_id where s.id = any ($1::uuid[]) order by s.id for update of s`,
      [ids],
    );
  },

  async move(tx: Tx, ids: readonly string[], state: ClaimState, fundId: string | null): Promise<void> {
    await tx.execute(`update support_claim set state = $2, fund_id = $3 where id = any ($1::uuid[])`, [ids, state, fundId]);
  },

  /** How many of these claims this request has moved already. */
  async done(tx: Tx, ids: readonly string[], requestId: string): Promise<number> {
    return (await tx.query(`select 1 from support_entry where claim_id = any ($1::uuid[]) and request_id = $2`, [ids, requestId])).length;
  },

  /** The entry a state rests on, to be answered by its opposite. */
  async lastEntry(tx: Tx, claimId: string, deed: ClaimDeed): Promise<number> {
    const [row] = await tx.query<{ id: number }>(
      `select e.id from support_entry e where e.claim_id = $1 and e.deed = $2 and e.reverses_id is null
          and not exists (select from support_entry r where r.reverses_id = e.id) order by e.id desc limit 1`,
      [claimId, deed],
    );
    return row!.id;
  },
};
