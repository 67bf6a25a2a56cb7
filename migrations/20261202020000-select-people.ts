import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byParent, protect } from './row-security';

const scope = `(select current_setting('benve.scope', true))`;

/** Rounds of selection for an order, and what came of each person. */
export class SelectPeople20261202020000 implements MigrationInterface {
  name = 'SelectPeople20261202020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table selection_round (
        id uuid primary key,
        order_id uuid not null references job_order,
        name text not null,
        held_on date not null,
        recorded_by uuid,
        recorded_at timestamptz not null default now(),
        constraint selection_round_unique unique (order_id, held_on, name)
      );
      comment on table selection_round is 'One interview, test or draw for an order (an EPS round is one of a public programme''s order).';
      ${protect('selection_round', `${scope} <> 'commune' and ${byParent('job_order', 'order_id')}`)}

      create table selection_result (
        round_id uuid not null references selection_round,
        case_id uuid not null references case_file,
        result text not null check (result in ('PASSED', 'FAILED', 'ABSENT')),
        reason text,
        score text,
        recorded_by uuid,
        recorded_at timestamptz not null default now(),
        primary key (round_id, case_id)
      );
      comment on table selection_result is 'What came of one case in a round; the place itself is the case''s selection. The last word stands, the events keep what was.';
      create index selection_result_case on selection_result (case_id);
      ${protect('selection_result', byParent('case_file', 'case_id'))}
      ${allow('selection_round', { api: 'select, insert', jobs: 'select, insert' })}
      ${allow('selection_result', { api: 'select, insert, update (result, reason, score, recorded_by, recorded_at)', jobs: 'select, insert, update' })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table selection_result, selection_round;`);
  }
}
