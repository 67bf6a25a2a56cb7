import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byParent, protect } from './row-security';

const organisation = `(select nullif(current_setting('benve.organisation', true), ''))::uuid`;

/** Webhooks: an agency's own system is told what was recorded to its cases. */
export class CallAgencies20261202050000 implements MigrationInterface {
  name = 'CallAgencies20261202050000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table webhook_endpoint (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        url text not null,
        kinds text[] not null default '{}',
        secret_cipher bytea not null,
        state text not null default 'active' check (state in ('active', 'stopped')),
        after_tx xid8 not null default pg_current_xact_id(),
        created_by uuid,
        created_at timestamptz not null default now()
      );
      comment on table webhook_endpoint is 'Where an agency''s own system listens. kinds: facts it wants, none = all. after_tx: everything committed before it has been turned into messages.';
      create index webhook_endpoint_of on webhook_endpoint (organisation_id);
      ${protect('webhook_endpoint', `(select current_setting('benve.scope', true)) = 'agency' and organisation_id = ${organisation}`)}

      create table webhook_message (
        id uuid primary key,
        endpoint_id uuid not null references webhook_endpoint on delete cascade,
        event_id bigint,
        kind text not null,
        body jsonb not null,
        state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
        attempts int not null default 0,
        due_at timestamptz not null default now(),
        last_status int,
        sent_at timestamptz,
        created_at timestamptz not null default now(),
        constraint webhook_message_once unique (endpoint_id, event_id)
      );
      comment on table webhook_message is 'One fact for one endpoint: ids, codes and dates only. Tried again until it is taken or given up; sent again on request under the same id.';
      create index webhook_message_due on webhook_message (due_at) where state = 'waiting';
      create index webhook_message_newest on webhook_message (endpoint_id, created_at);
      ${protect('webhook_message', byParent('webhook_endpoint', 'endpoint_id'))}
      ${allow('webhook_endpoint', { api: 'select, insert, update (state), delete', jobs: 'select, update (after_tx, state)' })}
      ${allow('webhook_message', { api: 'select, insert, update (state, attempts, due_at)', jobs: 'select, insert, update' })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table webhook_message, webhook_endpoint;`);
  }
}
