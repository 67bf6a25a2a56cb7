import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, protect } from './row-security';

const organisation = `(select nullif(current_setting('benve.organisation', true), ''))::uuid`;
const province = `((select current_setting('benve.scope', true)) = 'province' and province_code = (select current_setting('benve.province', true)))`;

/** Other people's files: the batch, its rows and verdicts, what it changed, and how a sender's columns were matched. */
export class TakeImports20261124100000 implements MigrationInterface {
  name = 'TakeImports20261124100000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table import_batch (
        id uuid primary key,
        kind text not null,
        organisation_id uuid not null references organisation,
        account_id uuid not null,
        province_code text collate "C" not null,
        file_name text not null,
        sha256 bytea not null,
        file_cipher bytea,
        answers jsonb not null default '{}',
        state text not null check (state in ('checked', 'importing', 'imported', 'refused', 'undone', 'failed')),
        verdict text,
        counts jsonb not null default '{}',
        questions jsonb not null default '[]',
        notices jsonb not null default '[]',
        business_day date not null default business_day(),
        released_at timestamptz,
        created_at timestamptz not null default now(),
        finished_at timestamptz,
        undone_at timestamptz
      );
      comment on table import_batch is 'A file taken in (or only tried): what was asked, answered, decided. The file itself is kept encrypted for 30 days. Mails of a bulk import wait for released_at.';
      create index import_batch_file on import_batch (organisation_id, kind, sha256);
      create index import_batch_list on import_batch (province_code, created_at desc);
      ${protect('import_batch', `organisation_id = ${organisation} or ${province}`)}

      create table import_row (
        batch_id uuid not null references import_batch on delete cascade,
        sheet text not null,
        row_number int not null,
        verdict text not null check (verdict in ('create', 'update', 'unchanged', 'duplicate', 'refuse', 'ask')),
        code text,
        column_letter text,
        message text,
        warnings jsonb not null default '[]',
        case_id uuid,
        worker_id uuid,
        carried jsonb not null default '{}',
        primary key (batch_id, sheet, row_number)
      );
      comment on table import_row is 'Verdict of each row, with the message its sender reads. carried: what the row told that no context keeps yet (loan, visits, work after return).';
      create index import_row_case on import_row (case_id) where case_id is not null;
      ${protect('import_row', `exists (select from import_batch b where b.id = batch_id)`)}

      create table import_change (
        id bigint generated always as identity primary key,
        batch_id uuid not null references import_batch on delete cascade,
        subject text not null check (subject in ('worker', 'case', 'event', 'contract')),
        subject_id text not null,
        before jsonb,
        version_after int,
        unique (batch_id, subject, subject_id)
      );
      comment on table import_change is 'What a batch created (before is null) or changed (the row before), so that it can be undone while nobody changed it since.';
      ${protect('import_change', `exists (select from import_batch b where b.id = batch_id)`)}

      create table import_mapping (
        organisation_id uuid not null references organisation,
        kind text not null,
        header_key text not null,
        mapping jsonb not null,
        used_at timestamptz not null default now(),
        primary key (organisation_id, kind, header_key)
      );
      comment on table import_mapping is 'How a sender''s header was matched last time; offered again.';
      ${protect('import_mapping', `organisation_id = ${organisation}`)}

      ${['import_batch', 'import_row', 'import_change', 'import_mapping']
        .map((table) => allow(table, { api: 'select, insert, update, delete', jobs: 'select, delete' }))
        .join('\n')}
      grant update (file_cipher) on import_batch to benve_jobs;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table import_mapping, import_change, import_row, import_batch;`);
  }
}
