import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byParent, protect } from './row-security';

const scope = `(select current_setting('benve.scope', true))`;
/** Those who follow the case itself; a bank sees a borrower's dates and no scans. */
const notBanks = `case when ${scope} in ('province', 'commune', 'agency') then ${byParent('case_file', 'case_id')} else false end`;

/** Scans and photos of papers. */
export class KeepPaperFiles20261203010000 implements MigrationInterface {
  name = 'KeepPaperFiles20261203010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table paper_file (
        id uuid primary key,
        case_id uuid not null references case_file,
        guard text not null,
        medium text not null check (medium in ('pdf', 'picture')),
        bytes int not null check (bytes > 0),
        sha256 bytea not null,
        scan text not null check (scan in ('clean', 'unscanned')),
        state text not null default 'storing' check (state in ('storing', 'kept', 'removed')),
        request_id text not null,
        account_id uuid,
        organisation_id uuid,
        sent_at timestamptz not null default now(),
        removed_at timestamptz,
        removed_by uuid,
        removed_for text
      );
      comment on table paper_file is 'A scan or photo of a paper of a case; its sealed bytes lie in the file store under the id. storing: announced, not yet there.';
      create index paper_file_case on paper_file (case_id, guard);
      ${protect('paper_file', notBanks)}
      ${allow('paper_file', { api: 'select, insert, update (state, removed_at, removed_by, removed_for)', jobs: 'select, insert, delete' })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table paper_file;`);
  }
}
