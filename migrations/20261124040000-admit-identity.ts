import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SIGN_IN_FUNCTIONS } from './resolver-functions';
import { allow, byTenant, protect } from './row-security';

const account = `(select nullif(current_setting('benve.account', true), ''))::uuid`;
const organisation = `(select nullif(current_setting('benve.organisation', true), ''))::uuid`;
const province = `((select current_setting('benve.scope', true)) = 'province' and province_code = (select current_setting('benve.province', true)))`;
const administrator = `(select current_setting('benve.role', true)) = 'administrator'`;

/** What the API may change of an account; its role, login and organisation never change: a new duty is a new account. */
const ACCOUNT_UPDATE = 'update (display_name, email, password_hash, state, sessions_valid_from, changed_at)';

/**
 * Anybody with a scope may put a task on any desk (an agency tells the centre); reading and closing belong to the desk. A province sees the
 * tasks of all its desks: it must know who is asked.
 */
function protectDeskTasks(): string {
  const own = byTenant({
    province: 'province_code',
    commune: `case when desk = 'commune' then commune_code end`,
    agency: `case when desk = 'agency' then agency_id end`,
  });
  return `
    alter table desk_task enable row level security;
    alter table desk_task force row level security;
    create policy desk_task_api on desk_task for select to benve_api using (${own});
    create policy desk_task_api_close on desk_task for update to benve_api using (${own}) with check (${own});
    create policy desk_task_api_open on desk_task for insert to benve_api
      with check ((select current_setting('benve.scope', true)) in ('province', 'commune', 'agency', 'bank'));
    create policy desk_task_jobs on desk_task for all to benve_jobs using (true) with check (true);`;
}

