import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byTenant, protect } from './row-security';

/** A leader gives a task on a number of the page; the desk answers, and the answer stands beside the number again. */
export class AssignByNumbers20261210020000 implements MigrationInterface {
  name = 'AssignByNumbers20261210020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table assignment (
        id uuid primary key,
        province_code text collate "C" not null,
        desk text not null check (desk in ('centre', 'department', 'agency', 'commune')),
        commune_code text collate "C",
        agency_id uuid references organisation,
        figure text not null,
        shown text not null,
        rows text not null,
        text text not null,
        due_on date not null,
        assigned_by uuid,
        assigned_at timestamptz not null default now(),
        answer text,
        answered_by uuid,
        answered_at timestamptz,
        check ((desk = 'commune') = (commune_code is not null) and (desk = 'agency') = (agency_id is not null) and (answer is null) = (answered_at is null))
      );
      comment on table assignment is 'An instruction of a leader on a number of the page: figure (which number), shown (as it stood), rows (query of the case list behind it), who must answer by when, and the answer. No names in figure and shown.';
      create index assignment_province on assignment (province_code, assigned_at desc, id);
      ${protect('assignment', `${byTenant({ province: 'province_code', commune: 'commune_code', agency: 'agency_id' })}`)}
      ${allow('assignment', { api: 'select, insert, update (answer, answered_by, answered_at)', jobs: 'select' })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table assignment;`);
  }
}
