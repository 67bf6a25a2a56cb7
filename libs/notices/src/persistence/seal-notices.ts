import type { Tx } from '@app/platform';
import { ADDRESSED } from './addressed-sql';

/**
 * Closes open notices and makes one delivery per address of the office as it is today: its own e-mail and those of its
 * active accounts that want one. Without any address the notice becomes a letter. Returns how many were closed.
 */
export async function sealNotices(tx: Tx, ids: readonly number[], messageDomain: string): Promise<number> {
  return tx.execute(SEAL, [ids, messageDomain], 'notice_seal');
}

const SEAL = `
  with due as materialized (
    select id, addressee, kind, day, province_code, split_part(addressee, ':', 1) as to_kind, split_part(addressee, ':', 2) as to_key
    from notice where id = any ($1::bigint[]) and state = 'open' order by id for update),
  ${ADDRESSED},
  known as (
    select distinct on (notice_id, lower(btrim(email))) notice_id, btrim(email) as address, account_id
    from (select notice_id, email, null::uuid as account_id from office union all select notice_id, email, id from person) a
    where btrim(coalesce(email, '')) <> ''
    order by notice_id, lower(btrim(email)), account_id nulls first),
  wanted as (
    select k.*, d.kind, case d.kind when 'urgent' then coalesce(s.urgent_mail, true) when 'weekly' then coalesce(s.usual_mail, 'daily') <> 'off'
        else case coalesce(s.usual_mail, 'daily') when 'daily' then true when 'weekly' then extract(isodow from d.day) = 1 else false end end as wants
    from known k join due d on d.id = k.notice_id left join notification_setting s on s.account_id = k.account_id),
  -- An office that nobody else would hear of is told all the same: a mail that is owed is not lost by a setting. News for a leader asks nothing.
  address as (
    select notice_id, address, account_id from wanted w
    where w.wants or (w.kind <> 'weekly' and not exists (select from wanted o where o.notice_id = w.notice_id and o.wants))),
  copied as (
    insert into delivery (notice_id, address, account_id, message_id)
    select notice_id, address, account_id, gen_random_uuid()::text || '@' || $2 from address order by notice_id, address
    on conflict (notice_id, address) do nothing)
  update notice n set sealed_at = now(),
    state = case when exists (select from address a where a.notice_id = n.id) then 'sealed' when n.kind = 'weekly' then 'cancelled' else 'letter' end,
    ordinal = case when n.kind <> 'weekly' or exists (select from address a where a.notice_id = n.id) then coalesce((select max(m.ordinal) + 1 from notice m where m.addressee = n.addressee and m.kind = n.kind and m.day = n.day), 0) end
  from due where n.id = due.id`;
