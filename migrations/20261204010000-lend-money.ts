import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byParent, byTenant, protect } from './row-security';

const tenant = { province: 'province_code', bank: 'bank_id' };
const scope = `(select current_setting('benve.scope', true))`;

/** The accounts of a posting; they sum up to zero. */
const ACCOUNTS = ['cash', 'principal', 'overdue_principal', 'interest', 'overdue_interest', 'advance', 'opening', 'written_off'];

/** What was written stays: a wrong line is answered by another one. */
function appendOnly(table: string, why: string): string {
  return `
    create function ${table}_kept() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
      begin raise restrict_violation using message = '${table} is append-only: ${why}'; end $$;
    comment on function ${table}_kept() is 'What was written in ${table} stays, whoever asks.';
    create trigger ${table}_kept before update or delete or truncate on ${table} for each statement execute function ${table}_kept();`;
}

/** Loans as the bank's books mirror them: files, the ledger of what is owed, statements, months. */
export class LendMoney20261204010000 implements MigrationInterface {
  name = 'LendMoney20261204010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table loan (
        id uuid primary key,
        bank_id uuid not null references organisation,
        province_code text collate "C" not null,
        case_id uuid references case_file,
        loan_no text collate "C",
        product text not null check (product in ('OVERSEAS_COST', 'EPS_ESCROW')),
        state text not null check (state in ('DRAFT', 'APPLIED', 'APPRAISING', 'APPROVED', 'DISBURSING', 'ACTIVE', 'EXTENDED', 'FROZEN', 'PAID', 'WRITTEN_OFF', 'REFUSED', 'CANCELLED')),
        version int not null default 1,
        rule_date date not null,
        policy_rule_ids bigint[] not null default '{}',
        groups text[] not null default '{}',
        priority boolean not null default false,
        costs jsonb not null default '[]',
        requested bigint check (requested > 0),
        approved bigint check (approved > 0),
        rate_ppm int,
        overdue_rate_ppm int,
        basis_days int not null default 365,
        rounding_unit int not null default 1,
        term_months int,
        every_months int,
        ends_on date,
        first_disbursed_on date,
        frozen jsonb not null default '[]',
        allocation jsonb not null default '{}',
        disbursed_before bigint not null default 0,
        disbursed bigint not null default 0,
        principal bigint not null default 0 check (principal >= 0),
        advance bigint not null default 0 check (advance >= 0),
        repaid bigint not null default 0,
        interest_paid_to date,
        next_due_on date,
        last_entry_on date,
        referred_on date,
        received_on date,
        decide_by date,
        decided_on date,
        decision_no text,
        reason text,
        collateral text,
        capital_source text,
        credit_group text,
        authorised_payer text,
        borrower_name text,
        borrower_place text,
        borrower_number_cipher bytea,
        borrower_number_index bytea,
        opened_batch_id uuid,
        created_at timestamptz not null default now(),
        changed_at timestamptz not null default now(),
        constraint loan_number_unique unique (bank_id, loan_no)
      );
      comment on table loan is 'A loan for going to work abroad as the bank''s books mirror it; figures are for following up, the bank''s own books decide. case_id null: the bank names somebody who is not tied to a case yet (borrower_*: as the bank wrote it). rule_date: day whose rules the loan keeps. disbursed_before: paid out before the loan came into this system. principal, advance, repaid, next_due_on (oldest unpaid instalment): projections of loan_entry and loan_instalment; overdue = next_due_on before today.';
      create index loan_case on loan (case_id) where case_id is not null;
      create index loan_list on loan (province_code, state, coalesce(next_due_on, 'infinity'::date), id);
      create index loan_bank on loan (bank_id, state, coalesce(next_due_on, 'infinity'::date), id);
      create index loan_number on loan (borrower_number_index) where borrower_number_index is not null;
      create unique index loan_open_unique on loan (case_id, product) where case_id is not null and state in ('DRAFT', 'APPLIED', 'APPRAISING');
      comment on index loan_open_unique is 'One application at a time for a case.';
      ${protect('loan', byTenant(tenant))}

      create table loan_instalment (
        loan_id uuid not null references loan,
        no smallint not null,
        due_on date not null,
        planned_on date not null,
        principal bigint not null check (principal > 0),
        primary key (loan_id, no)
      );
      comment on table loan_instalment is 'Principal by day. planned_on: the day before any extension.';
      create index loan_instalment_due on loan_instalment (due_on, loan_id);
      ${protect('loan_instalment', byParent('loan', 'loan_id'))}

      create table loan_entry (
        id bigint generated always as identity primary key,
        loan_id uuid not null references loan,
        bank_id uuid not null references organisation,
        kind text not null check (kind in ('OPENING', 'DISBURSEMENT', 'PAYMENT', 'WRITE_OFF', 'REVERSAL')),
        effective_on date not null,
        recorded_on date not null default business_day(),
        recorded_at timestamptz not null default now(),
        request_id text not null,
        reference text collate "C",
        attempt smallint not null default 1,
        payee text check (payee in ('WORKER', 'AGENCY')),
        ${ACCOUNTS.map((account) => `${account} bigint not null default 0,`).join('\n        ')}
        tolerated bigint not null default 0,
        interest_from date,
        reverses_id bigint references loan_entry,
        payment_order jsonb,
        account_id uuid,
        batch_id uuid,
        note text,
        constraint loan_entry_balanced check (${ACCOUNTS.join(' + ')} = 0),
        constraint loan_entry_request_unique unique (loan_id, request_id),
        constraint loan_entry_reversed_once unique (reverses_id)
      );
      comment on table loan_entry is 'The ledger of what is owed: one row per posting with its accounts side by side, debit +, credit -, sum zero. Append-only: a wrong line is answered by a REVERSAL with the other signs. attempt: a voucher whose entry was taken back may be posted once more. tolerated: what the bank rounded and the office lets stand. payment_order: the order the payment was used in.';
      create unique index loan_entry_reference_unique on loan_entry (bank_id, reference, attempt) where reference is not null;
      create index loan_entry_loan on loan_entry (loan_id, effective_on, id);
      create index loan_entry_batch on loan_entry (batch_id) where batch_id is not null;
      ${protect('loan_entry', byParent('loan', 'loan_id'))}
      ${appendOnly('loan_entry', 'post a reversal')}

      create table loan_event (
        id bigint generated always as identity primary key,
        loan_id uuid not null references loan,
        request_id text not null,
        kind text not null,
        effective_on date not null,
        recorded_at timestamptz not null default now(),
        account_id uuid,
        organisation_id uuid,
        state_after text not null,
        detail jsonb not null default '{}',
        constraint loan_event_request_unique unique (loan_id, request_id)
      );
      comment on table loan_event is 'What was done with a loan besides money: received, decided, extended, frozen, checked, consent given. Append-only.';
      create index loan_event_loan on loan_event (loan_id, id);
      ${protect('loan_event', byParent('loan', 'loan_id'))}
      ${appendOnly('loan_event', 'record another event')}

      create table loan_standing (
        loan_id uuid primary key references loan,
        case_id uuid not null references case_file,
        state text not null,
        next_due_on date,
        owing boolean not null,
        shared_on date
      );
      comment on table loan_standing is 'The one thing about a loan that commune and agency may see, and only where the worker agreed (shared_on; Law 91/2025/QH15): how it stands, no amount.';
      create index loan_standing_case on loan_standing (case_id);
      ${protect('loan_standing', `${byParent('case_file', 'case_id')} and (${scope} in ('province', 'bank') or shared_on is not null)`)}

      create table loan_classification (
        loan_id uuid not null references loan,
        year int not null,
        class text not null check (class in ('CURRENT', 'OVERDUE', 'FROZEN')),
        principal bigint not null,
        overdue_principal bigint not null,
        recorded_at timestamptz not null default now(),
        account_id uuid,
        primary key (loan_id, year)
      );
      comment on table loan_classification is 'Groups of debt on 31 December of a year (Decision 976/QĐ-TTg).';
      ${protect('loan_classification', byParent('loan', 'loan_id'))}
      ${appendOnly('loan_classification', 'a year is classified once')}

      create table bank_statement (
        batch_id uuid primary key,
        bank_id uuid not null references organisation,
        province_code text collate "C" not null,
        month date not null,
        sha256 bytea not null,
        file_name text not null,
        printed_out bigint,
        printed_in bigint,
        lines_out bigint not null,
        lines_in bigint not null,
        recorded_at timestamptz not null default now(),
        reversed_at timestamptz,
        account_id uuid
      );
      comment on table bank_statement is 'A statement file of a bank office: the month, what its total line says, what its lines add up to.';
      create unique index bank_statement_file_unique on bank_statement (bank_id, sha256) where reversed_at is null;
      create index bank_statement_month on bank_statement (bank_id, month);
      ${protect('bank_statement', byTenant(tenant))}

      create table bank_balance (
        batch_id uuid not null references bank_statement,
        loan_id uuid not null references loan,
        row_number int not null,
        opening bigint not null,
        moved bigint not null,
        closing bigint not null,
        primary key (batch_id, loan_id)
      );
      comment on table bank_balance is 'What a statement says of one loan: principal before, moved by its lines, principal after. closing <> opening + moved: the bank has to explain.';
      create index bank_balance_loan on bank_balance (loan_id);
      ${protect('bank_balance', byParent('loan', 'loan_id'))}

      create table bank_line (
        id bigint generated always as identity primary key,
        batch_id uuid not null references bank_statement,
        bank_id uuid not null references organisation,
        province_code text collate "C" not null,
        sheet text not null,
        row_number int not null,
        booked_on date,
        reference text collate "C",
        loan_no text collate "C",
        kind text not null,
        amount bigint not null,
        balance_after bigint,
        outcome text not null check (outcome in ('MATCHED', 'PARTIAL', 'DIFF', 'REVERSED', 'DUPLICATE', 'UNMATCHED', 'REFERENCE_CLASH', 'OUTSIDE_PERIOD', 'REFUSED')),
        code text,
        matched_by text,
        loan_id uuid references loan,
        entry_id bigint references loan_entry,
        expected bigint,
        still_due bigint,
        difference bigint,
        borrower_name text,
        borrower_number_index bytea,
        words text,
        state text not null check (state in ('posted', 'open', 'settled', 'ignored', 'left')),
        resolution text,
        resolved_by uuid,
        resolved_at timestamptz,
        unique (batch_id, sheet, row_number)
      );
      comment on table bank_line is 'A line of a statement and what became of it. state: posted by itself; open in the queue of what did not fit; settled or ignored by a person (resolution says how); left: copies and lines that cannot be read.';
      create index bank_line_open on bank_line (bank_id, id) where state = 'open';
      create index bank_line_reference on bank_line (bank_id, reference);
      ${protect('bank_line', byTenant(tenant))}

      create table loan_month_event (
        id bigint generated always as identity primary key,
        bank_id uuid not null references organisation,
        province_code text collate "C" not null,
        month date not null check (extract(day from month) = 1),
        kind text not null check (kind in ('CLOSED', 'REOPENED')),
        reason text,
        totals jsonb not null default '{}',
        request_id text not null,
        recorded_at timestamptz not null default now(),
        account_id uuid,
        unique (bank_id, request_id)
      );
      comment on table loan_month_event is 'Months of a bank office, closed and reopened, with who, when and why; the newest row of a month says how it stands. Append-only.';
      create index loan_month_event_month on loan_month_event (bank_id, month, id desc);
      ${protect('loan_month_event', byTenant(tenant))}
      ${appendOnly('loan_month_event', 'close or reopen again')}

      create function link_borrowers(numbers bytea[]) returns table (number_index bytea, case_id uuid) language plpgsql volatile security definer
        set search_path = pg_catalog, public, pg_temp as $fn$
      declare bank uuid := nullif(current_setting('benve.organisation', true), '')::uuid; place text;
      begin
        if current_setting('benve.scope', true) <> 'bank' then return; end if;
        select o.province_code into place from organisation o where o.id = bank and o.kind = 'bank_office';
        return query
          with chosen as (
            select distinct on (w.id) w.citizen_id_index as number_index, c.id, c.bank_id
              from worker w join case_file c on c.worker_id = w.id
             where w.citizen_id_index = any (numbers) and w.province_code = place and (c.bank_id is null or c.bank_id = bank)
             order by w.id, c.bank_id nulls last, c.departed_on desc nulls last, c.created_at desc),
          taken as (update case_file c set bank_id = bank, version = c.version + 1, changed_at = now() from chosen n where c.id = n.id and n.bank_id is null)
          select n.number_index, n.id from chosen n;
      end $fn$;
      comment on function link_borrowers(bytea[]) is 'Ties people of a bank office''s own province, named by their identity number in its book of loans, to that office, and answers the case. Says nothing of anybody else.';
      revoke all on function link_borrowers(bytea[]) from public;
      grant execute on function link_borrowers(bytea[]) to benve_api;
      grant create on schema public to benve_resolver;
      alter function link_borrowers(bytea[]) owner to benve_resolver;
      revoke create on schema public from benve_resolver;
      grant select (id, citizen_id_index, province_code) on worker to benve_resolver;
      grant select (id) on admin_unit to benve_resolver;
      grant select (bank_id, departed_on, created_at, version), update (bank_id, version, changed_at) on case_file to benve_resolver;

      ${allow('loan', { api: 'select, insert, update', jobs: 'select' })}
      ${allow('loan_instalment', { api: 'select, insert, update', jobs: 'select' })}
      ${allow('loan_entry', { api: 'select, insert', jobs: 'select' })}
      grant usage on sequence loan_entry_id_seq to benve_api;
      ${allow('loan_event', { api: 'select, insert', jobs: 'select' })}
      ${allow('loan_standing', { api: 'select, insert, update', jobs: 'select' })}
      ${allow('loan_classification', { api: 'select, insert', jobs: 'select' })}
      ${allow('bank_statement', { api: 'select, insert, update', jobs: 'select' })}
      ${allow('bank_balance', { api: 'select, insert', jobs: 'select' })}
      ${allow('bank_line', { api: 'select, insert, update', jobs: 'select' })}
      ${allow('loan_month_event', { api: 'select, insert', jobs: 'select' })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function link_borrowers(bytea[]);
      -- departed_on stays: what recruiting by orders reads it with was granted before.
      revoke select (bank_id, created_at, version), update (bank_id, version, changed_at) on case_file from benve_resolver;
      drop table loan_month_event, bank_line, bank_balance, bank_statement, loan_classification, loan_standing, loan_event, loan_entry, loan_instalment, loan;
      drop function loan_month_event_kept(), loan_classification_kept(), loan_event_kept(), loan_entry_kept();`);
  }
}
