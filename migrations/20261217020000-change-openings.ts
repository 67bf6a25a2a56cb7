import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byParent, protect } from './row-security';

/** A centre mends the terms of an opening; what stood before is kept. */
export class ChangeOpenings20261217020000 implements MigrationInterface {
  name = 'ChangeOpenings20261217020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table job_opening_version (
        id bigint generated always as identity primary key,
        opening_id uuid not null references job_opening on delete cascade,
        terms jsonb not null,
        request_id text not null unique,
        account_id uuid,
        recorded_at timestamptz not null default now()
      );
      comment on table job_opening_version is 'Terms of an opening as they stood until somebody changed them at recorded_at, by account_id.';
      create index job_opening_version_opening on job_opening_version (opening_id, id);
      ${protect('job_opening_version', byParent('job_opening', 'opening_id'))}
      ${allow('job_opening_version', { api: 'select, insert', jobs: 'select, insert, delete' })}
      grant update (firm, occupation, commune_code, place, places, wage_from, wage_to, language, until, contact, note) on job_opening to benve_api;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      revoke update (firm, occupation, commune_code, place, places, wage_from, wage_to, language, until, contact, note) on job_opening from benve_api;
      drop table job_opening_version;`);
  }
}
