import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, protect } from './row-security';

const organisation = `(select nullif(current_setting('benve.organisation', true), ''))::uuid`;
const province = `((select current_setting('benve.scope', true)) = 'province' and province_code = (select current_setting('benve.province', true)))`;

/** Large files wait for the background program, and their senders see how far it is. */
export class ImportInBackground20261130030000 implements MigrationInterface {
  name = 'ImportInBackground20261130030000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table import_task (
        id uuid primary key,
        request_id text collate "C" not null unique,
        kind text not null,
        dry_run boolean not null,
        organisation_id uuid not null references organisation,
        account_id uuid not null,
        login text not null,
        province_code text collate "C" not null,
        file_name text not null,
        file_cipher bytea,
        words_cipher bytea,
        phase text not null default 'waiting' check (phase in ('waiting', 'reading', 'checking', 'writing', 'done', 'failed', 'cancelled')),
        done int not null default 0,
        total int not null default 0,
        attempts int not null default 0,
        cancel_asked boolean not null default false,
        report jsonb,
        created_at timestamptz not null default now(),
        started_at timestamptz,
        seen_at timestamptz,
        finished_at timestamptz
      );
      comment on table import_task is 'A file that waits for the background program or is being taken in. id: that of its batch. done of total: rows of the phase. seen_at: last sign of life of who works at it. file_cipher, words_cipher (answers, wishes, note): sealed, emptied at the end; the batch keeps its own.';
      create index import_task_sender on import_task (organisation_id, created_at desc);
      create index import_task_old on import_task (created_at);
      ${protect('import_task', `organisation_id = ${organisation} or ${province}`)}
      ${allow('import_task', { api: 'select, insert, update', jobs: 'select, update, delete' })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table import_task;`);
  }
}