/** Organisations, accounts, sessions, keys, tasks on an organisation's desk, and who read whom. */
export class AdmitIdentity20261124040000 implements MigrationInterface {
  name = 'AdmitIdentity20261124040000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table organisation (
        id uuid primary key,
        kind text not null check (kind in ('department_of_home_affairs', 'employment_service_centre', 'sending_agency', 'commune_peoples_committee', 'bank_office')),
        key text not null unique,
        name text not null,
        name_key text collate "C" not null,
        province_code text collate "C",
        commune_code text collate "C",
        email text,
        demo boolean not null default false,
        active boolean not null default true,
        created_at timestamptz not null default now()
      );
      comment on table organisation is 'Offices and agencies. Public facts only; province and commune by code of today.';
      create index organisation_place on organisation (province_code, kind, commune_code);
      create index organisation_name on organisation (name_key);
      ${protect('organisation', 'true', administrator)}
      create table organisation_alias (
        organisation_id uuid not null references organisation on delete cascade,
        alias text not null,
        alias_key text collate "C" not null,
        primary key (organisation_id, alias_key)
      );
      comment on table organisation_alias is 'Other ways in which files write an organisation.';
      create index organisation_alias_key on organisation_alias (alias_key);
      ${protect('organisation_alias', 'true', administrator)}

      create table account (
        id uuid primary key,
        organisation_id uuid references organisation,
        province_code text collate "C",
        login text collate "C" not null unique check (login = lower(login)),
        role text not null check (role in ('centre_staff', 'department_officer', 'agency_clerk', 'commune_officer', 'bank_officer', 'leader', 'administrator')),
        display_name text not null,
        email text,
        password_hash text,
        state text not null default 'invited' check (state in ('invited', 'active', 'disabled')),
        demo boolean not null default false,
        sessions_valid_from timestamptz not null default now(),
        created_at timestamptz not null default now(),
        changed_at timestamptz not null default now()
      );
      comment on table account is 'One person''s way in. password_hash: Argon2id; null until the one-time link was used. sessions_valid_from: sessions opened earlier are void (password changed, disabled, other role or jurisdiction).';
      create index account_organisation on account (organisation_id);
      ${protect('account', `id = ${account} or organisation_id = ${organisation} or ${province} or ${administrator}`, `id = ${account} or ${administrator}`)}
      create table account_commune (
        account_id uuid not null references account on delete cascade,
        commune_code text collate "C" not null,
        primary key (account_id, commune_code)
      );
      comment on table account_commune is 'Narrower or wider jurisdiction than the organisation''s own commune; empty = the organisation''s.';
      ${protect('account_commune', `exists (select from account a where a.id = account_id)`, administrator)}

      create table session (
        id uuid primary key,
        token_hash bytea not null unique,
        account_id uuid not null references account on delete cascade,
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        expires_at timestamptz not null,
        revoked_at timestamptz
      );
      comment on table session is 'Server-side sessions; only a hash of the token is kept.';
      ${protect('session', `account_id = ${account}`)}
      create index session_account on session (account_id);
      create table api_key (
        id uuid primary key,
        account_id uuid not null references account on delete cascade,
        organisation_id uuid not null references organisation,
        label text not null,
        token_hash bytea not null unique,
        created_at timestamptz not null default now(),
        last_used_at timestamptz,
        revoked_at timestamptz
      );
      comment on table api_key is 'Keys by which an agency''s own system acts as one of its accounts.';
      create index api_key_account on api_key (account_id);
      ${protect('api_key', `organisation_id = ${organisation}`, `organisation_id = ${organisation} and account_id = ${account}`)}
      create table one_time_link (
        id uuid primary key,
        account_id uuid not null references account on delete cascade,
        purpose text not null check (purpose in ('set_password')),
        token_hash bytea not null unique,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        used_at timestamptz
      );
      comment on table one_time_link is 'Links by which a person sets a password; single use.';
      create index one_time_link_account on one_time_link (account_id);
      ${protect('one_time_link', `account_id = ${account} or ${administrator}`)}
      create table login_attempt (
        id bigint generated always as identity primary key,
        login_hash bytea not null,
        address text not null,
        at timestamptz not null default now(),
        succeeded boolean not null default false
      );
      comment on table login_attempt is 'Sign-in tries, for the limits per account and address. login_hash: keyed hash, so that names that do not exist are counted and not kept. Kept 30 days. No runtime role reads it: only the sign-in functions do.';
      create index login_attempt_login on login_attempt (login_hash, at);
      create index login_attempt_address on login_attempt (address, at) where not succeeded;

      create table desk_task (
        id bigint generated always as identity primary key,
        desk text not null check (desk in ('centre', 'department', 'agency', 'commune')),
        province_code text collate "C" not null,
        commune_code text collate "C",
        agency_id uuid references organisation,
        kind text not null,
        dedupe_key text not null unique,
        case_id uuid,
        worker_id uuid,
        detail jsonb not null default '{}',
        due_on date,
        state text not null default 'open' check (state in ('open', 'done', 'cancelled')),
        created_at timestamptz not null default now(),
        closed_at timestamptz,
        closed_by uuid,
        outcome text
      );
      comment on table desk_task is 'Something an organisation must do. One row per duty (dedupe_key); detail holds codes and ids only.';
      create index desk_task_open on desk_task (province_code, desk, due_on, id) where state = 'open';
      create index desk_task_case on desk_task (case_id) where case_id is not null;
      ${protectDeskTasks()}

      create table read_log (
        id bigint generated always as identity primary key,
        at timestamptz not null default now(),
        account_id uuid,
        organisation_id uuid,
        province_code text collate "C",
        worker_id uuid not null,
        field_class text not null,
        purpose text not null,
        reason text,
        request_id text
      );
      comment on table read_log is 'Who saw which person''s protected fields, when and why. Runtime roles may only add.';
      create index read_log_worker on read_log (worker_id, id);
      create index read_log_account on read_log (account_id, at);
      ${protect('read_log', `account_id = ${account} or ${province}`, `account_id = ${account}`)}

      ${allow('organisation', { api: 'select, insert, update (name, name_key, province_code, commune_code, email, active)', jobs: 'select, insert, update' })}
      ${allow('organisation_alias', { api: 'select, insert', jobs: 'select, insert, delete' })}
      ${allow('account', { api: `select, insert, ${ACCOUNT_UPDATE}`, jobs: 'select, insert, update' })}
      ${allow('account_commune', { api: 'select, insert, delete', jobs: 'select, insert, delete' })}
      ${allow('session', { api: 'select, insert, update (last_seen_at, revoked_at)', jobs: 'select, update, delete' })}
      ${allow('api_key', { api: 'select, insert, update (revoked_at)', jobs: 'select, update' })}
      ${allow('one_time_link', { api: 'select, insert, update (used_at)', jobs: 'select, insert, update, delete' })}
      ${allow('login_attempt', { jobs: 'delete' })}
      grant select (at) on login_attempt to benve_jobs;
      ${allow('desk_task', { api: `select, insert, update (state, closed_at, closed_by, outcome)`, jobs: 'select, insert, update' })}
      ${allow('read_log', { api: 'select, insert', jobs: 'select' })}
      ${SIGN_IN_FUNCTIONS}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `drop function resolve_login(text, bytea, text, jsonb), accept_login(bigint), resolve_session(bytea, interval), resolve_api_key(bytea), resolve_link(bytea);
       drop table read_log, desk_task, login_attempt, one_time_link, api_key, session, account_commune, account, organisation_alias, organisation;`,
    );
  }
}
