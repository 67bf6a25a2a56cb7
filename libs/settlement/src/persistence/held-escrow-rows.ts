import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { DECIDED_STAGES, type EscrowKind } from '../domain/escrow';

/** What a bank office looks at: `todo`: not paid in yet, or the case is over and money still lies there; `held`; `over`. */
export const ESCROW_VIEWS = ['todo', 'held', 'over'] as const;
export type EscrowView = (typeof ESCROW_VIEWS)[number];

export interface HeldEscrow {
  readonly caseId: string;
  readonly caseCode: string;
  readonly fullName: string;
  readonly stage: string;
  readonly returnType: string | null;
  readonly agencyName: string | null;
  /** đồng. */
  readonly amount: number;
  readonly balance: number;
  readonly state: string;
  readonly signedOn: LocalDate;
  readonly dueBy: LocalDate | null;
}

export interface EscrowTotals {
  readonly accounts: number;
  readonly held: number;
}

/** Borrowers of the office in a public programme to Korea who have signed and not paid in: the rule of the day of the signing says until when. */
const ASKED = `
  select c.id, c.contract_signed_on as signed_on, c.contract_signed_on + (p.value ->> 'payWithinDays')::int as due_by, (p.value ->> 'amount')::bigint as amount
    from case_file c join policy_rule p on p.key = 'escrow.eps' and p.market = 'KR' and p.valid @> c.contract_signed_on
   where c.bank_id = $1 and c.market = 'KR' and c.legal_form = 'PUBLIC' and c.stage in ('CONTRACTED', 'READY')
     and not exists (select from escrow e where e.case_id = c.id and e.kind = 'EPS')`;
/** The cases behind the accounts the office holds, whoever follows them, and behind those it is still to get. */
const CASES = `
  select h.case_id, h.case_code, h.full_name, h.stage, h.return_type, h.agency_name from bank_held_cases() h
  union
  select a.id, c.code, w.full_name, c.stage, c.return_type, (select o.name from organisation o where o.id = c.agency_id)
    from (${ASKED}) a join case_file c on c.id = a.id join worker w on w.id = c.worker_id where $2 = 'EPS'`;
const WANTED: Readonly<Record<EscrowView, string>> = {
  todo: `(x.state = 'DUE' or x.balance > 0 and c.stage = any ($6))`,
  held: `x.balance > 0 and c.stage <> all ($6)`,
  over: `x.state in ('RETURNED', 'FORFEITED', 'USED') and $6::text[] is not null`,
};

export const HeldEscrowRows = {
  /** One ledger only, whichever is asked; in the order of the day it has to be paid by, or was signed on. */
  async list(
    tx: Tx,
    kind: EscrowKind,
    view: EscrowView,
    { after, limit }: { after: { day: string; id: string } | undefined; limit: number },
  ): Promise<HeldEscrow[]> {
    return tx.query<HeldEscrow & Record<string, unknown>>(
      `select c.case_id as "caseId", c.case_code as "caseCode", c.full_name as "fullName", c.stage, c.return_type as "returnType",
          c.agency_name as "agencyName", x.amount, x.balance, x.state, x.signed_on as "signedOn", x.due_by as "dueBy"
         from (select e.case_id, e.amount, e.balance, e.state, e.signed_on, e.due_by from escrow e where e.bank_id = $1 and e.kind = $2
               union all select a.id, a.amount, 0, 'DUE', a.signed_on, a.due_by from (${ASKED}) a where $2 = 'EPS') x
         join (${CASES}) c on c.case_id = x.case_id
        where ${WANTED[view]} and (coalesce(x.due_by, x.signed_on), c.case_id) > ($3::date, $4::uuid)
        order by coalesce(x.due_by, x.signed_on), c.case_id limit $5`,
      [
        tx.actor.organisationId,
        kind,
        after?.day ?? '-infinity',
        after?.id ?? '00000000-0000-0000-0000-000000000000',
        limit,
        DECIDED_STAGES,
      ],
      `held_escrows_${view}`,
    );
  },

  /** What lies in one ledger of the office. */
  async totals(tx: Tx, kind: EscrowKind): Promise<EscrowTotals> {
    const rows = await tx.query<EscrowTotals & Record<string, unknown>>(
      `select count(*)::int as accounts, coalesce(sum(balance), 0)::bigint as held from escrow where bank_id = $1 and kind = $2 and balance > 0`,
      [tx.actor.organisationId, kind],
    );
    return rows[0]!;
  },
};
