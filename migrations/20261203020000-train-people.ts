import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byParent, protect } from './row-security';

const scope = `(select current_setting('benve.scope', true))`;
const province = `(select current_setting('benve.province', true))`;
const organisation = `(select nullif(current_setting('benve.organisation', true), ''))::uuid`;
/** A class is its organisation's; others see it while somebody of theirs has a seat. */
const own = `case ${scope} when 'province' then province_code = ${province} and agency_id is null when 'agency' then agency_id = ${organisation} else false end`;
const seen = `${own} or exists (select from class_seat s where s.class_id = training_class.id)`;
/** The same said of the class `p` that a row belongs to. */
const ofParent = (rule: string) => rule.replace(/\b(province_code|agency_id)\b/g, 'p.$1');
const notBanks = `case when ${scope} in ('province', 'commune', 'agency') then ${byParent('case_file', 'case_id')} else false end`;

/** Classes, sessions, seats, absences, certificates. */
export class TrainPeople20261203020000 implements MigrationInterface {
  name = 'TrainPeople20261203020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table training_class (
        id uuid primary key,
        province_code text collate "C",
        agency_id uuid references organisation,
        organisation_id uuid not null references organisation,
        kind text not null check (kind in ('ORIENTATION', 'LANGUAGE', 'VOCATION')),
        title text not null,
        market text,
        occupation text,
        place text not null,
        starts_on date not null,
        ends_on date not null check (ends_on >= starts_on),
        seats int not null check (seats between 1 and 500),
        taken int not null default 0 check (taken between 0 and seats),
        trainers text[] not null default '{}',
        required_periods int,
        state text not null default 'open' check (state in ('open', 'closed', 'cancelled')),
        request_id text not null unique,
        account_id uuid,
        created_at timestamptz not null default now()
      );
      comment on table training_class is 'A class of orientation (Law 69/2020/QH14, Art. 65), language or trade. taken: seats given, kept under the lock of the row; required_periods: the rule as it was when the class was opened.';
      create table class_session (
        id uuid primary key,
        class_id uuid not null references training_class,
        held_on date not null,
        part text not null check (part in ('MORNING', 'AFTERNOON', 'EVENING')),
        periods int not null check (periods between 1 and 12),
        topic text not null,
        trainer text,
        taken_at timestamptz,
        taken_by uuid,
        constraint class_session_once_unique unique (class_id, held_on, part)
      );
      comment on table class_session is 'One half day of a class. taken_at: attendance was taken; whoever is not named in class_absence was there.';
      create table class_seat (
        class_id uuid not null references training_class,
        case_id uuid not null references case_file,
        state text not null check (state in ('seated', 'waiting', 'left')),
        ordinal bigint generated always as identity,
        result text check (result in ('passed', 'failed')),
        score text,
        left_for text,
        asked_at timestamptz not null default now(),
        primary key (class_id, case_id)
      );
      comment on table class_seat is 'Who learns in a class, and who waits for a seat in the order of ordinal.';
      create index class_seat_case on class_seat (case_id);
      create table class_absence (
        session_id uuid not null references class_session,
        case_id uuid not null references case_file,
        excused boolean not null default false,
        primary key (session_id, case_id)
      );
      comment on table class_absence is 'Who missed a session: everybody else of the class was there.';
      create index class_absence_case on class_absence (case_id);
      create table certificate_serial (
        organisation_id uuid not null references organisation,
        year int not null,
        last int not null,
        primary key (organisation_id, year)
      );
      comment on table certificate_serial is 'The last number an issuer has given out in a year.';
      create table training_certificate (
        id uuid primary key,
        case_id uuid not null references case_file,
        class_id uuid references training_class,
        kind text not null check (kind in ('ORIENTATION', 'LANGUAGE', 'VOCATION')),
        number text not null,
        issuer_id uuid not null references organisation,
        agency_id uuid,
        market text,
        occupation text,
        issued_on date not null,
        valid_until date,
        check_code text collate "C" not null unique,
        event_id bigint,
        account_id uuid,
        recorded_at timestamptz not null default now(),
        constraint training_certificate_number_unique unique (issuer_id, number),
        constraint training_certificate_once_unique unique (class_id, case_id)
      );
      comment on table training_certificate is 'A certificate as it was issued: for which agency, country and trade, until when. check_code: printed on it, lets anybody ask whether it is real.';
      create index training_certificate_case on training_certificate (case_id);
      ${protect('class_seat', notBanks)}
      ${protect('training_class', seen, own)}
      ${protect('class_session', byParent('training_class', 'class_id'), `exists (select from training_class p where p.id = class_id and ${ofParent(own)})`)}
      ${protect('class_absence', notBanks)}
      ${protect('training_certificate', notBanks)}
      ${protect('certificate_serial', `organisation_id = ${organisation}`)}
      ${allow('training_class', { api: 'select, insert, update', jobs: 'select, insert, update' })}
      ${allow('class_session', { api: 'select, insert, update, delete', jobs: 'select, insert, update, delete' })}
      ${allow('class_seat', { api: 'select, insert, update', jobs: 'select, insert, update' })}
      ${allow('class_absence', { api: 'select, insert, delete', jobs: 'select, insert, delete' })}
      ${allow('certificate_serial', { api: 'select, insert, update', jobs: 'select, insert, update' })}
      ${allow('training_certificate', { api: 'select, insert', jobs: 'select, insert' })}

      create function certificate_by_code(p_code text) returns table (kind text, number text, issuer text, market text, occupation text, issued_on date, valid_until date)
        language sql stable security definer set search_path = pg_catalog, pg_temp
        as $$ select t.kind, t.number, o.name, t.market, t.occupation, t.issued_on, t.valid_until
               from public.training_certificate t join public.organisation o on o.id = t.issuer_id where t.check_code = p_code $$;
      comment on function certificate_by_code(text) is 'What a printed certificate says, by its check code, without the person.';
      revoke execute on function certificate_by_code(text) from public;
      grant execute on function certificate_by_code(text) to benve_api;
      grant create on schema public to benve_resolver;
      alter function certificate_by_code(text) owner to benve_resolver;
      revoke create on schema public from benve_resolver;
      grant select (check_code, kind, number, issuer_id, market, occupation, issued_on, valid_until) on training_certificate to benve_resolver;
      grant select (id, name) on organisation to benve_resolver;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop function certificate_by_code(text);
      drop table training_certificate, certificate_serial, class_absence; drop policy training_class_api on training_class;
      drop table class_seat, class_session, training_class;`);
  }
}
