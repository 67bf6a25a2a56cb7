import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, protect } from './row-security';

/** Licences of sending agencies with history. */
export class LicenseAgencies20261124060000 implements MigrationInterface {
  name = 'LicenseAgencies20261124060000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table agency_licence (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        number text not null,
        valid daterange not null,
        state text not null check (state in ('valid', 'suspended', 'withdrawn')),
        basis text not null default '',
        recorded_at timestamptz not null default now(),
        constraint agency_licence_overlap_excl exclude using gist (organisation_id with =, valid with &&)
      );
      comment on table agency_licence is 'State of an agency''s licence by date (Law 69/2020/QH14, Art. 10-16). Public facts; the province''s department records them.';
      ${protect('agency_licence', 'true', `(select current_setting('benve.role', true)) = 'department_officer'`)}
      ${allow('agency_licence', { api: 'select, insert, update (valid)', jobs: 'select, insert, update' })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table agency_licence;`);
  }
}
