import type { Tx } from '@app/platform';
import type { ApiKeyKind } from '../domain/api-key';

export interface ApiKeyLine {
  readonly id: string;
  readonly label: string;
  readonly kind: ApiKeyKind;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly expiresAt: Date;
}

/** Keys of the actor's organisation. */
export const ApiKeyRows = {
  async has(tx: Tx, id: string): Promise<boolean> {
    return (await tx.query(`select 1 from api_key where id = $1`, [id])).length > 0;
  },

  /** False: the row is there already, with its own secret. */
  async add(tx: Tx, key: { id: string; label: string; kind: ApiKeyKind; days: number; tokenHash: Buffer }): Promise<boolean> {
    const added = await tx.execute(
      `insert into api_key (id, account_id, organisation_id, label, token_hash, kind, expires_at)
       values ($1, $2, $3, $4, $5, $6, now() + make_interval(days => $7)) on conflict (id) do nothing`,
      [key.id, tx.actor.accountId, tx.actor.organisationId, key.label, key.tokenHash, key.kind, key.days],
    );
    return added === 1;
  },

  async list(tx: Tx): Promise<ApiKeyLine[]> {
    return tx.query<ApiKeyLine>(
      `select id, label, kind, created_at as "createdAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt", expires_at as "expiresAt"
       from api_key where organisation_id = $1 order by created_at desc, id limit 100`,
      [tx.actor.organisationId],
    );
  },

  /** Live keys of the organisation, for the limit. */
  async countLive(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `select count(*)::int as n from api_key where organisation_id = $1 and revoked_at is null and expires_at > now()`,
      [tx.actor.organisationId],
    );
    return row?.n ?? 0;
  },

  async revoke(tx: Tx, id: string): Promise<'revoked' | 'already' | 'unknown'> {
    if (
      (await tx.execute(`update api_key set revoked_at = now() where id = $1 and account_id = $2 and revoked_at is null`, [
        id,
        tx.actor.accountId,
      ])) === 1
    )
      return 'revoked';
    const seen = await tx.query(`select 1 from api_key where id = $1 and account_id = $2`, [id, tx.actor.accountId]);
    return seen.length ? 'already' : 'unknown';
  },
};
