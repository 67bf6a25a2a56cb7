import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, protect } from './row-security';

const scope = `(select current_setting('benve.scope', true))`;
const organisation = `(select nullif(current_setting('benve.organisation', true), ''))::uuid`;
const province = `(select current_setting('benve.province', true))`;
/** The agency's own; a province's where the agency may recruit there or has people of it. */
const concerned = `case ${scope} when 'agency' then agency_id = ${organisation}
  when 'province' then exists (select from recruitment_permission p where p.agency_id = agency_update.agency_id and p.province_code = ${province})
    or exists (select from case_file c where c.agency_id = agency_update.agency_id and c.province_code = ${province})
  else false end`;

/** An agency says that the State's database is up to date; that fact ends the question of the month. */
export class UpdateAgencies20261214200000 implements MigrationInterface {
  name = 'UpdateAgencies20261214200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table agency_update (
        id uuid primary key,
        agency_id uuid not null references organisation,
        updated_on date not null,
        recorded_by uuid,
        recorded_at timestamptz not null default now()
      );
      comment on table agency_update is 'Days on which an agency brought the State''s database of people abroad up to date (Circular 20/2021/TT-BLDTBXH, Art. 11), as said by the agency or, for it, by the centre. Append-only.';
      create index agency_update_latest on agency_update (agency_id, updated_on desc);
      ${protect('agency_update', concerned)}
      ${allow('agency_update', { api: 'select, insert', jobs: 'select' })}`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table agency_update;`);
  }
}
