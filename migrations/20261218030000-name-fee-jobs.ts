import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A sheet says whether its work is one of those with a service fee of its own. */
export class NameFeeJobs20261218030000 implements MigrationInterface {
  name = 'NameFeeJobs20261218030000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table fee_sheet add column job text;
      comment on column fee_sheet.job is 'Code of \`fee.service.jobs\` the work falls under; null: none of them.';`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table fee_sheet drop column job;`);
  }
}
