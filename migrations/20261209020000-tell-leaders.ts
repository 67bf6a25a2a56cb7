import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Once a week leaders read what changed: numbers in a notice of its own, one a leader and week. */
export class TellLeaders20261209020000 implements MigrationInterface {
  name = 'TellLeaders20261209020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table notice drop constraint notice_kind_check, add constraint notice_kind_check check (kind in ('digest', 'urgent', 'weekly')),
        add column lines jsonb not null default '[]';
      comment on column notice.lines is 'What a weekly notice says: codes and numbers, no case and no name. Addressee LEAD:<account>; day: the Monday it is for.';
      create unique index notice_weekly_unique on notice (addressee, day) where kind = 'weekly';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from delivery where notice_id in (select id from notice where kind = 'weekly');
      delete from notice where kind = 'weekly';
      drop index notice_weekly_unique;
      alter table notice drop column lines, drop constraint notice_kind_check, add constraint notice_kind_check check (kind in ('digest', 'urgent'));`);
  }
}
