import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byParent, protect } from './row-security';

const scope = `(select current_setting('benve.scope', true))`;
const province = `(select current_setting('benve.province', true))`;
const ofPlace = `${scope} in ('province', 'commune') and province_code = ${province}`;
const ofPerson = `${scope} in ('province', 'commune') and ${byParent('worker', 'worker_id')}`;

/** Work at home for people who came back: what they can do and wish, what firms offer, who was referred where and what became of it. */
export class ReferReturnees20261214020000 implements MigrationInterface {
  name = 'ReferReturnees20261214020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table return_profile (
        id uuid primary key,
        worker_id uuid not null references worker on delete cascade,
        recorded_on date not null,
        occupation text not null,
        language text check (language in ('KO', 'JA', 'ZH', 'EN', 'DE')),
        language_level text,
        wish text not null check (wish in ('LOCAL_JOB', 'OWN_BUSINESS', 'GO_AGAIN', 'LEARN', 'REST')),
        savings text check (savings in ('BUSINESS', 'FARM', 'HOUSE', 'EDUCATION', 'DEBT', 'SAVE', 'NONE')),
        note text,
        request_id text not null unique,
        recorded_by uuid,
        recorded_at timestamptz not null default now()
      );
      comment on table return_profile is 'What somebody who came back learned abroad, would like to do and wants the savings for, as of a day. Never changed: the newest counts.';
      create index return_profile_newest on return_profile (worker_id, recorded_on desc, recorded_at desc);
      ${protect('return_profile', ofPerson)}
      ${allow('return_profile', { api: 'select, insert', jobs: 'select, insert, delete' })}

      create table job_opening (
        id uuid primary key,
        province_code text collate "C" not null,
        organisation_id uuid not null references organisation,
        firm text not null,
        occupation text not null,
        commune_code text collate "C",
        place text not null,
        places int not null check (places between 1 and 2000),
        taken int not null default 0,
        wage_from bigint not null check (wage_from > 0),
        wage_to bigint,
        language text check (language in ('KO', 'JA', 'ZH', 'EN', 'DE')),
        until date not null,
        contact text,
        note text,
        state text not null default 'open' check (state in ('open', 'closed')),
        request_id text not null unique,
        account_id uuid,
        created_at timestamptz not null default now(),
        constraint job_opening_places check (taken between 0 and places),
        check (wage_to >= wage_from)
      );
      comment on table job_opening is 'What a local firm offers, wages in đồng a month. taken: places held by referrals not answered yet and by people who took the job, counted by the referrals themselves.';
      create index job_opening_open on job_opening (province_code, until) where state = 'open';
      ${protect('job_opening', ofPlace)}
      ${allow('job_opening', { api: 'select, insert, update (taken, state)', jobs: 'select, insert, update' })}

      create table job_referral (
        id uuid primary key,
        opening_id uuid not null references job_opening,
        worker_id uuid not null references worker on delete cascade,
        referred_on date not null,
        outcome text check (outcome in ('taken', 'declined', 'no_answer')),
        reason text,
        note text,
        answered_on date,
        answered_by uuid,
        referred_by uuid,
        request_id text not null unique,
        recorded_at timestamptz not null default now(),
        check ((outcome is null) = (answered_on is null)),
        check (outcome is null or outcome = 'taken' or reason is not null)
      );
      comment on table job_referral is 'Somebody who came back, referred to an opening; outcome: null until somebody answered. One at a time to the same opening.';
      create unique index job_referral_once on job_referral (opening_id, worker_id) where outcome is null or outcome = 'taken';
      create index job_referral_worker on job_referral (worker_id, referred_on desc);
      ${protect('job_referral', ofPerson)}
      ${allow('job_referral', { api: 'select, insert, update (outcome, reason, note, answered_on, answered_by)', jobs: 'select, insert, update, delete' })}

      create function job_opening_counts() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
        declare more int;
        begin
          more := (case when tg_op <> 'DELETE' and coalesce(new.outcome, 'taken') = 'taken' then 1 else 0 end)
                - (case when tg_op <> 'INSERT' and coalesce(old.outcome, 'taken') = 'taken' then 1 else 0 end);
          if more <> 0 then update job_opening set taken = taken + more where id = coalesce(new.opening_id, old.opening_id); end if;
          return null;
        end $$;
      comment on function job_opening_counts() is 'Counts the places of an opening whoever writes a referral: the row is locked by the count, and the table refuses one too many.';
      create trigger job_referral_counted after insert or update of outcome or delete on job_referral for each row execute function job_opening_counts();

      create index case_came_home on case_file (province_code, returned_on desc, id desc) where returned_on is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index case_came_home; drop table job_referral, job_opening, return_profile; drop function job_opening_counts();`);
  }
}
