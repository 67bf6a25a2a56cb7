import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OPERATION_FUNCTIONS } from './resolver-functions';

/** What who runs the installation may see and mend: duties without their payload, numbers of messages, one duty put back to work. */
export class ShowOperations20261130050000 implements MigrationInterface {
  name = 'ShowOperations20261130050000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      grant select (id, topic, created_at, due_at, enqueued_at, done_at, dead_at, attempts, last_error) on outbox to benve_api;
      ${OPERATION_FUNCTIONS}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function count_messages(), replay_duty(bigint);
      revoke select (id, topic, created_at, due_at, enqueued_at, done_at, dead_at, attempts, last_error) on outbox from benve_api;
    `);
  }
}
