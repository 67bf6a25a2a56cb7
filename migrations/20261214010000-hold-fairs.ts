import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byParent, protect } from './row-security';

const scope = `(select current_setting('benve.scope', true))`;
const province = `(select current_setting('benve.province', true))`;
const officesAndCommunes = `${scope} in ('province', 'commune') and ${byParent('worker', 'worker_id')}`;

/** Job fairs of a province's centre, and who of which commune goes there. */
export class HoldFairs20261214010000 implements MigrationInterface {
  name = 'HoldFairs20261214010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table job_fair (
        id uuid primary key,
        province_code text collate "C" not null,
        organisation_id uuid not null references organisation,
        title text not null,
        held_on date not null,
        starts_at time not null,
        ends_at time,
        place text not null,
        commune_code text collate "C",
        firms text[] not null default '{}',
        transport text,
        sign_up_until date not null,
        seats int not null check (seats between 1 and 5000),
        taken int not null default 0,
        quota int check (quota between 1 and 500),
        communes text[] collate "C" not null default '{}',
        note text,
        state text not null default 'open' check (state in ('open', 'cancelled')),
        reason text,
        request_id text not null unique,
        account_id uuid,
        created_at timestamptz not null default now(),
        constraint job_fair_seats check (taken between 0 and seats),
        check (sign_up_until <= held_on)
      );
      comment on table job_fair is 'A job fair (phiên giao dịch việc làm). Public facts; taken is counted by the seats themselves. quota: people each commune is asked to bring, a number to reach. communes: who is asked, empty for all of the province.';
      create index job_fair_coming on job_fair (province_code, held_on);
      ${protect('job_fair', 'true', `province_code = ${province}`)}
      ${allow('job_fair', {
        api: 'select, insert, update (title, held_on, starts_at, ends_at, place, commune_code, firms, transport, sign_up_until, seats, taken, quota, communes, note, state, reason)',
        jobs: 'select, insert, update',
      })}

      create table fair_seat (
        fair_id uuid not null references job_fair,
        worker_id uuid not null references worker on delete cascade,
        commune_code text collate "C" not null,
        attended boolean,
        signed_by uuid,
        signed_at timestamptz not null default now(),
        primary key (fair_id, worker_id)
      );
      comment on table fair_seat is 'Who goes to a fair, and for which commune. attended: null until the centre ticked who came. Written by hand, a few at a time: the key to the person costs nothing here and lets a seat go with a person that an undo takes back.';
      create index fair_seat_worker on fair_seat (worker_id);
      ${protect('fair_seat', officesAndCommunes)}
      ${allow('fair_seat', { api: 'select, insert, delete, update (attended)', jobs: 'select, insert, update, delete' })}

      create function fair_counts_seats() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
        begin
          update job_fair set taken = taken + case tg_op when 'INSERT' then 1 else -1 end where id = coalesce(new.fair_id, old.fair_id);
          return null;
        end $$;
      comment on function fair_counts_seats() is 'Counts the seats of a fair whoever writes them: the row is locked by the count, and the table refuses one too many.';
      create trigger fair_seat_counted after insert or delete on fair_seat for each row execute function fair_counts_seats();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table fair_seat, job_fair; drop function fair_counts_seats();`);
  }
}
