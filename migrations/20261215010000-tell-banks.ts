import type { MigrationInterface, QueryRunner } from 'typeorm';
import { byTenant } from './row-security';

const seen = (bank: boolean) =>
  byTenant({ province: 'province_code', commune: 'commune_code', agency: 'organisation_id', ...(bank && { bank: 'organisation_id' }) });

function notices(using: string): string {
  return `alter policy notice_api on notice using (${using}) with check (${using});`;
}

/** A bank office is told what happens to its borrowers; it sees the notices to itself. */
export class TellBanks20261215010000 implements MigrationInterface {
  name = 'TellBanks20261215010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${notices(seen(true))}
      comment on column notice.organisation_id is 'Of a notice to an agency (AGENCY:<id>) or to a bank office (BANK:<id>): the office it is for.';`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${notices(seen(false))}
      comment on column notice.organisation_id is null;`);
  }
}
