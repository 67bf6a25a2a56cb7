import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, protect } from './row-security';

const organisation = `(select nullif(current_setting('benve.organisation', true), ''))::uuid`;

/** Official documents that were asked for. */
export class WriteDocuments20261203050000 implements MigrationInterface {
  name = 'WriteDocuments20261203050000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table official_document (
        id uuid primary key,
        kind text not null,
        case_ids uuid[] not null default '{}',
        class_id uuid references training_class,
        organisation_id uuid not null references organisation,
        account_id uuid,
        login text not null,
        state text not null default 'waiting' check (state in ('waiting', 'done', 'failed')),
        people int not null default 0,
        problem text,
        request_id text not null unique,
        requested_at timestamptz not null default now(),
        done_at timestamptz
      );
      comment on table official_document is 'A document an office asked for; its sealed bytes lie in the file store under the id once it is done.';
      create index official_document_office on official_document (organisation_id, requested_at);
      ${protect('official_document', `organisation_id = ${organisation}`)}
      ${allow('official_document', { api: 'select, insert', jobs: 'select, insert, update, delete' })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table official_document;`);
  }
}
