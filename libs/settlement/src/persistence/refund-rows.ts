import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';

export interface RefundLine {
  readonly id: string;
  readonly kind: string;
  readonly principal: number;
  readonly interest: number;
  readonly paid: number;
  readonly dueBy: LocalDate;
  readonly detail: Readonly<Record<string, unknown>>;
  /** The rule it was worked out by, and whether an office has confirmed it. */
  readonly ruleBasis: string | null;
  readonly ruleCertain: boolean;
  readonly payments: readonly RefundPayment[];
}

export interface RefundPayment {
  readonly id: number;
  readonly amount: number;
  readonly on: LocalDate;
  readonly proof: string;
  readonly takenBack: boolean;
}

export type LockedRefund = Omit<RefundLine, 'payments' | 'ruleBasis' | 'ruleCertain'> & { readonly caseId: string };

export interface NewRefund {
  readonly id: string;
  readonly caseId: string;
  readonly kind: string;
  readonly principal: bigint;
  readonly interest: bigint;
  readonly dueBy: LocalDate;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly ruleId: number | null;
  readonly requestId: string;
}

export const RefundRows = {
  /** False: the case has a refund already. */
  async insert(tx: Tx, refund: NewRefund): Promise<boolean> {
    return (
      (await tx.execute(
        `insert into refund (id, case_id, kind, principal, interest, due_by, detail, policy_rule_id, request_id, account_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict (case_id) where withdrawn_at is null do nothing`,
        [
          refund.id,
          refund.caseId,
          refund.kind,
          refund.principal.toString(),
          refund.interest.toString(),
          refund.dueBy,
          refund.detail,
          refund.ruleId,
          refund.requestId,
          tx.actor.accountId,
        ],
      )) === 1
    );
  },

  async ofCase(tx: Tx, caseId: string): Promise<RefundLine[]> {
    return tx.query<RefundLine & Record<string, unknown>>(
      `select id, kind, principal, interest, paid, due_by as "dueBy", detail, (select p.basis from policy_rule p where p.id = policy_rule_id) as "ruleBasis",
          coalesce((select p.certain from policy_rule p where p.id = policy_rule_id), false) as "ruleCertain", coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'amount', p.amount, 'on', p.paid_on, 'proof', p.proof,
            'takenBack', exists (select from refund_payment r where r.reverses_id = p.id)) order by p.id) from refund_payment p where p.refund_id = refund.id and p.reverses_id is null), '[]') as payments
         from refund where case_id = $1 and withdrawn_at is null order by recorded_at`,
      [caseId],
    );
  },

  async lock(tx: Tx, id: string): Promise<LockedRefund | undefined> {
    const rows = await tx.query<LockedRefund & Record<string, unknown>>(
      `select id, case_id as "caseId", kind, principal, interest, paid, due_by as "dueBy", detail from refund where id = $1 and withdrawn_at is null for update`,
      [id],
    );
    return rows[0];
  },

  async unpaid(tx: Tx, caseId: string): Promise<bigint> {
    const rows = await tx.query<{ left: number }>(
      `select coalesce(sum(principal + interest - paid), 0)::bigint as left from refund where case_id = $1 and withdrawn_at is null`,
      [caseId],
    );
    return BigInt(rows[0]!.left);
  },

  /** False: this request paid before. */
  async pay(tx: Tx, id: string, payment: { amount: number; on: LocalDate; proof: string; requestId: string }): Promise<boolean> {
    const fresh = await tx.execute(
      `insert into refund_payment (refund_id, amount, paid_on, proof, request_id, account_id) values ($1, $2, $3, $4, $5, $6) on conflict (refund_id, request_id) do nothing`,
      [id, payment.amount, payment.on, payment.proof, payment.requestId, tx.actor.accountId],
    );
    if (fresh === 1) await tx.execute(`update refund set paid = paid + $2 where id = $1`, [id, payment.amount]);
    return fresh === 1;
  },

  /** Undefined: not in this case; false: taken back before, or paid in part. */
  async withdraw(tx: Tx, caseId: string, id: string, reason: string): Promise<boolean | undefined> {
    const rows = await tx.query<{ open: boolean }>(
      `select withdrawn_at is null and paid = 0 as open from refund where id = $1 and case_id = $2 for update`,
      [id, caseId],
    );
    if (!rows[0]?.open) return rows[0] && false;
    await tx.execute(`update refund set withdrawn_at = now(), withdrawn_why = $2 where id = $1`, [id, reason]);
    return true;
  },

  /** Takes a payment back by one with the other sign. Undefined: not in this case; false: taken back before. */
  async reversePayment(tx: Tx, caseId: string, id: number, why: { reason: string; requestId: string }): Promise<boolean | undefined> {
    const [payment] = await tx.query<{ refund: string; reversal: boolean }>(
      `select r.id as refund, p.reverses_id is not null as reversal from refund_payment p join refund r on r.id = p.refund_id where p.id = $1 and r.case_id = $2 for update of r`,
      [id, caseId],
    );
    if (!payment || payment.reversal) return payment && false;
    const fresh = await tx.execute(
      `insert into refund_payment (refund_id, amount, paid_on, proof, reverses_id, request_id, account_id, note)
       select refund_id, -amount, paid_on, proof, id, $2, $3, $4 from refund_payment where id = $1 on conflict on constraint refund_payment_reversed_once do nothing`,
      [id, why.requestId, tx.actor.accountId, why.reason],
    );
    if (fresh === 1)
      await tx.execute(`update refund set paid = (select sum(amount) from refund_payment where refund_id = $1) where id = $1`, [
        payment.refund,
      ]);
    return fresh === 1;
  },
};
