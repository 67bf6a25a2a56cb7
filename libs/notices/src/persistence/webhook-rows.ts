import type { Tx } from '@app/platform';
import type { WebhookNext } from '../domain/webhook';

export interface WebhookLine {
  readonly id: string;
  readonly url: string;
  readonly kinds: readonly string[];
  readonly state: 'active' | 'stopped';
  readonly createdAt: string;
  readonly waiting: number;
  readonly sent: number;
  readonly failed: number;
}

export interface WebhookMessageLine {
  readonly id: string;
  readonly kind: string;
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly attempts: number;
  readonly lastStatus: number | null;
  readonly createdAt: string;
  readonly sentAt: string | null;
}

/** A message on its way: its body and how to sign and where to send it. */
export interface DueMessage {
  readonly id: string;
  readonly endpointId: string;
  readonly url: string;
  readonly secret: Buffer;
  readonly body: string;
  readonly attempt: number;
}

/** Until a claimed message is tried again when the program that claimed it has died. */
const CLAIM_SECONDS = 120;

/** Messages of one endpoint in one round. */
const MOST_OF_ONE = 8;

export const WebhookRows = {
  async list(tx: Tx): Promise<WebhookLine[]> {
    return tx.query<WebhookLine & Record<string, unknown>>(
      `select e.id, e.url, e.kinds, e.state, e.created_at as "createdAt", count(m.id) filter (where m.state = 'waiting')::int as waiting,
         count(m.id) filter (where m.state = 'sent')::int as sent, count(m.id) filter (where m.state = 'failed')::int as failed
       from webhook_endpoint e left join webhook_message m on m.endpoint_id = e.id and m.created_at > now() - interval '7 days' group by e.id order by e.created_at`,
    );
  },

  /** The same endpoint again gets the newer secret: it is the one that was told. */
  async add(tx: Tx, row: { id: string; organisationId: string; url: string; kinds: readonly string[]; secret: Buffer }): Promise<void> {
    await tx.execute(
      `insert into webhook_endpoint (id, organisation_id, url, kinds, secret_cipher, created_by) values ($1, $2, $3, $4, $5, $6)
       on conflict (id) do update set secret_cipher = excluded.secret_cipher`,
      [row.id, row.organisationId, row.url, row.kinds, row.secret, tx.actor.accountId],
    );
  },

  async remove(tx: Tx, id: string): Promise<boolean> {
    return (await tx.execute(`delete from webhook_endpoint where id = $1`, [id])) === 1;
  },

  async messages(tx: Tx, endpointId: string): Promise<WebhookMessageLine[]> {
    return tx.query<WebhookMessageLine & Record<string, unknown>>(
      `select id, kind, state, attempts, last_status as "lastStatus", created_at as "createdAt", sent_at as "sentAt" from webhook_message
        where endpoint_id = $1 order by created_at desc, id limit 100`,
      [endpointId],
    );
  },

  async exists(tx: Tx, id: string): Promise<boolean> {
    return (await tx.query(`select from webhook_endpoint where id = $1`, [id])).length === 1;
  },

  /** A message of no case, to try the connection. */
  async ping(tx: Tx, id: string, endpointId: string): Promise<void> {
    await tx.execute(
      `insert into webhook_message (id, endpoint_id, kind, body) values ($1, $2, 'PING', jsonb_build_object('type', 'ping', 'timestamp', now(), 'data', '{}'::jsonb))
       on conflict (id) do nothing`,
      [id, endpointId],
    );
  },

  /** Everything since a moment once more, under the same ids. */
  async replay(tx: Tx, endpointId: string, since: string): Promise<number> {
    await tx.execute(`update webhook_endpoint set state = 'active' where id = $1`, [endpointId]);
    return tx.execute(
      `update webhook_message set state = 'waiting', attempts = 0, due_at = now() where endpoint_id = $1 and created_at >= $2::timestamptz`,
      [endpointId, since],
    );
  },

  /**
   * Facts committed since the last round become messages of the endpoints of the agency that had the case then; each fact once per endpoint, whatever
   * is run twice. That the case passed to another agency is told to both.
   */
  async feed(tx: Tx): Promise<number> {
    return tx.execute(
      `with seen as (select pg_snapshot_xmin(pg_current_snapshot()) as until),
       span as (
         select e.id, e.organisation_id, e.kinds, e.after_tx from webhook_endpoint e, seen where e.state = 'active' and e.after_tx < seen.until for update of e skip locked),
       moved as (update webhook_endpoint e set after_tx = seen.until from span, seen where e.id = span.id)
       insert into webhook_message (id, endpoint_id, event_id, kind, body)
       select gen_random_uuid(), s.id, v.id, v.kind, jsonb_build_object('type', 'case.' || lower(v.kind), 'timestamp', v.recorded_at, 'data', jsonb_build_object('eventId', v.id,
           'caseId', c.id, 'caseCode', c.code, 'kind', v.kind, 'effectiveOn', v.effective_on, 'stage', v.stage_after, 'version', v.case_version, 'correctsEventId', v.corrects_id))
         from span s join seen on true join case_event v on v.tx_id >= s.after_tx and v.tx_id < seen.until join case_file c on c.id = v.case_id
         left join lateral (select (n.detail->>'fromAgencyId')::uuid as id from case_event n
           where n.case_id = v.case_id and n.kind = 'AGENCY_CHANGED' and n.id >= v.id order by n.id limit 1) had on true
        where (coalesce(had.id, c.agency_id) = s.organisation_id or v.kind = 'AGENCY_CHANGED' and (v.detail->>'agencyId')::uuid = s.organisation_id)
          and (cardinality(s.kinds) = 0 or v.kind = any (s.kinds))
       on conflict on constraint webhook_message_once do nothing`,
    );
  },

  /** Takes what is due for one try; nobody else takes it meanwhile. Of one endpoint only so many at once: one that lags holds nobody else up. */
  async claim(tx: Tx, most: number): Promise<DueMessage[]> {
    return tx.query<DueMessage & Record<string, unknown>>(
      `with due as (
         select l.id from webhook_endpoint e cross join lateral (
             select m.id, m.due_at from webhook_message m where m.endpoint_id = e.id and m.state = 'waiting' and m.due_at <= now()
              order by m.due_at limit $3 for update skip locked) l
          where e.state = 'active' order by l.due_at limit $1)
       update webhook_message m set attempts = m.attempts + 1, due_at = now() + make_interval(secs => $2) from due, webhook_endpoint e
        where m.id = due.id and e.id = m.endpoint_id
       returning m.id, m.endpoint_id as "endpointId", e.url, e.secret_cipher as secret, m.body::text as body, m.attempts as attempt`,
      [most, CLAIM_SECONDS, MOST_OF_ONE],
    );
  },

  /** Told long ago, given up, or owed to somebody who listens no more. */
  async forget(tx: Tx, days: number): Promise<number> {
    return tx.execute(
      `delete from webhook_message m using webhook_endpoint e where e.id = m.endpoint_id and m.created_at < now() - make_interval(days => $1) and (m.state <> 'waiting' or e.state = 'stopped')`,
      [days],
    );
  },

  async settle(tx: Tx, { id, endpointId }: DueMessage, status: number, next: WebhookNext): Promise<void> {
    await tx.execute(
      `update webhook_message set state = $2, last_status = $3, sent_at = case when $2 = 'sent' then now() end, due_at = now() + make_interval(secs => $4) where id = $1`,
      [id, next.state, status, next.state === 'waiting' ? next.inSeconds : 0],
    );
    if (status === 410) await tx.execute(`update webhook_endpoint set state = 'stopped' where id = $1`, [endpointId]);
  },
};
