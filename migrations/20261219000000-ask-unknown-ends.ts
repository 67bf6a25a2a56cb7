import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE_EXIT = `'REGISTERED', 'COUNSELLED', 'SOURCED', 'SELECTED', 'IN_TRAINING', 'CONTRACTED', 'READY'`;
const AT_BORDER = `legal_form = 'BORDER' and stage = 'ABROAD' and returned_on is null and departed_on is not null`;
const UNTIL = `iso_day(facts #>> '{guards,PASSPORT,until}')`;
const IS_PASS = `facts #>> '{guards,PASSPORT,pass}' = 'true'`;
const PASSPORT_INDEX = `create index case_passport_until on case_file (passport_until) include (id, learnt_on) where stage in (${BEFORE_EXIT}, 'ABROAD')`;

/**
 * Two facts that no clock reached: the exit of somebody whose contract has no known end, and the last day of a border pass, which was taken for a
 * passport's.
 */
export class AskUnknownEnds20261219000000 implements MigrationInterface {
  name = 'AskUnknownEnds20261219000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index case_border;
      alter table case_file drop column passport_until;
      alter table case_file
        add column end_unknown_since date generated always as (case when contract_end is null then departed_on end) stored,
        add column passport_until date generated always as (case when ${IS_PASS} then null else ${UNTIL} end) stored,
        add column pass_until date generated always as (case when ${IS_PASS} then ${UNTIL} end) stored;
      ${PASSPORT_INDEX};
      create index case_end_unknown on case_file (end_unknown_since) include (id, learnt_on) where stage = 'ABROAD';
      create index case_border on case_file ((coalesce(pass_until, stay_until, contract_end))) where ${AT_BORDER};
      comment on column case_file.end_unknown_since is 'The exit, while nobody knows when the contract ends.';
      comment on column case_file.passport_until is 'As facts has it: the date of a clock before the exit.';
      comment on column case_file.pass_until is 'As facts has it: last day of a border pass.';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index case_border;
      alter table case_file drop column end_unknown_since, drop column pass_until, drop column passport_until;
      alter table case_file add column passport_until date generated always as (${UNTIL}) stored;
      ${PASSPORT_INDEX};
      create index case_border on case_file ((coalesce(stay_until, contract_end))) where ${AT_BORDER};
    `);
  }
}
