import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byParent, byTenant, protect } from './row-security';

/** Monthly reports as they were sent: the numbers, and whose cases each of them counts. */
export class FreezeReports20261209010000 implements MigrationInterface {
  name = 'FreezeReports20261209010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table monthly_report (
        id uuid primary key,
        province_code text collate "C" not null,
        commune_code text collate "C" not null default '',
        month date not null check (extract(day from month) = 1),
        version int not null check (version > 0),
        state text not null default 'submitted' check (state in ('submitted', 'returned', 'accepted', 'consolidated')),
        window_from date not null,
        window_to date not null check (window_to >= window_from),
        due_on date not null,
        taken_at timestamptz not null default now(),
        sent_on date not null default business_day(),
        rule_ids text not null,
        target int,
        remark text not null,
        organisation_id uuid not null references organisation,
        sent_by uuid,
        decision_note text,
        decided_by uuid,
        decided_at timestamptz,
        part_of uuid references monthly_report,
        request_id text not null unique,
        constraint monthly_report_version_unique unique (province_code, month, commune_code, version)
      );
      comment on table monthly_report is 'A monthly report as it was sent, frozen: numbers in report_line, rules by rule_ids, cut-off taken_at. commune_code '''': the whole province''s. A correction is a new version; the older ones stay. part_of: the province''s report that took it in.';
      create index monthly_report_month on monthly_report (province_code, month, commune_code, version desc);
      ${protect('monthly_report', byTenant({ province: 'province_code', commune: 'commune_code' }))}

      create table report_line (
        report_id uuid not null references monthly_report,
        commune_code text collate "C" not null,
        indicator text collate "C" not null,
        value bigint not null,
        case_ids uuid[] not null,
        primary key (report_id, indicator, commune_code)
      );
      comment on table report_line is 'A number of a report for one commune (commune_code '''': place not known), and the cases it counts. Never changed after it was sent.';
      ${protect('report_line', byParent('monthly_report', 'report_id'))}
      ${allow('monthly_report', { api: 'select, insert, update (state, decision_note, decided_by, decided_at, part_of)', jobs: 'select' })}
      ${allow('report_line', { api: 'select, insert', jobs: 'select' })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table report_line, monthly_report;`);
  }
}
