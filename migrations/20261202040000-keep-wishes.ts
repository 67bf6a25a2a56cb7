import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ADMIT_FUNCTION } from './recruiting-functions';
import { allow, byParent, protect } from './row-security';

const scope = `(select current_setting('benve.scope', true))`;
const organisation = `(select nullif(current_setting('benve.organisation', true), ''))::uuid`;
const ofCase = byParent('case_file', 'case_id');

/** What people wish, how they were counselled, to whom they were proposed, and which officer accompanies them. */
export class KeepWishes20261202040000 implements MigrationInterface {
  name = 'KeepWishes20261202040000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table demand (
        case_id uuid primary key references case_file on delete cascade,
        markets text[] not null default '{}',
        occupations text[] not null default '{}',
        language text,
        can_go_from date,
        source text not null check (source in ('COMMUNE', 'SCHOOL', 'ARMY', 'FAIR', 'CENTRE', 'AGENCY')),
        event text,
        note text,
        recorded_by uuid,
        recorded_at timestamptz not null default now(),
        changed_at timestamptz not null default now()
      );
      comment on table demand is 'What somebody who wishes to go would like, and where the wish was registered: commune, school, army unit, job fair, centre. event: the school or fair. Empty markets: anywhere.';
      ${protect('demand', ofCase)}

      create table counselling (
        id uuid primary key,
        case_id uuid not null references case_file on delete cascade,
        held_on date not null,
        channel text not null check (channel in ('MEETING', 'PHONE', 'HOME', 'FAIR', 'ONLINE')),
        market text,
        sheet text,
        outcome text not null check (outcome in ('AGREED', 'THINKING', 'OTHER_MARKET', 'REFUSED')),
        note text,
        recorded_by uuid,
        recorded_at timestamptz not null default now()
      );
      comment on table counselling is 'Each counselling of a case: about which market, by which version of its sheet, and what the person thinks of it.';
      create index counselling_case on counselling (case_id, held_on);
      ${protect('counselling', ofCase)}

      create table order_proposal (
        id uuid primary key,
        order_id uuid not null references job_order,
        case_id uuid not null references case_file on delete cascade,
        agency_id uuid not null references organisation,
        profile jsonb not null,
        state text not null default 'proposed' check (state in ('proposed', 'accepted', 'declined', 'withdrawn')),
        reason text,
        note text,
        proposed_by uuid,
        proposed_at timestamptz not null default now(),
        answered_by uuid,
        answered_at timestamptz,
        constraint order_proposal_unique unique (order_id, case_id)
      );
      comment on table order_proposal is 'A counselled person offered to the agency of an order. profile: all the agency is shown before it accepts (no number, no address, no telephone); emptied when it declines. Accepted, the case is the agency''s.';
      create index order_proposal_case on order_proposal (case_id);
      create index order_proposal_agency on order_proposal (agency_id, state, proposed_at);
      ${protect('order_proposal', `case ${scope} when 'agency' then agency_id = ${organisation} else ${ofCase} end`)}

      create table case_officer (
        id uuid primary key,
        case_id uuid not null references case_file on delete cascade,
        account_id uuid not null references account,
        deputy_id uuid references account,
        since timestamptz not null default now(),
        ended_at timestamptz,
        reason text,
        check (deputy_id is null or deputy_id <> account_id)
      );
      comment on table case_officer is 'Who accompanies a case from the first contact on, and who stands in; a hand-over ends the row and begins another.';
      create unique index case_officer_now on case_officer (case_id) where ended_at is null;
      create index case_officer_of on case_officer (account_id) where ended_at is null;
      ${protect('case_officer', ofCase)}

      ${allow('demand', { api: 'select, insert, update (markets, occupations, language, can_go_from, source, event, note, changed_at)', jobs: 'select, insert, update' })}
      ${allow('counselling', { api: 'select, insert', jobs: 'select, insert' })}
      ${allow('order_proposal', { api: 'select, insert, update (state, reason, note, profile, answered_by, answered_at, proposed_by, proposed_at)', jobs: 'select, insert, update' })}
      ${allow('case_officer', { api: 'select, insert, update (deputy_id, ended_at, reason)', jobs: 'select, insert, update' })}
      create index case_waiting on case_file (province_code, created_at, id) where stage in ('REGISTERED', 'COUNSELLED', 'SOURCED');
      ${ADMIT_FUNCTION}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `drop index case_waiting; drop function admit_candidate(uuid); drop table case_officer, order_proposal, counselling, demand;`,
    );
  }
}
