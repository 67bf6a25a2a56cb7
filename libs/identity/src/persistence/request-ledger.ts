import type { Tx } from '@app/platform';

export interface NamedRequest {
  /** The client's key; belongs to the actor's account. */
  readonly key: string;
  /** Method and route pattern. */
  readonly route: string;
  /** SHA-256 of what was asked. */
  readonly hash: Buffer;
}

export type RequestTurn =
  | { readonly turn: 'go' }
  | { readonly turn: 'answered'; readonly status: number; readonly response: unknown }
  /** The same key asked something else before. */
  | { readonly turn: 'differs' }
  /** The first of them is still at work. */
  | { readonly turn: 'busy' };

/** A request whose process died is free again after this: the use cases below are idempotent by request id themselves. */
const ABANDONED = `interval '60 seconds'`;

/** Answers by request id of an account: a retry and a double click get the first answer and change nothing. */
export const RequestLedger = {
  async begin(tx: Tx, request: NamedRequest): Promise<RequestTurn> {
    const own = [tx.actor.accountId, request.key];
    const fresh = await tx.execute(
      `insert into idempotency_key (account_id, key, route, request_hash) values ($1, $2, $3, $4) on conflict (account_id, key) do nothing`,
      [...own, request.route, request.hash],
      'request_begin',
    );
    if (fresh === 1) return { turn: 'go' };
    const [known] = await tx.query<{ same: boolean; status: number | null; response: unknown }>(
      `select route = $3 and request_hash = $4 as same, status, response from idempotency_key where account_id = $1 and key = $2`,
      [...own, request.route, request.hash],
      'request_known',
    );
    if (!known?.same) return { turn: 'differs' };
    if (known.status) return { turn: 'answered', status: known.status, response: known.response };
    const taken = await tx.execute(
      `update idempotency_key set status = null, created_at = now()
       where account_id = $1 and key = $2 and (status = 0 or (status is null and created_at < now() - ${ABANDONED}))`,
      own,
    );
    return { turn: taken === 1 ? 'go' : 'busy' };
  },

  /** The answer an own request was given, and how many minutes ago it was made; undefined: none, or not finished. */
  async given(tx: Tx, key: string): Promise<{ response: unknown; minutes: number } | undefined> {
    const rows = await tx.query<{ response: unknown; minutes: number }>(
      `select response, extract(epoch from now() - created_at)::float8 / 60 as minutes from idempotency_key
        where account_id = $1 and key = $2 and status between 200 and 299`,
      [tx.actor.accountId, key],
    );
    return rows[0];
  },

  async finish(tx: Tx, key: string, status: number, response: unknown): Promise<void> {
    await tx.execute(
      `update idempotency_key set status = $3, response = $4 where account_id = $1 and key = $2`,
      [tx.actor.accountId, key, status, response === undefined ? null : JSON.stringify(response)],
      'request_finish',
    );
  },

  /** The request was refused or failed: the same key may try again. */
  async release(tx: Tx, key: string): Promise<void> {
    await tx.execute(`update idempotency_key set status = 0 where account_id = $1 and key = $2 and status is null`, [
      tx.actor.accountId,
      key,
    ]);
  },
};
