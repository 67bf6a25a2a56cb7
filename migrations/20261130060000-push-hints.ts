import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, protect } from './row-security';

const account = `(select nullif(current_setting('benve.account', true), ''))::uuid`;

/** Browsers that want a push, and the key by which push services know this installation. */
export class PushHints20261130060000 implements MigrationInterface {
  name = 'PushHints20261130060000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table push_key (
        only_row boolean primary key default true check (only_row),
        public_key text not null,
        private_key_cipher bytea not null,
        created_at timestamptz not null default now()
      );
      comment on table push_key is 'The VAPID key pair of this installation (RFC 8292), made once: another one would silence every browser. The private half is sealed.';
      ${allow('push_key', { api: 'select, insert', jobs: 'select' })}

      create table push_subscription (
        id uuid primary key,
        account_id uuid not null references account on delete cascade,
        endpoint_index bytea not null,
        target_cipher bytea not null,
        created_at timestamptz not null default now(),
        pushed_at timestamptz,
        unique (account_id, endpoint_index)
      );
      comment on table push_subscription is 'A browser of an account that wants pushes: address and keys sealed, found by a keyed index. pushed_at: last try, for the cap per account. Goes when its push service says so.';
      ${protect('push_subscription', `account_id = ${account}`)}
      ${allow('push_subscription', { api: 'select, insert, delete', jobs: 'select, update (pushed_at), delete' })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table push_subscription, push_key;`);
  }
}
