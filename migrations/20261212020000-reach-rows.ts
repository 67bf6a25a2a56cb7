import type { MigrationInterface, QueryRunner } from 'typeorm';
import { unforced } from './row-security';

/**
 * Two earlier changes were to write to rows that stood there already, and row security, which binds the owner, let them see none: the province of
 * alerts whose case had moved, and the name by which cases are listed.
 */
export class ReachRows20261212020000 implements MigrationInterface {
  name = 'ReachRows20261212020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      unforced(
        ['alert', 'case_file', 'worker'],
        `update alert a set province_code = c.province_code from case_file c where c.id = a.case_id and c.province_code <> a.province_code;
         update case_file c set name_order = w.sort_key from worker w where w.id = c.worker_id and c.name_order <> w.sort_key;`,
      ),
    );
    await db.query(`grant update (secret_cipher) on webhook_endpoint to benve_api`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`revoke update (secret_cipher) on webhook_endpoint from benve_api`);
  }
}
