import type { PushKeyPair, PushTarget, Seal, Tx } from '@app/platform';
import { newId } from '@app/kernel';
import type { LocalMoment } from '../domain/notification-setting';
import { ADDRESSED } from './addressed-sql';

/** Outbox topic of one account to push to; payload `{accountId, urgent, attempt?, subscriptionId?}`. */
export const NOTICE_PUSH_TOPIC = 'notices.push.v1';

const KEY_ROW = 'push-key';
/** Browsers of one account; one more lets the oldest go. */
const MOST_BROWSERS = 10;

/** Accounts meant by these notices that have a browser waiting and want to hear of them, once each while one is still on its way. */
const OWE = `
  with due as materialized (
    select id, addressee, kind, province_code, split_part(addressee, ':', 1) as to_kind, split_part(addressee, ':', 2) as to_key
    from notice where id = any ($1::bigint[]) and state in ('sealed', 'letter') and kind <> 'weekly'),
  ${ADDRESSED},
  wanted as (
    select p.id as account_id, bool_or(d.kind = 'urgent') as urgent
    from person p join due d on d.id = p.notice_id left join notification_setting s on s.account_id = p.id
    where exists (select from push_subscription t where t.account_id = p.id)
      and case d.kind when 'urgent' then coalesce(s.urgent_push, true) else coalesce(s.usual_push, false) end
    group by p.id)
  insert into outbox (topic, payload)
  select '${NOTICE_PUSH_TOPIC}', jsonb_build_object('accountId', w.account_id, 'urgent', w.urgent) from wanted w
  where not exists (select from outbox o where o.topic = '${NOTICE_PUSH_TOPIC}' and o.done_at is null and o.dead_at is null
    and o.payload->>'accountId' = w.account_id::text and ((o.payload->>'urgent')::boolean or not w.urgent))`;

export interface StoredTarget {
  readonly id: string;
  readonly target: PushTarget;
}

export const PushRows = {
  async key(tx: Tx, seal: Seal): Promise<PushKeyPair | undefined> {
    const [row] = await tx.query<{ publicKey: string; cipher: Buffer }>(
      `select public_key as "publicKey", private_key_cipher as cipher from push_key`,
    );
    return row && { publicKey: row.publicKey, privateKey: seal.open(row.cipher, KEY_ROW) };
  },

  /** The first key stays: of two made at once one is dropped. */
  async addKey(tx: Tx, seal: Seal, keys: PushKeyPair): Promise<void> {
    await tx.execute(`insert into push_key (public_key, private_key_cipher) values ($1, $2) on conflict do nothing`, [
      keys.publicKey,
      seal.close(keys.privateKey, KEY_ROW),
    ]);
  },

  /** The same browser again takes its own place. */
  async add(tx: Tx, seal: Seal, accountId: string, target: PushTarget): Promise<void> {
    const id = newId();
    await PushRows.remove(tx, seal, accountId, target.endpoint);
    await tx.execute(`insert into push_subscription (id, account_id, endpoint_index, target_cipher) values ($1, $2, $3, $4)`, [
      id,
      accountId,
      seal.blindIndex('push-endpoint', target.endpoint),
      seal.close(JSON.stringify(target), id),
    ]);
    await tx.execute(
      `delete from push_subscription where account_id = $1 and id not in (
         select id from push_subscription where account_id = $1 order by created_at desc, id desc limit ${MOST_BROWSERS})`,
      [accountId],
    );
  },

  async remove(tx: Tx, seal: Seal, accountId: string, endpoint: string): Promise<void> {
    await tx.execute(`delete from push_subscription where account_id = $1 and endpoint_index = $2`, [
      accountId,
      seal.blindIndex('push-endpoint', endpoint),
    ]);
  },

  async owe(tx: Tx, noticeIds: readonly number[]): Promise<number> {
    return tx.execute(OWE, [noticeIds], 'push_owe');
  },

  /** The account's browsers (or one of them), locked: two copies of a job do not push twice. */
  async take(tx: Tx, seal: Seal, accountId: string, only: string | null): Promise<{ targets: StoredTarget[]; sinceLast: number | null }> {
    const rows = await tx.query<{ id: string; cipher: Buffer; since: number | null }>(
      `select id, target_cipher as cipher, (extract(epoch from now() - pushed_at) / 60)::float8 as since from push_subscription
       where account_id = $1 and ($2::uuid is null or id = $2) order by id for update`,
      [accountId, only],
    );
    const since = rows.flatMap((row) => (row.since === null ? [] : [row.since]));
    return {
      targets: rows.map(({ id, cipher }) => ({ id, target: JSON.parse(seal.open(cipher, id)) as PushTarget })),
      sinceLast: since.length ? Math.min(...since) : null,
    };
  },

  async mark(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.execute(`update push_subscription set pushed_at = now() where id = any ($1::uuid[])`, [ids]);
  },

  async forget(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.execute(`delete from push_subscription where id = any ($1::uuid[])`, [ids]);
  },

  async now(tx: Tx): Promise<LocalMoment & { at: Date }> {
    const [row] = await tx.query<LocalMoment & { at: Date }>(
      `select to_char(now() at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI') as time, extract(isodow from now() at time zone 'Asia/Ho_Chi_Minh')::int as weekday, now() as at`,
    );
    return row!;
  },
};
