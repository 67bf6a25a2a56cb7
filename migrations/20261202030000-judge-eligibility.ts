import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ELIGIBILITY_FUNCTIONS } from './recruiting-functions';
import { allow, byParent, protect } from './row-security';

/** Relatives by their own number, and what the rules of a market ask across scopes. */
export class JudgeEligibility20261202030000 implements MigrationInterface {
  name = 'JudgeEligibility20261202030000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table worker_relative (
        worker_id uuid not null references worker on delete cascade,
        kin text not null check (kin in ('FATHER', 'MOTHER', 'SPOUSE', 'CHILD', 'SIBLING')),
        full_name text not null,
        citizen_id_cipher bytea,
        citizen_id_index bytea,
        recorded_at timestamptz not null default now(),
        primary key (worker_id, kin, full_name)
      );
      comment on table worker_relative is 'Father, mother, spouse, children, brothers and sisters with their own number: some markets take nobody whose relative stays there unlawfully. Cipher: AES-256-GCM with the worker''s id; index: keyed hash.';
      ${protect('worker_relative', byParent('worker', 'worker_id'))}
      ${allow('worker_relative', { api: 'select, insert, delete', jobs: 'select, insert, delete' })}
      ${ELIGIBILITY_FUNCTIONS}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop function eligibility_record(uuid[], text), measured_localities(text, int); drop table worker_relative;`);
  }
}
