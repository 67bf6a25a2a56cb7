import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow } from './row-security';

/** Facts of law and practice as dated rows with a source, and the calendar of days off. */
export class DatePolicy20261124030000 implements MigrationInterface {
  name = 'DatePolicy20261124030000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table policy_rule (
        id bigint generated always as identity primary key,
        key text not null,
        market text not null default '*',
        value jsonb not null,
        valid daterange not null,
        basis text not null,
        certain boolean not null,
        note text not null default '',
        entered_by text not null,
        approved_by text,
        entered_at timestamptz not null default now(),
        constraint policy_rule_overlap_excl exclude using gist (key with =, market with =, valid with &&)
      );
      comment on table policy_rule is 'A rule of law or practice in force on the days of valid, per market (* = all). certain = false: from practice, to be confirmed by the office.';
      create table holiday (
        day date primary key,
        kind text not null check (kind in ('off', 'worked')),
        name text not null,
        basis text not null
      );
      comment on table holiday is 'Days off, and weekend days worked in exchange, entered yearly. Working-day clocks read it.';
      ${allow('policy_rule', { api: 'select', jobs: 'select, insert, update' })}
      ${allow('holiday', { api: 'select', jobs: 'select, insert, update, delete' })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table holiday, policy_rule;`);
  }
}
