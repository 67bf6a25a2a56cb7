import type { MigrationInterface, QueryRunner } from 'typeorm';
import { unforced } from './row-security';

/** When a bank last looked at what the money of a loan was used for: whose turn it is stands in one index. */
export class CheckLoans20261215020000 implements MigrationInterface {
  name = 'CheckLoans20261215020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table loan add column checked_on date;
      comment on column loan.checked_on is 'Day of the newest check of how the money was used; projection of loan_event (CHECK).';
      ${unforced(
        ['loan', 'loan_event'],
        `update loan l set checked_on = e.day from (select loan_id, max(effective_on) as day from loan_event where kind = 'CHECK' group by loan_id) e where e.loan_id = l.id;`,
      )}
      create index loan_check on loan (bank_id, coalesce(checked_on, '-infinity'::date), coalesce(first_disbursed_on, '-infinity'::date), id)
        where state in ('DISBURSING', 'ACTIVE', 'EXTENDED', 'FROZEN');`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index loan_check; alter table loan drop column checked_on;`);
  }
}
