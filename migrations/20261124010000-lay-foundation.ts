import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, protect } from './row-security';

/** The business day, the outbox, the audit, request ids and the ledger of sweeps. */
export class LayFoundation20261124010000 implements MigrationInterface {
  name = 'LayFoundation20261124010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create extension if not exists btree_gist;
      grant usage on schema public to benve_api, benve_jobs, benve_resolver;

      create function business_day() returns date language sql stable parallel safe as $$
        select coalesce(nullif(current_setting('benve.today', true), '')::date, (now() at time zone 'Asia/Ho_Chi_Minh')::date) $$;
      comment on function business_day() is 'Today in Asia/Ho_Chi_Minh, or the frozen day of BENVE_TODAY that the runner sets per transaction.';

      create table outbox (
        id bigint generated always as identity primary key,
        topic text not null,
        payload jsonb not null default '{}',
        created_at timestamptz not null default now(),
        due_at timestamptz not null default now(),
        enqueued_at timestamptz,
        done_at timestamptz,
        dead_at timestamptz,
        passes int not null default 0,
        attempts int not null default 0,
        last_error text
      );
      comment on table outbox is 'Duties and facts to pass on, written in the transaction that caused them. Payload: ids and codes only, never names or numbers. enqueued_at: handed to the queue, which may lose it; done_at: set with the effect; dead_at: given up after attempts failures, waits for a person; passes: how often it was handed over.';
      create index outbox_waiting on outbox (due_at, id) where enqueued_at is null and done_at is null and dead_at is null;
      create index outbox_unfinished on outbox (enqueued_at) where enqueued_at is not null and done_at is null and dead_at is null;
      create index outbox_dead on outbox (id) where dead_at is not null;
      alter table outbox set (autovacuum_vacuum_scale_factor = 0.02);
      ${allow('outbox', { api: 'insert', jobs: 'select, insert, update, delete' })}

      create table inbox (
        consumer text not null,
        message_id bigint not null,
        taken_at timestamptz not null default now(),
        primary key (consumer, message_id)
      );
      comment on table inbox is 'Which consumer has already taken which outbox row: a repeated message changes nothing.';
      ${allow('inbox', { jobs: 'select, insert, delete' })}

      create table audit_entry (
        id bigint generated always as identity primary key,
        at timestamptz not null default now(),
        account_id uuid,
        login text not null,
        organisation_id uuid,
        province_code text collate "C",
        action text not null,
        subject_kind text not null,
        subject_id text,
        request_id text,
        detail jsonb not null default '{}'
      );
      comment on table audit_entry is 'Who did what, in the same transaction as the deed. Runtime roles may only add. Detail: codes and field names, never values of persons.';
      create index audit_entry_subject on audit_entry (subject_kind, subject_id, id);
      create index audit_entry_province on audit_entry (province_code, id);
      ${protect(
        'audit_entry',
        `(select current_setting('benve.role', true)) = 'administrator'
   or ((select current_setting('benve.scope', true)) = 'province' and province_code = (select current_setting('benve.province', true)))`,
        'true',
      )}
      ${allow('audit_entry', { api: 'select, insert', jobs: 'select, insert' })}

      create table idempotency_key (
        account_id uuid not null,
        key text not null,
        route text not null,
        request_hash bytea not null,
        status int,
        response json,
        created_at timestamptz not null default now(),
        primary key (account_id, key)
      );
      comment on table idempotency_key is 'Answers already given to a request id of an account: a retry gets the same answer and changes nothing. Kept 7 days.';
      ${protect('idempotency_key', `account_id = (select nullif(current_setting('benve.account', true), ''))::uuid`)}
      ${allow('idempotency_key', { api: 'select, insert, update', jobs: 'select, delete' })}

      create table sweep_run (
        id bigint generated always as identity primary key,
        sweep text not null,
        business_day date not null,
        state text not null default 'running' check (state in ('running', 'done', 'failed')),
        started_at timestamptz not null default now(),
        heartbeat_at timestamptz not null default now(),
        finished_at timestamptz,
        examined int, raised int, existing int, closed int, notices int, ms int,
        watermark xid8,
        rules_fingerprint text,
        error text,
        unique (sweep, business_day)
      );
      comment on table sweep_run is 'Ledger: one row per sweep and business day. The watchdog starts what is missing. watermark: changes with a lower transaction id were seen.';
      ${allow('sweep_run', { api: 'select', jobs: 'select, insert, update' })}

      create table heartbeat (
        name text primary key,
        at timestamptz not null
      );
      comment on table heartbeat is 'When a background part last did real work (a processed probe job, a relay round): health is judged by this, not by a connection.';
      ${allow('heartbeat', { api: 'select', jobs: 'select, insert, update' })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table heartbeat, sweep_run, idempotency_key, audit_entry, inbox, outbox; drop function business_day();`);
  }
}
