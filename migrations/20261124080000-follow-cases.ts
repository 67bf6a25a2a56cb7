import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byParent, byTenant, protect } from './row-security';

const undoing = `(select nullif(current_setting('benve.undo_batch', true), ''))::uuid`;

/**
 * What belongs to a case, checked on the way in by row security for both runtime roles: the case must exist and be visible. A foreign key would
 * check the same a second time and double the price of a register of fifty thousand rows; cases go only by an undo, with everything of theirs.
 */
function protectChild(table: string): string {
  const parent = byParent('case_file', 'case_id');
  return `${protect(table, parent)}
    alter policy ${table}_jobs on ${table} with check (${parent});`;
}

/** History is append-only; the one exception is taking back a batch that opened the case: rows go only while that batch is being undone. */
function removableByBatch(table: string, column?: string): string {
  const using = column
    ? `${column} = ${undoing}`
    : `exists (select from case_file opened where opened.id = case_id and opened.opened_batch_id = ${undoing})`;
  return `create policy ${table}_undo on ${table} as restrictive for delete to benve_api using (${using});`;
}

/** The case: where it stands, its contracts, every fact reported to it, and its evidence. */
export class FollowCases20261124080000 implements MigrationInterface {
  name = 'FollowCases20261124080000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table case_file (
        id uuid primary key,
        code text collate "C" not null unique,
        worker_id uuid not null references worker,
        province_code text collate "C" not null,
        commune_code text collate "C",
        declared_unit_id int references admin_unit,
        agency_id uuid references organisation,
        bank_id uuid references organisation,
        legal_form text,
        programme text,
        market text,
        stage text not null,
        version int not null default 1,
        rule_date date,
        contract_signed_on date,
        contract_start date,
        contract_end date,
        contract_terminated_on date,
        list_end date not null generated always as (coalesce(contract_end, 'infinity'::date)) stored,
        stay_until date,
        departed_on date,
        returned_on date,
        return_type text,
        absconded_on date,
        planned_return_on date,
        facts jsonb not null default '{}',
        opened_from text not null,
        opened_batch_id uuid,
        learnt_on date not null default business_day(),
        created_at timestamptz not null default now(),
        changed_at timestamptz not null default now()
      );
      comment on table case_file is 'One attempt of one worker to go abroad. Dates are projections of case_event and contract_version. learnt_on: business day on which the dates that drive alerts were last learnt. facts: proven guards and the rarer dates. list_end: contract_end for keyset lists.';
      create index case_list on case_file (province_code, stage, list_end, id);
      create index case_list_all on case_file (province_code, list_end, id);
      create index case_commune on case_file (commune_code, stage, list_end, id);
      create index case_agency on case_file (agency_id, stage, list_end, id) where agency_id is not null;
      create index case_bank on case_file (bank_id, list_end, id) where bank_id is not null;
      create index case_worker on case_file (worker_id);
      create unique index case_file_abroad_unique on case_file (worker_id) where stage in ('READY', 'ABROAD', 'ABSCONDED', 'OVERSTAYING', 'MISSING');
      comment on index case_file_abroad_unique is 'Nobody is ready or abroad in two cases at once.';
      alter table case_file set (autovacuum_vacuum_scale_factor = 0.02, fillfactor = 85);
      ${protect('case_file', byTenant({ province: 'province_code', commune: 'commune_code', agency: 'agency_id', bank: 'bank_id' }))}
      create policy worker_through_case on worker for select to benve_api
        using ((select current_setting('benve.scope', true)) in ('agency', 'bank') and exists (select from case_file c where c.worker_id = worker.id));

      create function case_away_elsewhere(workers uuid[], except_cases uuid[]) returns setof uuid language sql stable security definer
        set search_path = pg_catalog, pg_temp
        as $$ select distinct c.worker_id from public.case_file c
               where c.worker_id = any (workers) and c.id <> all (except_cases)
                 and c.stage in ('READY', 'ABROAD', 'ABSCONDED', 'OVERSTAYING', 'MISSING') $$;
      comment on function case_away_elsewhere(uuid[], uuid[]) is 'Which of these persons are ready or abroad in another case, in whatever scope: yes or no, nothing else.';
      revoke execute on function case_away_elsewhere(uuid[], uuid[]) from public;
      grant execute on function case_away_elsewhere(uuid[], uuid[]) to benve_api, benve_jobs;
      grant create on schema public to benve_resolver;
      alter function case_away_elsewhere(uuid[], uuid[]) owner to benve_resolver;
      revoke create on schema public from benve_resolver;
      grant select (id, worker_id, stage) on case_file to benve_resolver;

      create function case_follow_worker() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
      begin
        update public.case_file c set commune_code = n.commune_code, province_code = n.province_code, version = c.version + 1, changed_at = now()
          from moved_to n join moved_from o on o.id = n.id
         where c.worker_id = n.id and (n.commune_code is distinct from o.commune_code or n.province_code <> o.province_code);
        return null;
      end $$;
      comment on function case_follow_worker() is 'A case lies where its person belongs today: a moved person takes the cases along, whoever moved them.';
      create trigger worker_moves_cases after update on worker referencing old table as moved_from new table as moved_to
        for each statement execute function case_follow_worker();

      create table case_external_code (
        case_id uuid not null,
        province_code text collate "C" not null,
        code text collate "C" not null,
        primary key (province_code, code)
      );
      comment on table case_external_code is 'Codes by which other offices'' files name the case.';
      create index case_external_code_case on case_external_code (case_id);
      ${protectChild('case_external_code')}

      create table case_event (
        id bigint generated always as identity primary key,
        case_id uuid not null,
        request_id text not null,
        ordinal smallint not null default 0,
        kind text not null,
        effective_on date,
        recorded_at timestamptz not null default now(),
        recorded_on date not null default business_day(),
        tx_id xid8 not null default pg_current_xact_id(),
        account_id uuid,
        organisation_id uuid,
        stage_before text,
        stage_after text not null,
        case_version int not null default 1,
        proof text not null default 'reported' check (proof in ('reported', 'documented', 'unproven')),
        document_id uuid,
        corrects_id bigint references case_event,
        batch_id uuid,
        detail jsonb not null default '{}',
        constraint case_event_request_unique unique (case_id, request_id, ordinal)
      );
      comment on table case_event is 'Every fact reported to a case, append-only: when it happened (effective_on), when we learnt it (recorded), by whom, with what proof. A correction is a new event that names the old one.';
      create index case_event_seen on case_event (tx_id);
      ${protectChild('case_event')}

      create table contract_version (
        id uuid primary key,
        case_id uuid not null,
        kind text not null check (kind in ('sending', 'employment', 'extension', 'transfer')),
        number text,
        signed_on date,
        starts_on date,
        ends_on date,
        term_months int,
        employer text,
        workplace text,
        occupation text,
        wage bigint,
        wage_currency text,
        event_id bigint,
        recorded_at timestamptz not null default now(),
        voided_at timestamptz
      );
      comment on table contract_version is 'Sending contract, employment contract, extensions and transfers; the newest employment version with an end decides when the contract ends.';
      create index contract_version_case on contract_version (case_id, recorded_at);
      ${protectChild('contract_version')}

      create table case_gap (
        case_id uuid not null,
        source text not null check (source in ('record', 'departure')),
        guards text[] not null,
        open_guards text[] not null,
        found_on date not null default business_day(),
        source_ref text,
        batch_id uuid,
        closed_on date,
        primary key (case_id, source)
      );
      comment on table case_gap is 'Guards a case passed without evidence (opened from a record, reported departure), and those of them still unproven. source_ref: sheet and row of the batch. What proved one is a case_event.';
      create index case_gap_open on case_gap (case_id) where closed_on is null;
      ${protectChild('case_gap')}

      create table evidence_document (
        id uuid primary key,
        case_id uuid not null references case_file,
        kind text not null,
        basis text,
        number text,
        issuer text,
        issued_on date,
        note text,
        recorded_by uuid,
        recorded_at timestamptz not null default now(),
        verified_by uuid,
        verified_at timestamptz,
        check (verified_by is null or verified_by is distinct from recorded_by)
      );
      comment on table evidence_document is 'A document that proves a fact. A second person verifies it.';
      create index evidence_document_case on evidence_document (case_id);
      ${protect('evidence_document', byParent('case_file', 'case_id'))}

      ${removableByBatch('case_file', 'opened_batch_id')}
      ${['case_external_code', 'case_event', 'contract_version', 'case_gap'].map((table) => removableByBatch(table)).join('')}
      ${allow('case_file', { api: 'select, insert, update, delete', jobs: 'select, insert, update' })}
      ${allow('case_external_code', { api: 'select, insert, delete', jobs: 'select, insert' })}
      ${allow('case_event', { api: 'select, insert, delete', jobs: 'select, insert' })}
      ${allow('contract_version', { api: 'select, insert, update, delete', jobs: 'select, insert, update' })}
      ${allow('case_gap', { api: 'select, insert, update, delete', jobs: 'select, insert, update' })}
      ${allow('evidence_document', { api: 'select, insert, update', jobs: 'select' })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `drop table evidence_document, case_gap, contract_version, case_event, case_external_code; drop function case_away_elsewhere(uuid[], uuid[]); drop trigger worker_moves_cases on worker; drop function case_follow_worker(); drop policy worker_through_case on worker; drop table case_file;`,
    );
  }
}
