import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An answer given by mistake is taken back within minutes: the row stays, the moment is added. */
export class TakeBackAnswers20261206010000 implements MigrationInterface {
  name = 'TakeBackAnswers20261206010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table alert_answer add column taken_back_at timestamptz, add column answer_by_before date;
      comment on column alert_answer.taken_back_at is 'When its sender took it back; null: it stands.';
      comment on column alert_answer.answer_by_before is 'Last day to answer as it was when this was said: what a taking back restores.';
      grant update (taken_back_at) on alert_answer to benve_api;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      revoke update (taken_back_at) on alert_answer from benve_api;
      alter table alert_answer drop column answer_by_before, drop column taken_back_at;`);
  }
}
