import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byTenant, protect } from './row-security';

/** Yearly targets of the plans, and what a leader's page reads by day. */
export class SetTargets20261201030000 implements MigrationInterface {
  name = 'SetTargets20261201030000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table target (
        province_code text collate "C" not null,
        year int not null check (year between 2000 and 2100),
        commune_code text collate "C" not null default '',
        exits int not null check (exits between 0 and 1000000),
        account_id uuid,
        changed_at timestamptz not null default now(),
        primary key (province_code, year, commune_code)
      );
      comment on table target is 'How many people are to go abroad in a year, by commune of today; commune_code '''' is the province''s own figure, which its communes need not add up to.';
      ${protect('target', byTenant({ province: 'province_code', commune: 'commune_code' }))}
      ${allow('target', { api: 'select, insert, update, delete', jobs: 'select, insert, update' })}
      create index case_departed on case_file (province_code, departed_on) where departed_on is not null;
      create index audit_entry_recent on audit_entry (province_code, at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index audit_entry_recent, case_departed; drop table target;`);
  }
}
