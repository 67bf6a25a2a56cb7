import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byParent, byTenant, protect } from './row-security';

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
        ordinal int,
        province_code text collate "C" not null,
        commune_code text collate "C",
        organisation_id uuid references organisation,
        state text not null default 'open' check (state in ('open', 'held', 'sealed', 'letter', 'cancelled')),
        held_batch uuid,
        created_at timestamptz not null default now(),
        sealed_at timestamptz,
        printed_at timestamptz,
        printed_by uuid,
        constraint notice_once_unique unique (addressee, kind, day, ordinal),
        check ((held_batch is not null) = (state = 'held')),
        check ((ordinal is not null) = (state in ('sealed', 'letter')))
      );
      comment on table notice is 'A message owed: one digest per addressee and business day, plus urgent ones. Addressee: COMMUNE:<code>, ESC:<province>, SO:<province>, AGENCY:<id>. open: still takes items (one open per addressee and kind); sealed: content fixed, its deliveries say how far it came; letter: no address, to be printed; held: waits for the release of held_batch. ordinal: given when sealed, above 0 when an earlier one of the day has gone.';
      create unique index notice_open_unique on notice (addressee, kind) where state = 'open';
      create unique index notice_held_unique on notice (addressee, kind, held_batch) where state = 'held';
      create index notice_open_day on notice (day, id) where state = 'open';
      create index notice_letter on notice (province_code, id) where state = 'letter' and printed_at is null;
      create index notice_place on notice (province_code, day, id);
      ${protect('notice', byTenant({ province: 'province_code', commune: 'commune_code', agency: 'organisation_id' }))}

      create table notice_item (
        notice_id bigint not null references notice on delete cascade,
        kind text not null,
        ref_id bigint not null,
        case_id uuid not null,
        case_code text not null,
        due_on date,
        verifying boolean not null default false,
        primary key (notice_id, kind, ref_id)
      );
      comment on table notice_item is 'What a notice is about: an alert (kind = its rule) or a case event, by case code and deadline of the answer. verifying: the agency is still being asked. No names.';
      create index notice_item_case on notice_item (case_id);
      ${protect('notice_item', byParent('notice', 'notice_id'))}

      create table notice_release (
        batch_id uuid primary key,
        province_code text collate "C" not null,
        released_at timestamptz not null default now(),
        released_by uuid
      );
      comment on table notice_release is 'Bulk imports whose mails the centre has let go. A batch that is not here holds the notices about the cases it brought.';
      ${protect('notice_release', byTenant({ province: 'province_code' }))}

      create table mail_gate (
        only_row boolean primary key default true check (only_row),
        closed_since timestamptz,
        reason text,
        changed_by text not null
      );
      comment on table mail_gate is 'While closed_since is set no mail leaves: a restored database believes that mails already sent are still owed, until a person opens the gate.';
      insert into mail_gate (changed_by) values ('migration');

      create table delivery (
        id bigint generated always as identity primary key,
        notice_id bigint not null references notice,
        address text not null,
        account_id uuid,
        message_id text not null unique,
        state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'retry', 'bounced', 'uncertain', 'dead')),
        attempts int not null default 0,
        possible_copies smallint not null default 0 check (possible_copies <= 2),
        next_attempt_at timestamptz not null default now(),
        lease_until timestamptz,
        fence int not null default 0,
        last_error text,
        created_at timestamptz not null default now(),
        first_tried_at timestamptz,
        sent_at timestamptz,
        unique (notice_id, address)
      );
      comment on table delivery is 'One copy of a notice to one address, with a fixed Message-ID. Nothing leaves silently: sent, bounced or dead in the end. fence grows with each claim: a late writer is refused. possible_copies: how often a server may have taken it without saying so.';
      create index delivery_due on delivery (next_attempt_at, id) where state in ('queued', 'retry', 'uncertain');
      create index delivery_leased on delivery (lease_until) where state = 'sending';
      ${protect('delivery', byParent('notice', 'notice_id'))}
      ${allow('notice', { api: 'select, update (printed_at, printed_by)', jobs: 'select, insert, update' })}
      ${allow('notice_item', { api: 'select', jobs: 'select, insert, update, delete' })}
      ${allow('notice_release', { api: 'select, insert', jobs: 'select, insert' })}
      ${allow('mail_gate', { api: 'select', jobs: 'select, update' })}
      ${allow('delivery', { api: 'select', jobs: 'select, insert, update' })}
      alter table delivery set (autovacuum_vacuum_scale_factor = 0.02);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table delivery, mail_gate, notice_release, notice_item, notice;`);
  }
}
