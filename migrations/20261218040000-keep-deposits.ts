import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byTenant, protect } from './row-security';

const inProvince = byTenant({ province: 'province_code' });
const department = `(select current_setting('benve.role', true)) = 'department_officer'`;

/** What an agency has deposited for its licence, by date: what stands behind the claims of those it sent. */
export class KeepDeposits20261218040000 implements MigrationInterface {
  name = 'KeepDeposits20261218040000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table agency_deposit (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        province_code text collate "C" not null,
        amount bigint not null check (amount >= 0),
        bank_name text not null,
        held_from date not null,
        basis text not null,
        account_id uuid,
        recorded_at timestamptz not null default now()
      );
      comment on table agency_deposit is 'The deposit of a sending agency for its licence as a province''s department was shown it, from a day on (Law 69/2020/QH14, Art. 24), đồng; 0: drawn and not yet filled up. The newest day, and of one day the newest row, is in force.';
      create index agency_deposit_of on agency_deposit (province_code, organisation_id, held_from desc, recorded_at desc);
      ${protect('agency_deposit', inProvince, `${inProvince} and ${department}`)}
      ${allow('agency_deposit', { api: 'select, insert', jobs: 'select' })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table agency_deposit;`);
  }
}
