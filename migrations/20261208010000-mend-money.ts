import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Statements can be taken back whole: also the reversals they brought, and the opening balances of loans nothing else was posted to. */
export class MendMoney20261208010000 implements MigrationInterface {
  name = 'MendMoney20261208010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table loan_entry drop constraint loan_entry_reversed_once, add column reversal_turn smallint not null default 1;
      comment on column loan_entry.reversal_turn is 'Which reversal of its entry this is: a statement that is taken back takes its reversals back too, and the corrected one reverses again.';
      create unique index loan_entry_reversed_once on loan_entry (reverses_id, reversal_turn) where reverses_id is not null;
      comment on column loan_entry.reverses_id is 'The entry this one takes back. An entry stands unless a reversal of it stands.';
      grant delete on loan_instalment to benve_api;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      revoke delete on loan_instalment from benve_api;
      drop index loan_entry_reversed_once;
      comment on column loan_entry.reverses_id is null;
      alter table loan_entry drop column reversal_turn, add constraint loan_entry_reversed_once unique (reverses_id);`);
  }
}
