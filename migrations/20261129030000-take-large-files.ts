import type { MigrationInterface, QueryRunner } from 'typeorm';
import { belong, keep, refer } from './references';

const UNITS = [
  { table: 'worker', column: 'declared_unit_id' },
  { table: 'worker_residence', column: 'unit_id' },
  { table: 'family_contact', column: 'declared_unit_id' },
  { table: 'case_file', column: 'declared_unit_id' },
];
const ORGANISATIONS = [
  { table: 'worker', column: 'registered_by_id' },
  { table: 'case_file', column: 'agency_id' },
  { table: 'case_file', column: 'bank_id' },
];
const TABLES = ['worker', 'worker_residence', 'family_contact', 'case_file'];
const referencesOf = (table: string) =>
  [...UNITS.map((one) => ({ ...one, parent: 'admin_unit' })), ...ORGANISATIONS.map((one) => ({ ...one, parent: 'organisation' }))].filter(
    (one) => one.table === table,
  );
const CHILDREN = ['case_event', 'contract_version'];
const CASE_IS_SEEN = `exists (select from case_file parent_row where parent_row.id = case_id)`;

/** Registers of fifty thousand people: what foreign keys and row policies asked row by row is asked once a statement. */
export class TakeLargeFiles20261129030000 implements MigrationInterface {
  name = 'TakeLargeFiles20261129030000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${[...UNITS, ...ORGANISATIONS].map(({ table, column }) => `alter table ${table} drop constraint ${table}_${column}_fkey;`).join('\n')}
      ${TABLES.map((table) => refer(table, referencesOf(table))).join('')}
      ${keep('admin_unit', UNITS)}

      alter table case_event drop constraint case_event_corrects_id_fkey;
      create function case_event_corrects() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
        if not exists (select from public.case_event e where e.id = new.corrects_id and e.case_id = new.case_id) then
          raise foreign_key_violation using message = 'a correction names an event of its own case';
        end if;
        return null; end $$;
      comment on function case_event_corrects() is 'A correction names an event of its own case.';
      create trigger case_event_corrects after insert on case_event for each row when (new.corrects_id is not null) execute function case_event_corrects();

      ${CHILDREN.map((table) => belong(table, 'case_file', 'case_id')).join('')}
      ${CHILDREN.flatMap((table) => ['api', 'jobs'].map((role) => `alter policy ${table}_${role} on ${table} with check (true);`)).join('\n')}
      grant usage on sequence case_event_id_seq to benve_api, benve_jobs;

      alter table import_row drop constraint import_row_batch_id_fkey;
      alter table import_change drop constraint import_change_batch_id_fkey;
      alter table import_row add column made text[];
      comment on column import_row.made is 'What the row created and nothing has changed since in the same file: worker, case. Changes of what existed are rows of import_change.';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    const drop = (table: string, name: string) => `
      drop trigger ${table}_${name} on ${table}; drop trigger ${table}_${name}_changed on ${table};
      drop function ${table}_${name}(); drop function ${table}_${name}_changed();`;
    await db.query(`
      alter table import_row drop column made;
      alter table import_row add foreign key (batch_id) references import_batch on delete cascade;
      alter table import_change add foreign key (batch_id) references import_batch on delete cascade;
      revoke usage on sequence case_event_id_seq from benve_api, benve_jobs;
      ${CHILDREN.flatMap((table) => ['api', 'jobs'].map((role) => `alter policy ${table}_${role} on ${table} with check (${CASE_IS_SEEN});`)).join('\n')}
      ${CHILDREN.map((table) => drop(table, 'belongs')).join('')}
      drop trigger case_event_corrects on case_event; drop function case_event_corrects();
      alter table case_event add foreign key (corrects_id) references case_event;
      drop trigger admin_unit_kept on admin_unit; drop function admin_unit_kept();
      ${TABLES.map((table) => drop(table, 'refers')).join('')}
      ${UNITS.map(({ table, column }) => `alter table ${table} add foreign key (${column}) references admin_unit;`).join('\n')}
      ${ORGANISATIONS.map(({ table, column }) => `alter table ${table} add foreign key (${column}) references organisation;`).join('\n')}
    `);
  }
}
