import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byParent, protect } from './row-security';

const scope = `(select current_setting('benve.scope', true))`;
const organisation = `(select nullif(current_setting('benve.organisation', true), ''))::uuid`;
const ofCase = byParent('case_file', 'case_id');

function appendOnly(table: string, why: string): string {
  return `
    create function ${table}_kept() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
      begin raise restrict_violation using message = '${table} is append-only: ${why}'; end $$;
    comment on function ${table}_kept() is 'What was written in ${table} stays, whoever asks.';
    create trigger ${table}_kept before update or delete or truncate on ${table} for each statement execute function ${table}_kept();`;
}

/** What surrounds a contract besides the loan: fees, receipts, escrow, refunds, the closing of the contract. */
export class SettleMoney20261204020000 implements MigrationInterface {
  name = 'SettleMoney20261204020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table fee_sheet (
        id uuid primary key,
        agency_id uuid not null references organisation,
        market text not null,
        occupation text not null,
        valid_from date not null,
        months int not null check (months between 1 and 120),
        monthly_wage bigint not null check (monthly_wage > 0),
        lines jsonb not null,
        worker_pays bigint not null,
        policy_rule_ids bigint[] not null default '{}',
        request_id text not null,
        account_id uuid,
        recorded_at timestamptz not null default now(),
        constraint fee_sheet_request_unique unique (agency_id, request_id)
      );
      comment on table fee_sheet is 'What an agency asks for a market and an occupation, line by line with who pays; public. The newest of a day on counts; an older sheet stays for the contracts signed under it.';
      create index fee_sheet_newest on fee_sheet (market, agency_id, occupation, valid_from desc);
      ${protect('fee_sheet', 'true', `${scope} = 'agency' and agency_id = ${organisation}`)}
      ${appendOnly('fee_sheet', 'publish a new sheet')}

      create table fee_receipt (
        id bigint generated always as identity primary key,
        case_id uuid not null references case_file,
        item text not null,
        amount bigint not null check (amount <> 0),
        paid_on date not null,
        receipt_no text not null,
        faults text[] not null default '{}',
        article text,
        reverses_id bigint references fee_receipt,
        request_id text not null,
        account_id uuid,
        organisation_id uuid,
        recorded_at timestamptz not null default now(),
        note text,
        constraint fee_receipt_request_unique unique (case_id, request_id),
        constraint fee_receipt_reversed_once unique (reverses_id)
      );
      comment on table fee_receipt is 'Money taken from a worker, with its receipt; faults: collected too early, without right or over the cap, with the article. Append-only; a wrong one is answered by one with the other sign.';
      create index fee_receipt_case on fee_receipt (case_id, paid_on);
      ${protect('fee_receipt', `${ofCase} and ${scope} in ('province', 'agency')`)}
      ${appendOnly('fee_receipt', 'record a reversal')}

      create table escrow (
        id uuid primary key,
        case_id uuid not null references case_file,
        kind text not null check (kind in ('EPS', 'AGENCY')),
        amount bigint not null check (amount > 0),
        signed_on date not null,
        due_by date,
        state text not null default 'DUE' check (state in ('DUE', 'PAID', 'RETURNED', 'FORFEITED')),
        balance bigint not null default 0 check (balance >= 0),
        policy_rule_id bigint,
        recorded_at timestamptz not null default now(),
        constraint escrow_once_unique unique (case_id, kind),
        constraint escrow_kind_unique unique (id, kind)
      );
      comment on table escrow is 'Money held against a promise: EPS with the policy bank, AGENCY with the agency''s bank. balance: projection of escrow_entry.';
      create index escrow_due on escrow (due_by) where state = 'DUE';
      ${protect('escrow', `${ofCase} and case ${scope} when 'province' then true when 'bank' then kind = 'EPS' when 'agency' then kind = 'AGENCY' else false end`)}

      create table escrow_entry (
        id bigint generated always as identity primary key,
        escrow_id uuid not null,
        kind text not null,
        deed text not null check (deed in ('DEPOSIT', 'INTEREST', 'RETURN', 'FORFEIT', 'USE')),
        effective_on date not null,
        cash bigint not null default 0,
        held bigint not null default 0,
        interest bigint not null default 0,
        claim bigint not null default 0,
        reference text not null,
        request_id text not null,
        account_id uuid,
        recorded_at timestamptz not null default now(),
        note text,
        constraint escrow_entry_balanced check (cash + held + interest + claim = 0),
        constraint escrow_entry_right check (deed <> 'FORFEIT' or kind = 'EPS'),
        constraint escrow_entry_damage check (deed <> 'USE' or kind = 'AGENCY'),
        constraint escrow_entry_ledger foreign key (escrow_id, kind) references escrow (id, kind),
        constraint escrow_entry_request_unique unique (escrow_id, request_id)
      );
      comment on table escrow_entry is 'Ledger of an escrow, debit +, credit -, sum zero; the two kinds never mix. Append-only.';
      ${protect('escrow_entry', byParent('escrow', 'escrow_id'))}
      ${appendOnly('escrow_entry', 'record another entry')}

      create table refund (
        id uuid primary key,
        case_id uuid not null references case_file,
        kind text not null check (kind in ('EARLY_RETURN', 'NOT_SENT', 'WITHDRAWAL')),
        principal bigint not null check (principal >= 0),
        interest bigint not null check (interest >= 0),
        paid bigint not null default 0,
        due_by date not null,
        detail jsonb not null,
        policy_rule_id bigint,
        request_id text not null,
        account_id uuid,
        recorded_at timestamptz not null default now(),
        constraint refund_once_unique unique (case_id, kind),
        check (paid between 0 and principal + interest)
      );
      comment on table refund is 'What an agency owes a worker by which rule, how it was worked out (detail), by when. paid: projection of refund_payment.';
      create index refund_due on refund (due_by) where paid < principal + interest;
      ${protect('refund', `${ofCase} and ${scope} in ('province', 'agency', 'commune')`)}

      create table refund_payment (
        id bigint generated always as identity primary key,
        refund_id uuid not null references refund,
        amount bigint not null check (amount > 0),
        paid_on date not null,
        proof text not null,
        request_id text not null,
        account_id uuid,
        recorded_at timestamptz not null default now(),
        constraint refund_payment_request_unique unique (refund_id, request_id)
      );
      comment on table refund_payment is 'Refunds paid out, each with its proof. Append-only.';
      ${protect('refund_payment', byParent('refund', 'refund_id'))}
      ${appendOnly('refund_payment', 'record another payment')}

      create table liquidation (
        case_id uuid primary key references case_file,
        state text not null check (state in ('OPEN', 'PROPOSED', 'DISPUTED', 'CLOSED', 'UNILATERAL')),
        ended_on date not null,
        due_by date not null,
        version int not null default 1,
        changed_at timestamptz not null default now()
      );
      comment on table liquidation is 'The closing settlement of a sending contract: the agency proposes, the worker''s side confirms; alone after three letters (Law 69/2020/QH14, Art. 26).';
      create index liquidation_due on liquidation (due_by) where state in ('OPEN', 'PROPOSED', 'DISPUTED');
      ${protect('liquidation', `${ofCase} and ${scope} in ('province', 'agency', 'commune')`)}

      create table liquidation_event (
        id bigint generated always as identity primary key,
        case_id uuid not null references case_file,
        deed text not null,
        effective_on date not null,
        state_after text not null,
        note text,
        request_id text not null,
        account_id uuid,
        organisation_id uuid,
        recorded_at timestamptz not null default now(),
        constraint liquidation_event_request_unique unique (case_id, request_id)
      );
      comment on table liquidation_event is 'Letters, proposals, answers: who and when. Append-only.';
      ${protect('liquidation_event', `${ofCase} and ${scope} in ('province', 'agency', 'commune')`)}
      ${appendOnly('liquidation_event', 'record another event')}

      ${['fee_sheet', 'fee_receipt', 'escrow_entry', 'refund_payment', 'liquidation_event']
        .map((table) => allow(table, { api: 'select, insert', jobs: 'select' }))
        .join('\n')}
      ${['escrow', 'refund', 'liquidation'].map((table) => allow(table, { api: 'select, insert, update', jobs: 'select' })).join('\n')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table liquidation_event, liquidation, refund_payment, refund, escrow_entry, escrow, fee_receipt, fee_sheet;
      drop function liquidation_event_kept(), refund_payment_kept(), escrow_entry_kept(), fee_receipt_kept(), fee_sheet_kept();`);
  }
}
