import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { EscrowDeed, EscrowKind } from '../domain/escrow';

export interface EscrowLine {
  readonly id: string;
  readonly kind: EscrowKind;
  readonly amount: number;
  readonly signedOn: LocalDate;
  readonly dueBy: LocalDate | null;
  readonly state: string;
  readonly balance: number;
}

const COLUMNS = `id, kind, amount, signed_on as "signedOn", due_by as "dueBy", state, balance`;
/** Which account stands against the held money. */
const AGAINST: Readonly<Record<EscrowDeed, 'cash' | 'interest' | 'claim'>> = {
  DEPOSIT: 'cash',
  INTEREST: 'interest',
  RETURN: 'cash',
  FORFEIT: 'cash',
  USE: 'claim',
};
const STATE: Readonly<Partial<Record<EscrowDeed, string>>> = { DEPOSIT: 'PAID', RETURN: 'RETURNED', FORFEIT: 'FORFEITED' };

export const EscrowRows = {
  async ofCase(tx: Tx, caseId: string): Promise<EscrowLine[]> {
    return tx.query<EscrowLine & Record<string, unknown>>(`select ${COLUMNS} from escrow where case_id = $1 order by kind`, [caseId]);
  },

  /** Opens the escrow where there is none, and locks it. */
  async lock(
    tx: Tx,
    escrow: {
      id: string;
      caseId: string;
      kind: EscrowKind;
      amount: number;
      signedOn: LocalDate;
      dueBy: LocalDate | null;
      ruleId: number | null;
    },
  ): Promise<EscrowLine> {
    await tx.execute(
      `insert into escrow (id, case_id, kind, amount, signed_on, due_by, policy_rule_id) values ($1, $2, $3, $4, $5, $6, $7) on conflict (case_id, kind) do nothing`,
      [escrow.id, escrow.caseId, escrow.kind, escrow.amount, escrow.signedOn, escrow.dueBy, escrow.ruleId],
    );
    const rows = await tx.query<EscrowLine & Record<string, unknown>>(
      `select ${COLUMNS} from escrow where case_id = $1 and kind = $2 for update`,
      [escrow.caseId, escrow.kind],
    );
    return rows[0]!;
  },

  async record(
    tx: Tx,
    escrowId: string,
    entry: {
      kind: EscrowKind;
      deed: EscrowDeed;
      amount: number;
      on: LocalDate;
      reference: string;
      note?: string;
      requestId: string;
      out: boolean;
      balance: number;
    },
  ): Promise<void> {
    const held = entry.out ? -entry.amount : entry.amount;
    const fresh = await tx.execute(
      `insert into escrow_entry (escrow_id, kind, deed, effective_on, held, ${AGAINST[entry.deed]}, reference, request_id, account_id, note)
       values ($1, $2, $3, $4, $5::bigint, -$5::bigint, $6, $7, $8, $9) on conflict (escrow_id, request_id) do nothing`,
      [escrowId, entry.kind, entry.deed, entry.on, held, entry.reference, entry.requestId, tx.actor.accountId, entry.note ?? null],
    );
    if (fresh === 1)
      await tx.execute(`update escrow set balance = $2, state = coalesce($3, state) where id = $1`, [
        escrowId,
        entry.balance,
        STATE[entry.deed] ?? null,
      ]);
  },
};
