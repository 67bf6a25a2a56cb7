import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byParent, protect } from './row-security';

const organisation = `(select nullif(current_setting('benve.organisation', true), ''))::uuid`;

const byCase = byParent('case_file', 'case_id');
/** A province's offices by the alert's own column: a probe of the case for each of ten thousand rows is what the morning's first screen would wait for. */
const byPlace = `case (select current_setting('benve.scope', true))
  when 'province' then province_code = (select current_setting('benve.province', true)) else ${byCase} end`;
const setAlertWall = (using: string) => `alter policy alert_api on alert using (${using}) with check (${using});`;

/** What the desks' queue reads in order, what was done on which day, and rows somebody has put off. */
export class SeeWork20261128010000 implements MigrationInterface {
  name = 'SeeWork20261128010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table alert add column queue_due date not null generated always as (coalesce(answer_by, 'infinity'::date)) stored;
      comment on column alert.queue_due is 'Last day to answer, infinity without a clock: what queues are ordered by.';
      drop index alert_open;
      create index alert_queue on alert (province_code, owner, queue_due, id) where state = 'open';
      alter table desk_task add column queue_due date not null generated always as (coalesce(due_on, 'infinity'::date)) stored;
      comment on column desk_task.queue_due is 'Deadline, infinity without one: what queues are ordered by.';
      drop index desk_task_open;
      create index desk_task_queue on desk_task (province_code, desk, queue_due, id) where state = 'open';

      create function alert_follow_case() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
      begin
        update public.alert set province_code = new.province_code where case_id = new.id;
        return null;
      end $$;
      comment on function alert_follow_case() is 'An alert belongs to the province its case lies in today.';
      create trigger case_moves_alerts after update on case_file for each row
        when (old.province_code is distinct from new.province_code) execute function alert_follow_case();
      update alert a set province_code = c.province_code from case_file c where c.id = a.case_id and c.province_code <> a.province_code;
      ${setAlertWall(byPlace)}
      create index notice_held on notice (province_code, held_batch) where state = 'held';

      alter table desk_task add column closed_on date;
      comment on column desk_task.closed_on is 'Business day on which it was closed.';
      create index desk_task_done on desk_task (closed_on, closed_by) where closed_on is not null;
      grant update (closed_on) on desk_task to benve_api;
      create index alert_answer_day on alert_answer (organisation_id, answered_on);

      create table work_snooze (
        organisation_id uuid not null references organisation,
        kind text not null check (kind in ('alert', 'task', 'proposal', 'batch')),
        ref text collate "C" not null,
        hidden_until date not null,
        reason text not null,
        account_id uuid not null,
        created_at timestamptz not null default now(),
        primary key (organisation_id, kind, ref)
      );
      comment on table work_snooze is 'Rows of the work queue an office has put off until a day, with the reason. The work itself is unchanged: no clock stops.';
      ${protect('work_snooze', `organisation_id = ${organisation}`)}
      ${allow('work_snooze', { api: 'select, insert, update, delete', jobs: 'select, delete' })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table work_snooze; drop index alert_answer_day, desk_task_done; alter table desk_task drop column closed_on;
      ${setAlertWall(byCase)}
      drop trigger case_moves_alerts on case_file; drop function alert_follow_case();
      drop index notice_held, desk_task_queue, alert_queue;
      alter table alert drop column queue_due; alter table desk_task drop column queue_due;
      create index desk_task_open on desk_task (province_code, desk, due_on, id) where state = 'open';
      create index alert_open on alert (province_code, owner, answer_by, id) where state = 'open';`);
  }
}
