import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RECRUITING_FUNCTIONS } from './recruiting-functions';
import { allow, byTenant, protect } from './row-security';

const scope = `(select current_setting('benve.scope', true))`;
const province = `(select current_setting('benve.province', true))`;
const organisation = `(select nullif(current_setting('benve.organisation', true), ''))::uuid`;
const department = `(select current_setting('benve.role', true)) = 'department_officer'`;
const ownProvince = `(${scope} = 'province' and ${department} and province_code = ${province})`;

/** An agency's own papers; the offices of a province see those of agencies that were ever permitted to recruit there. */
const papers = `case ${scope} when 'agency' then agency_id = ${organisation}
   when 'province' then exists (select from recruitment_permission p where p.agency_id = papers_of and p.province_code = ${province}) else false end`;
const papersOf = (table: string) => papers.replace('papers_of', `${table}.agency_id`);

/** Where agencies may recruit, for whom they recruit, the orders and their counted places. */
export class RecruitByOrders20261202010000 implements MigrationInterface {
  name = 'RecruitByOrders20261202010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table agency_branch (
        id uuid primary key,
        agency_id uuid not null references organisation,
        name text not null,
        address text not null,
        province_code text collate "C" not null,
        valid daterange not null,
        basis text not null,
        recorded_at timestamptz not null default now()
      );
      comment on table agency_branch is 'Branches of sending agencies by date (Law 69/2020/QH14, Art. 11). Public facts; the department of the branch''s province records them.';
      create index agency_branch_of on agency_branch (agency_id);
      ${protect('agency_branch', 'true', ownProvince)}

      create table recruitment_permission (
        id uuid primary key,
        agency_id uuid not null references organisation,
        province_code text collate "C" not null,
        commune_code text collate "C" not null default '',
        valid daterange not null,
        basis text not null,
        recorded_by uuid,
        recorded_at timestamptz not null default now(),
        constraint recruitment_permission_overlap_excl exclude using gist (agency_id with =, province_code with =, commune_code with =, valid with &&)
      );
      comment on table recruitment_permission is 'Where and when an agency may recruit, by the province''s department; commune_code '''' is the whole province. Public facts.';
      ${protect('recruitment_permission', 'true', ownProvince)}

      create table foreign_partner (
        id uuid primary key,
        agency_id uuid not null references organisation,
        name text not null,
        market text not null,
        registration text,
        address text,
        active boolean not null default true,
        recorded_at timestamptz not null default now(),
        constraint foreign_partner_unique unique (agency_id, market, name)
      );
      comment on table foreign_partner is 'Foreign receiving parties of an agency: employers and placement organisations.';
      ${protect('foreign_partner', papersOf('foreign_partner'), `${scope} = 'agency' and agency_id = ${organisation}`)}

      create table supply_contract (
        id uuid primary key,
        agency_id uuid not null references organisation,
        partner_id uuid not null references foreign_partner,
        number text not null,
        market text not null,
        occupation text not null,
        employer text not null,
        quota int not null check (quota between 1 and 100000),
        signed_on date not null,
        valid_until date,
        terms jsonb not null default '{}',
        state text not null default 'filed' check (state in ('filed', 'registered', 'refused', 'ended')),
        registration_number text,
        registered_on date,
        reason text,
        decided_by uuid,
        decided_at timestamptz,
        filed_at timestamptz not null default now(),
        constraint supply_contract_number_unique unique (agency_id, number)
      );
      comment on table supply_contract is 'Labour supply contracts (Law 69/2020/QH14, Art. 19-20): filed by the agency, registered when the department has seen the ministry''s answer. quota: most people of all its orders together.';
      ${protect('supply_contract', papersOf('supply_contract'), `case ${scope} when 'agency' then agency_id = ${organisation} when 'province' then ${department} else false end`)}

      create table job_order (
        id uuid primary key,
        code text collate "C" not null unique,
        agency_id uuid not null references organisation,
        province_code text collate "C" not null,
        contract_id uuid references supply_contract,
        market text not null,
        title text not null,
        places int not null check (places between 0 and 100000),
        closes_on date,
        terms jsonb not null,
        state text not null default 'submitted' check (state in ('submitted', 'approved', 'refused', 'closed')),
        version int not null default 1,
        approved_version int,
        filed_at timestamptz not null default now(),
        changed_at timestamptz not null default now()
      );
      comment on table job_order is 'What an agency or a public programme recruits for in a province, as last approved (until then as first filed). places: people asked; who holds one is counted from case_file.order_id.';
      create index job_order_province on job_order (province_code, state, market);
      create index job_order_agency on job_order (agency_id, state);
      create index job_order_contract on job_order (contract_id) where contract_id is not null;
      ${protect(
        'job_order',
        `case ${scope} when 'agency' then agency_id = ${organisation} when 'province' then province_code = ${province}
          when 'commune' then province_code = ${province} and state in ('approved', 'closed') else false end`,
        byTenant({ province: 'province_code', agency: 'agency_id' }),
      )}

      create table job_order_version (
        order_id uuid not null references job_order,
        version int not null,
        terms jsonb not null,
        filed_by uuid,
        filed_at timestamptz not null default now(),
        state text not null default 'submitted' check (state in ('submitted', 'approved', 'refused', 'superseded')),
        reason text,
        decided_by uuid,
        decided_at timestamptz,
        primary key (order_id, version),
        check (decided_by is null or decided_by is distinct from filed_by)
      );
      comment on table job_order_version is 'Every version of an order as filed, and what the department decided on it. Another person decides than the one who filed.';
      ${protect('job_order_version', `${scope} <> 'commune' and exists (select from job_order o where o.id = order_id)`)}

      alter table case_file add column order_id uuid;
      comment on column case_file.order_id is 'The job order whose place the case holds; gone when the case ends before the exit or passes to another agency.';
      create index case_order on case_file (order_id) where order_id is not null;

      ${allow('agency_branch', { api: 'select, insert, update (valid)', jobs: 'select, insert' })}
      ${allow('recruitment_permission', { api: 'select, insert, update (valid)', jobs: 'select, insert' })}
      ${allow('foreign_partner', { api: 'select, insert, update (registration, address, active)', jobs: 'select, insert, update' })}
      ${allow('supply_contract', { api: 'select, insert, update (state, registration_number, registered_on, reason, decided_by, decided_at)', jobs: 'select, insert, update' })}
      ${allow('job_order', { api: 'select, insert, update (market, title, places, closes_on, terms, state, version, approved_version, changed_at)', jobs: 'select, insert, update' })}
      ${allow('job_order_version', { api: 'select, insert, update (state, reason, decided_by, decided_at)', jobs: 'select, insert, update' })}
      ${RECRUITING_FUNCTIONS}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger case_takes_other_place on case_file;
      drop trigger case_takes_place on case_file;
      drop function case_keeps_places(), order_counts(uuid[]), contract_places(uuid);
      drop index case_order;
      alter table case_file drop column order_id;
      drop table job_order_version, job_order, supply_contract, foreign_partner, recruitment_permission, agency_branch;`);
  }
}
