import type { MigrationInterface, QueryRunner } from 'typeorm';
import { byParent, unforced } from './row-security';

const scope = `(select current_setting('benve.scope', true))`;
const organisation = `(select nullif(current_setting('benve.organisation', true), ''))::uuid`;
const seen = (bank: string) =>
  `${byParent('case_file', 'case_id')} and case ${scope} when 'province' then true when 'bank' then ${bank} when 'agency' then kind = 'AGENCY' else false end`;

/** Which bank office holds an escrow: it reads that account, whichever of the two ledgers it stands in, and no other. */
export class HoldEscrows20261215040000 implements MigrationInterface {
  name = 'HoldEscrows20261215040000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table escrow add column bank_id uuid references organisation;
      comment on column escrow.bank_id is 'The bank office that holds the account; an EPS escrow: the office that follows the case (null: none does yet), one with an agency: null where the account lies with another bank.';
      ${unforced(['escrow', 'case_file'], `update escrow e set bank_id = c.bank_id from case_file c where c.id = e.case_id and e.kind = 'EPS';`)}
      create index escrow_bank on escrow (bank_id, kind, signed_on, case_id) where bank_id is not null;
      alter policy escrow_api on escrow using (${seen(`bank_id = ${organisation}`)}) with check (${seen(`bank_id = ${organisation}`)});`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter policy escrow_api on escrow using (${seen(`kind = 'EPS'`)}) with check (${seen(`kind = 'EPS'`)});
      drop index escrow_bank;
      alter table escrow drop column bank_id;`);
  }
}
