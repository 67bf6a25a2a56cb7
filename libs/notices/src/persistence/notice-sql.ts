/** Outbox topic of one notice to deliver; payload `{noticeId}`. */
export const NOTICE_DELIVER_TOPIC = 'notices.deliver.v1';

/**
 * SQL fragments by which another context owes notices inside its own statement: alert, notice, its items and the outbox duty
 * are then written together or not at all.
 */
export const NOTICE_SQL = {
  /**
   * CTEs to put after `with …,`. `source` is the name of a CTE that yields one row per thing to tell:
   *
   * | column | type | meaning |
   * |---|---|---|
   * | addressee | text | `COMMUNE:<code of today>`, `ESC:<province>`, `SO:<province>`, `AGENCY:<organisation id>`, `BANK:<organisation id>` |
   * | notice_kind | text | `digest` or `urgent` |
   * | province_code | text | province whose centre sees the notice |
   * | commune_code | text or null | set for a commune |
   * | organisation_id | uuid or null | set for an agency or a bank office |
   * | item_kind | text | the alert's rule (`EXPIRY_30`, …) or a fact (`DEPARTURE`, `DEATH`, …) |
   * | ref_id | bigint | id of the alert, case event or desk task |
   * | case_id, case_code | uuid, text | null where an office is asked about itself |
   * | due_on | date or null | day by which an answer is asked |
   * | verifying | boolean | the agency is still being asked: the commune reads "đang xác minh" |
   * | batch_id | uuid or null | bulk import that brought the case; its notices are held until released |
   *
   * An item joins the addressee's open notice; when that has already gone a new one is opened (ordinal + 1), so nothing is
   * lost. The statement waits for a notice that is just being sealed. CTEs to read: `notice_opened` and `notice_held` (id,
   * addressee, kind), `notice_item_added`.
   *
   * With `later` nothing leaves today: the items wait for the addressee's next notice, or go alone at `dueAt` (an SQL
   * expression of a timestamptz).
   */
  owe(source: string, later?: { dueAt: string }): string {
    const day = later ? 'business_day() + 1' : 'business_day()';
    return `
    notice_source as (
      select s.*, case when s.batch_id is not null and not exists (select from notice_release r where r.batch_id = s.batch_id)
        then s.batch_id end as held_batch
      from ${source} s),
    notice_opened as (
      insert into notice as n (addressee, kind, day, province_code, commune_code, organisation_id)
      select distinct on (addressee, notice_kind) addressee, notice_kind, ${day}, province_code, commune_code, organisation_id
      from notice_source where held_batch is null
      order by addressee, notice_kind
      on conflict (addressee, kind) where state = 'open' do update set day = least(n.day, excluded.day)
      returning n.id, n.addressee, n.kind, xmax = 0 as fresh),
    notice_held as (
      insert into notice as n (addressee, kind, day, province_code, commune_code, organisation_id, state, held_batch)
      select distinct on (addressee, notice_kind, held_batch)
        addressee, notice_kind, business_day(), province_code, commune_code, organisation_id, 'held', held_batch
      from notice_source where held_batch is not null
      order by addressee, notice_kind, held_batch
      on conflict (addressee, kind, held_batch) where state = 'held' do update set day = least(n.day, excluded.day)
      returning n.id, n.addressee, n.kind, n.held_batch),
    notice_target as (
      select id, addressee, kind, null::uuid as held_batch from notice_opened
      union all select id, addressee, kind, held_batch from notice_held),
    notice_item_added as (
      insert into notice_item (notice_id, kind, ref_id, case_id, case_code, due_on, verifying)
      select t.id, s.item_kind, s.ref_id, s.case_id, s.case_code, s.due_on, coalesce(s.verifying, false)
      from notice_source s
      join notice_target t on t.addressee = s.addressee and t.kind = s.notice_kind and t.held_batch is not distinct from s.held_batch
      on conflict do nothing returning notice_id),
    notice_duty as (
      insert into outbox (topic, payload, due_at)
      select '${NOTICE_DELIVER_TOPIC}', jsonb_build_object('noticeId', id), ${later?.dueAt ?? 'now()'}
      from notice_opened ${later ? 'where fresh' : ''} order by id returning id)`;
  },

  /**
   * A CTE `notice_item_withdrawn` that takes things back which nobody has been told yet. `source` yields `case_id`, `item_kind` and
   * `ref_id` (an alert that closed). What has been sealed stays as it was sent.
   */
  withdraw(source: string): string {
    // Items are looked up from the source: planned as a plain join, all items of all open notices would be read even when nothing closed.
    return `
    notice_item_found as materialized (
      select i.* from ${source} s
      cross join lateral (select o.notice_id, o.kind, o.ref_id from notice_item o where o.case_id = s.case_id and o.kind = s.item_kind and o.ref_id = s.ref_id offset 0) i
      cross join lateral (select n.id from notice n where n.id = i.notice_id and n.state in ('open', 'held') offset 0) n),
    notice_item_withdrawn as (
      delete from notice_item i using notice_item_found f
      where i.notice_id = f.notice_id and i.kind = f.kind and i.ref_id = f.ref_id
      returning i.notice_id)`;
  },
} as const;
