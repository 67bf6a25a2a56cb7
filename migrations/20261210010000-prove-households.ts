import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byParent, protect } from './row-security';

/** The commune says whether a household stands in its list of poor and near-poor households. */
export class ProveHouseholds20261210010000 implements MigrationInterface {
  name = 'ProveHouseholds20261210010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table household_question (
        id uuid primary key,
        worker_id uuid not null,
        commune_code text collate "C" not null,
        declared text,
        asked_by uuid,
        asked_office uuid references organisation,
        asked_at timestamptz not null default now(),
        answer text check (answer in ('POOR', 'NEAR_POOR', 'NONE')),
        checked_on date,
        list text,
        answered_by uuid,
        answered_office uuid references organisation,
        answered_at timestamptz,
        check ((answer is null) = (answered_at is null) and (answer is null) = (checked_on is null) and (answer is null) = (list is null))
      );
      comment on table household_question is 'What the commune was asked about a household for a loan, and its answer: class, day and list it was checked against. No foreign key to the person, like everything that belongs to one. The newest answer stands in worker_priority_group with its evidence.';
      create unique index household_question_open on household_question (worker_id) where answer is null;
      create index household_question_worker on household_question (worker_id, answered_at);
      ${protect('household_question', byParent('worker', 'worker_id'))}
      ${allow('household_question', {
        api: 'select, insert, delete, update (commune_code, answer, checked_on, list, answered_by, answered_office, answered_at)',
        jobs: 'select, insert, update, delete',
      })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table household_question;`);
  }
}
