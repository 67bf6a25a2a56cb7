import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last digits of a telephone number, by which a caller is found. */
export class FindPeople20261129020000 implements MigrationInterface {
  name = 'FindPeople20261129020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table worker_phone add column tail text collate "C" not null generated always as (right(phone, 4)) stored;
      comment on column worker_phone.tail is 'Last four digits: a range of the index also under row security, where an expression would not be.';
      create index worker_phone_tail on worker_phone (tail, worker_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index worker_phone_tail; alter table worker_phone drop column tail;`);
  }
}
