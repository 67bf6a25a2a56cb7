import type { Tx } from '@app/platform';
import type { PolicyRow } from '../domain/policy-rule';

/** Rules one person puts forward; a second person's approval publishes them. */
export interface PolicyProposal {
  readonly id: string;
  readonly rules: readonly PolicyRow[];
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
}

const LINE = `id, rules, proposed_login as "proposedBy", proposed_at as "proposedAt", approved_login as "approvedBy", approved_at as "approvedAt"`;

/** Requests write proposals and rules through two functions of the database: author and approver come from the transaction, never from a caller. */
export const ProposalRows = {
  async add(tx: Tx, id: string, rules: readonly PolicyRow[]): Promise<void> {
    await tx.query(`select propose_policies($1, $2::jsonb)`, [id, JSON.stringify(rules)]);
  },

  async find(tx: Tx, id: string): Promise<(PolicyProposal & { authorId: string }) | undefined> {
    const [row] = await tx.query<PolicyProposal & { authorId: string }>(
      `select ${LINE}, proposed_by as "authorId" from policy_proposal where id = $1`,
      [id],
    );
    return row;
  },

  /** Open ones, oldest first, at most 100. */
  async open(tx: Tx): Promise<PolicyProposal[]> {
    return tx.query<PolicyProposal & Record<string, unknown>>(
      `select ${LINE} from policy_proposal where approved_at is null order by proposed_at, id limit 100`,
    );
  },

  /** How many rules it added. */
  async approve(tx: Tx, id: string): Promise<number> {
    return (await tx.query<{ added: number }>(`select approve_policies($1) as added`, [id]))[0]!.added;
  },
};
