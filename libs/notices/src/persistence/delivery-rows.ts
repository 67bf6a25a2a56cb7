import type { Tx } from '@app/platform';

/** A delivery this process may send until its lease ends. */
export interface ClaimedDelivery {
  id: number;
  noticeId: number;
  address: string;
  messageId: string;
  /** Grows with each claim; a result under an older fence is refused. */
  fence: number;
  attempts: number;
  possibleCopies: number;
  hoursTrying: number;
}

export interface DeliveryResult {
  id: number;
  fence: number;
  state: 'sent' | 'retry' | 'bounced' | 'uncertain' | 'dead';
  reason: string | null;
  inSeconds: number | null;
  /** The server may have taken this try. */
  doubtful: boolean;
}

/** A delivery that ended without the mail being taken for sure. */
export interface LostDelivery {
  id: number;
  noticeId: number;
  state: 'bounced' | 'dead';
  reason: string;
  province: string;
  commune: string | null;
}

/** Above the deadline of one send, waiting for a free connection included. */
const LEASE = `interval '3 minutes'`;

const claim = (which: string) => `
  with due as (
    select d.id from delivery d
    where ${which} and d.state in ('queued', 'retry', 'uncertain') and d.next_attempt_at <= now()
      and not exists (select from mail_gate where closed_since is not null)
    order by d.next_attempt_at, d.id limit $1 for update skip locked)
  update delivery d set state = 'sending', fence = fence + 1, attempts = attempts + 1, lease_until = now() + ${LEASE},
    first_tried_at = coalesce(first_tried_at, now())
  from due where d.id = due.id
  returning d.id, d.notice_id as "noticeId", d.address, d.message_id as "messageId", d.fence, d.attempts,
    d.possible_copies::int as "possibleCopies", (extract(epoch from now() - d.first_tried_at) / 3600)::float8 as "hoursTrying"`;

const LOST = `select l.id, l.notice_id as "noticeId", l.state, l.last_error as reason, n.province_code as province, n.commune_code as commune
  from lost l join notice n on n.id = l.notice_id order by l.id`;

export const DeliveryRows = {
  /** Takes deliveries of these notices that are due. */
  async claimOf(tx: Tx, noticeIds: readonly number[], limit: number): Promise<ClaimedDelivery[]> {
    return tx.query<ClaimedDelivery>(claim('d.notice_id = any ($2::bigint[])'), [limit, noticeIds], 'delivery_claim_of');
  },

  /** Takes any that are due: retries, and copies whose job was lost. `idleSeconds` leaves fresh ones to their own job. */
  async claimDue(tx: Tx, limit: number, idleSeconds: number): Promise<ClaimedDelivery[]> {
    return tx.query<ClaimedDelivery>(
      claim(`(d.state <> 'queued' or d.created_at < now() - make_interval(secs => $2))`),
      [limit, idleSeconds],
      'delivery_claim_due',
    );
  },

  /** Writes all results in one statement; returns the deliveries that are lost. */
  async finish(tx: Tx, results: readonly DeliveryResult[]): Promise<LostDelivery[]> {
    return tx.query<LostDelivery>(
      `with result as (select * from jsonb_to_recordset($1::jsonb) as r(id bigint, fence int, state text, reason text, "inSeconds" float8, doubtful boolean)),
       lost as (
         update delivery d set state = r.state, last_error = r.reason, lease_until = null,
           sent_at = case when r.state = 'sent' then now() end,
           next_attempt_at = case when r."inSeconds" is null then d.next_attempt_at else now() + make_interval(secs => r."inSeconds") end,
           possible_copies = d.possible_copies + r.doubtful::int
         from result r where d.id = r.id and d.fence = r.fence and d.state = 'sending'
         returning d.id, d.notice_id, d.state, d.last_error)
       ${LOST.replace('order by', `where l.state in ('bounced', 'dead') order by`)}`,
      [JSON.stringify(results)],
      'delivery_finish',
    );
  },

  /** A process died while sending: what it had claimed may have been taken. Returns those that are given up. */
  async expireLeases(tx: Tx, waitSeconds: number): Promise<LostDelivery[]> {
    return tx.query<LostDelivery>(
      `with lost as (
         update delivery set state = case when possible_copies >= 1 then 'dead' else 'uncertain' end, fence = fence + 1, lease_until = null,
           possible_copies = possible_copies + 1, next_attempt_at = now() + make_interval(secs => $1), last_error = 'LEASE_LOST'
         where state = 'sending' and lease_until < now()
         returning id, notice_id, state, last_error)
       ${LOST.replace('order by', `where l.state = 'dead' order by`)}`,
      [waitSeconds],
      'delivery_expire',
    );
  },
};
