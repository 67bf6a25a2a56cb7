import type { Tx } from '@app/platform';
import { NOTICE_DELIVER_TOPIC } from './notice-sql';

/**
 * Moves what was held for released batches into the addressees' open notices and owes their delivery. Without batches: every
 * released one that still has something held (a sweep may have looked a moment before the release). Returns the items moved.
 */
export async function releaseHeldNotices(tx: Tx, batchIds: readonly string[] | null): Promise<number> {
  const [row] = await tx.query<{ moved: number }>(RELEASE, [batchIds], 'notice_release');
  return row!.moved;
}

/** True the first time. */
export async function recordRelease(tx: Tx, batch: { id: string; province: string }): Promise<boolean> {
  return (
    (await tx.execute(`insert into notice_release (batch_id, province_code, released_by) values ($1, $2, $3) on conflict do nothing`, [
      batch.id,
      batch.province,
      tx.actor.accountId,
    ])) === 1
  );
}

/** Batches of which something waits for their release. */
export async function listHeldBatches(tx: Tx): Promise<{ batchId: string; province: string; notices: number }[]> {
  return tx.query(
    `select held_batch as "batchId", min(province_code) as province, count(*)::int as notices from notice n
     where state = 'held' and not exists (select from notice_release r where r.batch_id = n.held_batch) group by held_batch`,
    [],
    'notice_held_batches',
  );
}

const RELEASE = `
  with held as materialized (
    select n.* from notice n join notice_release r on r.batch_id = n.held_batch
    where n.state = 'held' and ($1::uuid[] is null or n.held_batch = any ($1)) order by n.addressee, n.kind, n.id for update of n),
  opened as (
    insert into notice as n (addressee, kind, day, province_code, commune_code, organisation_id)
    select distinct on (addressee, kind) addressee, kind, business_day(), province_code, commune_code, organisation_id from held order by addressee, kind
    on conflict (addressee, kind) where state = 'open' do update set day = least(n.day, excluded.day)
    returning n.id, n.addressee, n.kind),
  moved as (
    insert into notice_item (notice_id, kind, ref_id, case_id, case_code, due_on, verifying)
    select o.id, i.kind, i.ref_id, i.case_id, i.case_code, i.due_on, i.verifying
    from held h join notice_item i on i.notice_id = h.id join opened o on o.addressee = h.addressee and o.kind = h.kind
    on conflict do nothing returning 1),
  emptied as (update notice n set state = 'cancelled', held_batch = null from held where n.id = held.id),
  duty as (insert into outbox (topic, payload) select '${NOTICE_DELIVER_TOPIC}', jsonb_build_object('noticeId', id) from opened order by id)
  select (select count(*)::int from moved) as moved`;
