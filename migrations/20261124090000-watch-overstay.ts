import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byParent, protect } from './row-security';

/**
 * What the sweep asks of a case, as partial indexes over the few cases that can still need an alert: planned ends, ends of stay per market
 * (grace differs by market, so the market leads), and the rare border passes, absconders and fresh returns. `born_tx` makes a case visible to
 * the incremental sweep even if no event came with it; `case_event_batch` finds the cases of a bulk import that is still held.
 */
const CASE_INDEXES = `
  create index case_ends on case_file (contract_end) include (id, learnt_on, legal_form)
    where stage = 'ABROAD' and returned_on is null and departed_on is not null;
  create index case_stay on case_file ((coalesce(market, '')), (coalesce(stay_until, contract_end)))
    where stage in ('ABROAD', 'ABSCONDED', 'OVERSTAYING') and returned_on is null and departed_on is not null;
  create index case_border on case_file ((coalesce(stay_until, contract_end)))
    where legal_form = 'BORDER' and stage = 'ABROAD' and returned_on is null and departed_on is not null;
  create index case_absconded on case_file (absconded_on) where stage = 'ABSCONDED' and returned_on is null;
  create index case_returned on case_file (returned_on) where stage = 'RETURNED';
  alter table case_file add column born_tx xid8 not null default pg_current_xact_id();
  create index case_born on case_file (born_tx);
  create index case_event_batch on case_event (batch_id, case_id) where batch_id is not null;`;

/** Alerts, who is asked, what they answered, visits to families, confirmations. */
export class WatchOverstay20261124090000 implements MigrationInterface {
  name = 'WatchOverstay20261124090000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(CASE_INDEXES);
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
        last_owner boolean not null default false,
        state text not null default 'open' check (state in ('open', 'answered', 'closed', 'superseded')),
        closed_at timestamptz,
        closed_on date,
        closed_reason text,
        policy_rule_id bigint,
        constraint alert_once_unique unique (case_id, rule, target_date)
      );
      comment on table alert is 'A question somebody must answer by a date. target_date: the date the rule is about; due_on: the day it fell due; raised_on: the day the question arose (due, or learnt when already late), not the day a sweep ran; owner: who must answer now; last_owner: nobody further to ask. superseded: below the highest rung at first sight, never sent; policy_rule_id: the rule as it was (no foreign key: rules are never deleted, and the check would lock the same few rows once per alert).';
      create index alert_open on alert (province_code, owner, answer_by, id) where state = 'open';
      create index alert_case_live on alert (case_id) where state in ('open', 'answered');
      create index alert_unanswered on alert (answer_by) where state = 'open' and not last_owner;
      create index alert_planned_live on alert (target_date)
        where state in ('open', 'answered') and family in ('EXPIRY', 'SEASONAL_EXPIRY', 'LAISSEZ_PASSER');
      create index alert_suspicion on alert (raised_on) include (case_id, target_date) where rule = 'SUSPECTED_OVERSTAY';
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
        outcome jsonb not null default '{}',
        recorded_at timestamptz not null default now()
      );
      comment on table alert_answer is 'What was answered, append-only; late: the alert was closed meanwhile, the answer is kept as a fact; outcome: what was told to the sender, for a repeated request.';
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
        recorded_on date not null default business_day(),
        tx_id xid8 not null default pg_current_xact_id(),
        recorded_at timestamptz not null default now()
      );
      comment on table family_visit is 'A visit to the family: who went, why, what came of it, when the next is due (local practice of the plans: seeds 001, 004).';
      create index family_visit_case on family_visit (case_id, visited_on);
      create index family_visit_next on family_visit (next_visit_on) where next_visit_on is not null;
      create index family_visit_seen on family_visit (tx_id);
      ${protect('family_visit', byParent('case_file', 'case_id'))}

      create table overstay_confirmation (
        id uuid primary key,
        case_id uuid not null references case_file,
        document_id uuid not null references evidence_document,
        request_id text not null unique,
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
      create unique index overstay_confirmation_pending_unique on overstay_confirmation (case_id) where decision is null;
      ${protect('overstay_confirmation', byParent('case_file', 'case_id'))}

      ${allow('alert', { api: 'select, update', jobs: 'select, insert, update' })}
      grant usage on sequence alert_id_seq to benve_jobs;
      ${allow('alert_recipient', { api: 'select', jobs: 'select, insert, update' })}
      ${allow('alert_answer', { api: 'select, insert', jobs: 'select' })}
      ${allow('family_visit', { api: 'select, insert', jobs: 'select' })}
      ${allow('overstay_confirmation', { api: 'select, insert, update', jobs: 'select' })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table overstay_confirmation, family_visit, alert_answer, alert_recipient, alert;
      drop index case_event_batch, case_born, case_returned, case_absconded, case_border, case_stay, case_ends;
      alter table case_file drop column born_tx;`);
  }
}
