import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, protect } from './row-security';

const account = `(select nullif(current_setting('benve.account', true), ''))::uuid`;

/** How each account wants to be told: mail, push, hours of rest. */
export class ChooseNotifications20261130010000 implements MigrationInterface {
  name = 'ChooseNotifications20261130010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table notification_setting (
        account_id uuid primary key references account on delete cascade,
        urgent_push boolean not null,
        urgent_mail boolean not null,
        usual_push boolean not null,
        usual_mail text not null check (usual_mail in ('daily', 'weekly', 'off')),
        quiet_from time,
        quiet_until time,
        quiet_weekends boolean not null,
        changed_at timestamptz not null default now(),
        check ((quiet_from is null) = (quiet_until is null))
      );
      comment on table notification_setting is 'How an account wants to be told; no row = the defaults. Mails to the office''s own address and what stands in the program are not touched by it.';
      ${protect('notification_setting', `account_id = ${account}`)}
      ${allow('notification_setting', { api: 'select, insert, update', jobs: 'select' })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table notification_setting;`);
  }
}
