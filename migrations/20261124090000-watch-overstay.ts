import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byParent, protect } from './row-security';

/** Alerts, who is asked, what they answered, visits to families, confirmations. */
export class WatchOverstay20261124090000 implements MigrationInterface {
  name = 'WatchOverstay20261124090000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table alert (
        id bigint generated always as identity primary key,
        case_id uuid not null references case_file,
        province_code text collate "C" not null,
        rule text not null,
        family text not null,
        rung smallint not null,
        target_date date not null,
        due_on date not null,
        raised_on date not null,
        raised_at timestamptz not null default now(),
        estimated boolean not null default false,
        owner text not null check (owner in ('agency', 'centre', 'commune', 'department')),
        answer_by date,
        state text not null default 'open' check (state in ('open', 'answered', 'closed', 'superseded')),
        closed_at timestamptz,
        closed_on date,
        closed_reason text,
        policy_rule_id bigint references policy_rule,
        constraint alert_once_unique unique (case_id, rule, target_date)
      );
      comment on table alert is 'A question somebody must answer by a date. target_date: the date the rule is about; due_on: the day it fell due; owner: who must answer first. superseded: below the highest rung at first sight, never sent.';
      create index alert_open on alert (province_code, owner, answer_by, id) where state = 'open';
      create index alert_case_open on alert (case_id) where state = 'open';
      alter table alert set (autovacuum_vacuum_scale_factor = 0.02);
      ${protect('alert', byParent('case_file', 'case_id'))}

      create table alert_recipient (
        alert_id bigint not null references alert on delete cascade,
        role text not null check (role in ('agency', 'centre', 'commune', 'department', 'family', 'worker')),
        addressee text collate "C",
        since date not null,
        told_on date,
        primary key (alert_id, role)
      );
      comment on table alert_recipient is 'Who is told of an alert. addressee: the unit as resolved when it was told; a re-routing moves the recipient, never makes an alert.';
      ${protect('alert_recipient', byParent('alert', 'alert_id'))}

      create table alert_answer (
        id bigint generated always as identity primary key,
        alert_id bigint not null references alert,
        case_id uuid not null references case_file,
        request_id text not null unique,
        answer text not null check (answer in ('RETURNED', 'EXTENDED', 'NOT_RETURNED_IN_CONTACT', 'NO_CONTACT')),
        answered_on date not null,
        happened_on date,
        note text,
        account_id uuid,
        organisation_id uuid,
        late boolean not null default false,
        recorded_at timestamptz not null default now()
      );
      comment on table alert_answer is 'What was answered, append-only; late: the alert was closed meanwhile, the answer is kept as a fact.';
      create index alert_answer_alert on alert_answer (alert_id);
      create index alert_answer_case on alert_answer (case_id);
      ${protect('alert_answer', byParent('case_file', 'case_id'))}

      create table family_visit (
        id uuid primary key,
        case_id uuid not null references case_file,
        alert_id bigint references alert,
        request_id text not null unique,
        visited_on date not null,
        visitors text not null,
        purpose text not null check (purpose in ('REMIND', 'PERSUADE', 'DIFFICULTY', 'CONDOLENCE')),
        outcome text not null check (outcome in ('FAMILY_AGREED', 'WORKER_WILL_RETURN', 'REFUSED', 'NO_CONTACT', 'MOVED', 'WRONG_INFO', 'RETURNED')),
        promised_on date,
        next_visit_on date,
        note text,
        account_id uuid,
        organisation_id uuid,
        recorded_at timestamptz not null default now()
      );
      comment on table family_visit is 'A visit to the family: who went, why, what came of it, when the next is due (local practice of the plans: seeds 001, 004).';
      create index family_visit_case on family_visit (case_id, visited_on);
      ${protect('family_visit', byParent('case_file', 'case_id'))}

      create table overstay_confirmation (
        id uuid primary key,
        case_id uuid not null references case_file,
        document_id uuid not null references evidence_document,
        proposed_by uuid,
        proposed_at timestamptz not null default now(),
        decision text check (decision in ('confirmed', 'rejected')),
        decided_by uuid,
        decided_at timestamptz,
        note text,
        check (decided_by is null or decided_by is distinct from proposed_by)
      );
      comment on table overstay_confirmation is 'A proposal to confirm an overstay with its document, and a second person''s decision (Decree 283/2026).';
      create index overstay_confirmation_case on overstay_confirmation (case_id);
      ${protect('overstay_confirmation', byParent('case_file', 'case_id'))}

      ${allow('alert', { api: 'select, update', jobs: 'select, insert, update' })}
      ${allow('alert_recipient', { api: 'select', jobs: 'select, insert, update' })}
      ${allow('alert_answer', { api: 'select, insert', jobs: 'select' })}
      ${allow('family_visit', { api: 'select, insert', jobs: 'select' })}
      ${allow('overstay_confirmation', { api: 'select, insert, update', jobs: 'select' })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table overstay_confirmation, family_visit, alert_answer, alert_recipient, alert;`);
  }
}
