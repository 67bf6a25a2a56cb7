import type { MigrationInterface, QueryRunner } from 'typeorm';
import { KEY_FUNCTION, KEY_OF_KIND_FUNCTION } from './resolver-functions';

/** A key reads only, reads and writes, or tries without keeping anything; and it ends. Keys there are read and write for one more year. */
export class TryKeys20261212010000 implements MigrationInterface {
  name = 'TryKeys20261212010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table api_key
        add kind text not null default 'live' check (kind in ('live', 'read', 'trial')),
        add expires_at timestamptz not null default now() + interval '365 days';
      comment on column api_key.kind is 'live: reads and writes; read: reads only; trial: every write is checked, answered and rolled back.';
      ${KEY_OF_KIND_FUNCTION}`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${KEY_FUNCTION}
      alter table api_key drop kind, drop expires_at;`);
  }
}
