import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages to agencies' systems wait in one line per endpoint, and go when nobody needs them any more. */
export class FairWebhooks20261207040000 implements MigrationInterface {
  name = 'FairWebhooks20261207040000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index webhook_message_line on webhook_message (endpoint_id, due_at) where state = 'waiting';
      drop index webhook_message_due;
      grant delete on webhook_message to benve_jobs;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      revoke delete on webhook_message from benve_jobs;
      create index webhook_message_due on webhook_message (due_at) where state = 'waiting';
      drop index webhook_message_line;`);
  }
}
