import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byTenant, protect } from './row-security';

/** Messages owed to offices, and each copy's way to its recipient. */
export class SendNotices20261124070000 implements MigrationInterface {
  name = 'SendNotices20261124070000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table notice (
        id bigint generated always as identity primary key,
        addressee text collate "C" not null,
        kind text not null check (kind in ('digest', 'urgent')),
        day date not null,
        ordinal int not null default 0,
        province_code text collate "C" not null,
        commune_code text collate "C",
        organisation_id uuid references organisation,
        state text not null default 'open' check (state in ('open', 'held', 'sent', 'letter', 'cancelled')),
        created_at timestamptz not null default now(),
        closed_at timestamptz,
        constraint notice_once_unique unique (addressee, kind, day, ordinal)
      );
      comment on table notice is 'A message owed: one digest per addressee and business day, plus urgent ones. Addressee: COMMUNE:<code>, ESC:<province>, SO:<province>, AGENCY:<id>. state letter: no address, to be printed.';
      create index notice_open on notice (id) where state = 'open';
      create index notice_place on notice (province_code, day, id);
      ${protect('notice', byTenant({ province: 'province_code', commune: 'commune_code', agency: 'organisation_id' }))}

      create table notice_item (
        notice_id bigint not null references notice on delete cascade,
        kind text not null,
        ref_id bigint not null,
        case_id uuid not null,
        case_code text not null,
        due_on date,
        primary key (notice_id, kind, ref_id)
      );
      comment on table notice_item is 'What a notice is about: an alert or a case event, by case code and deadline. No names.';
      create index notice_item_case on notice_item (case_id);
      ${protect('notice_item', `exists (select from notice n where n.id = notice_id)`)}

      create table delivery (
        id bigint generated always as identity primary key,
        notice_id bigint not null references notice,
        address text not null,
        account_id uuid,
        message_id text not null unique,
        state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'retry', 'bounced', 'uncertain', 'dead', 'held')),
        attempts int not null default 0,
        next_attempt_at timestamptz not null default now(),
        lease_until timestamptz,
        fence int not null default 0,
        last_error text,
        created_at timestamptz not null default now(),
        first_tried_at timestamptz,
        sent_at timestamptz,
        unique (notice_id, address)
      );
      comment on table delivery is 'One copy of a notice to one address, with a fixed Message-ID. Nothing leaves silently: sent, bounced or dead in the end.';
      create index delivery_due on delivery (next_attempt_at, id) where state in ('queued', 'retry', 'uncertain');
      create index delivery_leased on delivery (lease_until) where state = 'sending';
      ${protect('delivery', `exists (select from notice n where n.id = notice_id)`)}
      ${allow('notice', { api: 'select', jobs: 'select, insert, update' })}
      ${allow('notice_item', { api: 'select', jobs: 'select, insert, update' })}
      ${allow('delivery', { api: 'select', jobs: 'select, insert, update' })}
      alter table delivery set (autovacuum_vacuum_scale_factor = 0.02);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table delivery, notice_item, notice;`);
  }
}
