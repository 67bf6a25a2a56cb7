import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, protect } from './row-security';

const account = `(select nullif(current_setting('benve.account', true), ''))::uuid`;
const organisation = `(select nullif(current_setting('benve.organisation', true), ''))::uuid`;

/** How a person likes the screens, and filters they keep. */
export class KeepPreferences20261201020000 implements MigrationInterface {
  name = 'KeepPreferences20261201020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table account_preference (
        account_id uuid not null references account on delete cascade,
        key text not null,
        value jsonb not null,
        changed_at timestamptz not null default now(),
        primary key (account_id, key)
      );
      comment on table account_preference is 'Choices of one account for its screens (columns, density, theme, language …): small JSON, nothing about persons.';
      ${protect('account_preference', `account_id = ${account}`)}
      ${allow('account_preference', { api: 'select, insert, update, delete', jobs: 'select, delete' })}

      create table saved_view (
        id uuid primary key,
        account_id uuid not null references account on delete cascade,
        organisation_id uuid references organisation,
        screen text not null,
        name text not null,
        query text not null,
        shared boolean not null default false,
        created_at timestamptz not null default now(),
        unique (account_id, screen, name)
      );
      comment on table saved_view is 'A filter somebody keeps under a name; shared: everybody of the organisation sees it, its author alone changes it.';
      create index saved_view_organisation on saved_view (organisation_id) where shared;
      ${protect('saved_view', `account_id = ${account} or (shared and organisation_id = ${organisation})`, `account_id = ${account}`)}
      create policy saved_view_own on saved_view as restrictive for delete to benve_api using (account_id = ${account});
      ${allow('saved_view', { api: 'select, insert, delete', jobs: 'select, delete' })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table saved_view, account_preference;`);
  }
}
