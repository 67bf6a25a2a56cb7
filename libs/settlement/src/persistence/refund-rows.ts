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
}

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
  /** False: this refund of the case is known already. */
  async insert(tx: Tx, refund: NewRefund): Promise<boolean> {
    return (
      (await tx.execute(
        `insert into refund (id, case_id, kind, principal, interest, due_by, detail, policy_rule_id, request_id, account_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict (case_id, kind) do nothing`,
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
      `select id, kind, principal, interest, paid, due_by as "dueBy", detail from refund where case_id = $1 order by recorded_at`,
      [caseId],
    );
  },

  async lock(tx: Tx, id: string): Promise<(RefundLine & { caseId: string }) | undefined> {
    const rows = await tx.query<RefundLine & { caseId: string } & Record<string, unknown>>(
      `select id, case_id as "caseId", kind, principal, interest, paid, due_by as "dueBy", detail from refund where id = $1 for update`,
      [id],
    );
    return rows[0];
  },

  async unpaid(tx: Tx, caseId: string): Promise<bigint> {
    const rows = await tx.query<{ left: number }>(
      `select coalesce(sum(principal + interest - paid), 0)::bigint as left from refund where case_id = $1`,
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
};
