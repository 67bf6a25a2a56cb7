import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice may ask an office about itself: there is no case to name. */
export class MailAgencies20261217010000 implements MigrationInterface {
  name = 'MailAgencies20261217010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table notice_item alter column case_id drop not null, alter column case_code drop not null,
        add constraint notice_item_case_named check ((case_id is null) = (case_code is null));
      comment on table notice_item is 'What a notice is about: an alert (kind = its rule), a case event, or a question to an office about itself (ref_id of the desk task, no case), by case code and deadline of the answer. verifying: the agency is still being asked. No names.';`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from notice_item where case_id is null;
      alter table notice_item drop constraint notice_item_case_named, alter column case_id set not null, alter column case_code set not null;`);
  }
}
