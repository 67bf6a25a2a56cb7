import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byParent, protect } from './row-security';

const scope = `(select current_setting('benve.scope', true))`;
const ofWorker = byParent('worker', 'worker_id');
/** Between the commune and the offices of its province: agencies and banks follow the same case and do not read along. */
const amongOffices = `case when ${scope} in ('province', 'commune') then ${byParent('case_file', 'case_id')} else false end`;

/** What a commune officer's phone needs: facts written down without a signal, questions to the centre, numbers a family had before. */
export class ServeCommunes20261129050000 implements MigrationInterface {
  name = 'ServeCommunes20261129050000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table alert_answer add column said_at timestamptz, add column in_time boolean;
      comment on column alert_answer.said_at is 'When the officer wrote it down, if the device had no signal then; null: when it was recorded.';
      comment on column alert_answer.in_time is 'Said by the deadline of that moment; null: the question had no clock.';
      alter table family_visit add column said_at timestamptz, add column met text[] not null default '{}';
      comment on column family_visit.said_at is 'As of alert_answer.';
      comment on column family_visit.met is 'Whom of the family the officer met, by code.';

      create table case_question (
        id uuid primary key,
        case_id uuid not null references case_file,
        text text not null,
        asked_by uuid not null,
        organisation_id uuid not null references organisation,
        asked_at timestamptz not null default now(),
        answer text,
        answered_by uuid,
        answered_at timestamptz,
        check ((answer is null) = (answered_at is null))
      );
      comment on table case_question is 'What a commune asks the centre about a case, and the answer. The desks are told by tasks.';
      create index case_question_case on case_question (case_id, asked_at);
      ${protect('case_question', amongOffices)}
      ${allow('case_question', { api: 'select, insert, update (answer, answered_by, answered_at)', jobs: 'select' })}

      create table former_phone (
        id bigint generated always as identity primary key,
        worker_id uuid not null,
        contact_id uuid,
        phone text collate "C" not null,
        account_id uuid,
        replaced_at timestamptz not null default now()
      );
      comment on table former_phone is 'Numbers that were replaced: an old number of a family is sometimes the one that answers. contact_id null: the worker''s own.';
      create index former_phone_worker on former_phone (worker_id, id);
      ${protect('former_phone', ofWorker)}
      alter policy former_phone_jobs on former_phone with check (${ofWorker});
      ${allow('former_phone', { api: 'select, insert, delete', jobs: 'select, insert, delete' })}

      alter table account add column access_ended_at timestamptz;
      comment on column account.access_ended_at is 'When an administrator last ended this account''s sessions; a phone whose session is older forgets what it keeps.';
      grant update (access_ended_at) on account to benve_api;
      create function session_ended_by_office(p_token_hash bytea) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp
        as $$ select exists (select from public.session s join public.account a on a.id = s.account_id left join public.organisation o on o.id = a.organisation_id
          where s.token_hash = p_token_hash and (a.state = 'disabled' or not coalesce(o.active, true) or s.created_at < a.access_ended_at)) $$;
      comment on function session_ended_by_office(bytea) is 'Whether the session behind a token was ended by an administrator, not by time or by its owner: yes or no, nothing else.';
      revoke execute on function session_ended_by_office(bytea) from public;
      grant execute on function session_ended_by_office(bytea) to benve_api;
      grant create on schema public to benve_resolver;
      alter function session_ended_by_office(bytea) owner to benve_resolver;
      revoke create on schema public from benve_resolver;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop function session_ended_by_office(bytea); alter table account drop column access_ended_at;
      drop table former_phone, case_question;
      alter table family_visit drop column met, drop column said_at;
      alter table alert_answer drop column in_time, drop column said_at;`);
  }
}
