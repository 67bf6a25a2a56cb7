import type { MigrationInterface, QueryRunner } from 'typeorm';
import { LOOKUP_FUNCTIONS } from './resolver-functions';
import { allow, byParent, protect } from './row-security';

/** What families may ask without signing in: where a case stands by the code and PIN of its receipt, and whom to call. */
export class AnswerFamilies20261130020000 implements MigrationInterface {
  name = 'AnswerFamilies20261130020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table organisation add column phone text;
      comment on column organisation.phone is 'Number the public may call.';
      grant update (phone) on organisation to benve_api;

      create table case_receipt (
        case_id uuid primary key references case_file on delete cascade,
        pin_hash text not null,
        issued_at timestamptz not null default now(),
        issued_by uuid
      );
      comment on table case_receipt is 'PIN of the printed receipt by which the person or the family asks where the case stands: Argon2id, shown once. A new receipt voids the old one.';
      ${protect('case_receipt', byParent('case_file', 'case_id'))}
      ${allow('case_receipt', { api: 'select, insert, update', jobs: 'select' })}

      create table lookup_attempt (
        id bigint generated always as identity primary key,
        code_hash bytea not null,
        address text not null,
        at timestamptz not null default now(),
        succeeded boolean not null default false
      );
      comment on table lookup_attempt is 'Tries of the public page, for its limits per case code and address. code_hash: keyed hash, so that codes that do not exist are counted and not kept. Kept as long as sign-in tries. Only the lookup functions read it.';
      create index lookup_attempt_code on lookup_attempt (code_hash, at) where not succeeded;
      create index lookup_attempt_address on lookup_attempt (address, at) where not succeeded;
      ${allow('lookup_attempt', { jobs: 'delete' })}
      grant select (at) on lookup_attempt to benve_jobs;
      ${LOOKUP_FUNCTIONS}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function resolve_lookup(text, bytea, text, jsonb), accept_lookup(bigint);
      drop table lookup_attempt, case_receipt;
      alter table organisation drop column phone;
    `);
  }
}
