import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byParent, byTenant, protect } from './row-security';

const scope = `(select current_setting('benve.scope', true))`;

/** Support items of the national programmes: where the money comes from, who claimed what, and every step to the day it was paid. */
export class SupportCosts20261216010000 implements MigrationInterface {
  name = 'SupportCosts20261216010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table support_fund (
        id uuid primary key,
        province_code text not null,
        programme text not null,
        year int not null check (year between 2000 and 2100),
        budget_line text not null,
        title text not null,
        free bigint not null default 0,
        committed bigint not null default 0 check (committed >= 0),
        paid bigint not null default 0 check (paid >= 0),
        recorded_at timestamptz not null default now(),
        constraint support_fund_never_over check (free >= 0),
        constraint support_fund_once_unique unique (province_code, programme, year, budget_line)
      );
      comment on table support_fund is 'A source of support: programme, year, budget line, đồng. free: still to give; committed: approved and not paid; the three are a projection of support_entry.';
      ${protect('support_fund', byTenant({ province: 'province_code' }))}

      create table support_claim (
        id uuid primary key,
        no bigint generated always as identity,
        case_id uuid not null references case_file,
        province_code text not null,
        item text not null,
        title text not null,
        units int not null check (units between 1 and 366),
        amount bigint not null check (amount > 0),
        group_code text not null,
        ceiling bigint,
        policy_rule_id bigint,
        spent_on date not null,
        receipt_no text not null,
        state text not null default 'PENDING' check (state in ('PENDING', 'APPROVED', 'REFUSED', 'PAID', 'WITHDRAWN')),
        fund_id uuid references support_fund,
        request_id text not null,
        account_id uuid,
        organisation_id uuid,
        claimed_on date not null default business_day(),
        recorded_at timestamptz not null default now(),
        constraint support_claim_request_unique unique (case_id, request_id),
        constraint support_claim_funded check (state not in ('APPROVED', 'PAID') or fund_id is not null)
      );
      comment on table support_claim is 'A cost claimed from the programmes, held to the ceiling of its group and day (ceiling, policy_rule_id: the row used). What is claimed is never edited; state and fund_id: projection of support_entry.';
      create index support_claim_queue on support_claim (province_code, state, no);
      create index support_claim_case on support_claim (case_id, item);
      create index support_claim_fund on support_claim (fund_id) where fund_id is not null;
      ${protect('support_claim', `${byParent('case_file', 'case_id')} and ${scope} = 'province'`)}

      create table support_entry (
        id bigint generated always as identity primary key,
        fund_id uuid references support_fund,
        claim_id uuid references support_claim,
        deed text not null check (deed in ('ALLOT', 'APPROVE', 'REFUSE', 'PAY', 'WITHDRAW')),
        effective_on date not null,
        budget bigint not null default 0,
        free bigint not null default 0,
        committed bigint not null default 0,
        paid bigint not null default 0,
        note text,
        reverses_id bigint references support_entry,
        request_id text not null,
        account_id uuid,
        organisation_id uuid,
        recorded_at timestamptz not null default now(),
        constraint support_entry_balanced check (budget + free + committed + paid = 0),
        constraint support_entry_about check (case deed when 'ALLOT' then fund_id is not null and claim_id is null else claim_id is not null end),
        constraint support_entry_reversed_once unique (reverses_id)
      );
      comment on table support_entry is 'Ledger of support, sum zero: allotted from the budget, promised, paid. note: the proof of a payment, the decision of an allotment, the reason of a refusal or a reversal. Append-only.';
      create unique index support_entry_request_unique on support_entry (coalesce(claim_id, fund_id), request_id);
      create index support_entry_fund on support_entry (fund_id) where fund_id is not null;
      ${protect('support_entry', `case when claim_id is null then ${byParent('support_fund', 'fund_id')} else ${byParent('support_claim', 'claim_id')} end`)}
      create function support_entry_kept() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
        begin raise restrict_violation using message = 'support_entry is append-only: record a reversal'; end $$;
      comment on function support_entry_kept() is 'What was written in support_entry stays, whoever asks.';
      create trigger support_entry_kept before update or delete or truncate on support_entry for each statement execute function support_entry_kept();

      ${allow('support_fund', { api: 'select, insert, update (title, free, committed, paid)', jobs: 'select' })}
      ${allow('support_claim', { api: 'select, insert, update (state, fund_id)', jobs: 'select' })}
      ${allow('support_entry', { api: 'select, insert', jobs: 'select' })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table support_entry, support_claim, support_fund; drop function support_entry_kept();`);
  }
}
