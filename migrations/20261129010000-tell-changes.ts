import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, protect } from './row-security';

const account = `(select nullif(current_setting('benve.account', true), ''))::uuid`;

/** Up to so many rows of one statement are named one by one; a bulk change is told as "something changed" to each place once. */
const NAMED_ROWS = 20;

/** Whose rows changed, and which topics of the screens that concerns. `rows`: select of id and the tenant columns p, c, a, b, o. */
interface Told {
  readonly table: string;
  readonly topics: readonly string[];
  readonly rows: (from: string) => string;
  readonly on: readonly ('insert' | 'update' | 'delete')[];
}

const OF_CASE = `x.case_id as id, f.province_code as p, f.commune_code as c, f.agency_id as a, f.bank_id as b, null::uuid as o`;
const ofCase = (from: string) => `select ${OF_CASE} from ${from} x join case_file f on f.id = x.case_id`;

const TOLD: readonly Told[] = [
  {
    table: 'case_file',
    topics: ['case'],
    rows: (from) =>
      `select x.id, x.province_code as p, x.commune_code as c, x.agency_id as a, x.bank_id as b, null::uuid as o from ${from} x`,
    on: ['insert', 'update', 'delete'],
  },
  { table: 'alert', topics: ['desk', 'case'], rows: ofCase, on: ['insert', 'update'] },
  { table: 'alert_answer', topics: ['desk', 'case'], rows: ofCase, on: ['insert'] },
  { table: 'family_visit', topics: ['case'], rows: ofCase, on: ['insert'] },
  {
    table: 'desk_task',
    topics: ['desk'],
    rows: (from) => `select null::uuid as id, x.province_code as p, case when x.desk = 'commune' then x.commune_code end as c,
      case when x.desk = 'agency' then x.agency_id end as a, null::uuid as b, null::uuid as o from ${from} x`,
    on: ['insert', 'update'],
  },
  {
    table: 'work_snooze',
    topics: ['desk'],
    rows: (from) =>
      `select null::uuid as id, null::text as p, null::text as c, null::uuid as a, null::uuid as b, x.organisation_id as o from ${from} x`,
    on: ['insert', 'update', 'delete'],
  },
  {
    table: 'import_batch',
    topics: ['import'],
    rows: (from) =>
      `select x.id, x.province_code as p, null::text as c, null::uuid as a, null::uuid as b, x.organisation_id as o from ${from} x`,
    on: ['insert', 'update'],
  },
];

const SOURCES = {
  insert: { referencing: 'new table as told_now', from: 'told_now' },
  delete: { referencing: 'old table as told_before', from: 'told_before' },
  update: {
    referencing: 'old table as told_before new table as told_now',
    from: '(select * from told_before union all select * from told_now)',
  },
} as const;

/** A statement-level trigger per table and verb: the statement's rows are looked at once, and PostgreSQL sends at commit or never. */
function tell({ table, topics, rows, on }: Told): string {
  const payload = (columns: string) => `jsonb_strip_nulls(jsonb_build_object('t', '${JSON.stringify(topics)}'::jsonb, ${columns}))::text`;
  const places = ['p', 'c', 'a', 'b', 'o'];
  const branch = (verb: (typeof on)[number]) => `
      if tg_op = '${verb.toUpperCase()}' then
        perform pg_notify('benve_change', told.payload) from (
          with touched as materialized (${rows(SOURCES[verb].from)}),
            few as materialized (select count(*) <= ${NAMED_ROWS} as few from (select 1 from touched limit ${NAMED_ROWS + 1}) t)
          select distinct ${payload(`'i', id, ${places.map((key) => `'${key}', ${key}`).join(', ')}`)} as payload from touched where (select few from few)
          ${places.map((key) => `union all select distinct ${payload(`'${key}', ${key}`)} from touched where not (select few from few) and ${key} is not null`).join('\n          ')}
        ) told;
      end if;`;
  return `
    create function tell_${table}() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $fn$
    begin ${on.map(branch).join('')}
      return null;
    end $fn$;
    ${on
      .map(
        (verb) => `create trigger tell_${table}_${verb} after ${verb} on ${table} referencing ${SOURCES[verb].referencing}
          for each statement execute function tell_${table}();`,
      )
      .join('\n')}`;
}

/** What changed reaches open screens as a hint after commit, and each account keeps how far it has read its bell. */
export class TellChanges20261129010000 implements MigrationInterface {
  name = 'TellChanges20261129010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${TOLD.map(tell).join('\n')}

      create function tell_access() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $fn$
      begin
        perform pg_notify('benve_change', json_build_object('x', case tg_table_name when 'session' then to_jsonb(new)->>'account_id' else new.id::text end)::text);
        return null;
      end $fn$;
      comment on function tell_access() is 'An account whose session ended or whose rights changed: its open streams are looked at again at once.';
      create trigger tell_session after update of revoked_at on session for each row execute function tell_access();
      create trigger tell_account after update of state, sessions_valid_from on account for each row execute function tell_access();

      alter table alert_recipient add column told_at timestamptz not null default now();
      comment on column alert_recipient.told_at is 'Moment of the latest telling (raised, passed on, re-routed): what is newer than the bell was looked at is unread.';
      create index alert_answer_recorded on alert_answer (recorded_at);

      create table bell_seen (
        account_id uuid primary key references account on delete cascade,
        seen_at timestamptz not null
      );
      comment on table bell_seen is 'How far an account has read its bell. What the bell shows is read from alerts, tasks, answers and batches themselves.';
      ${protect('bell_seen', `account_id = ${account}`)}
      ${allow('bell_seen', { api: 'select, insert, update', jobs: 'select' })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table bell_seen; drop index alert_answer_recorded; alter table alert_recipient drop column told_at;
      drop trigger tell_session on session; drop trigger tell_account on account; drop function tell_access();
      ${TOLD.map(({ table, on }) => `${on.map((verb) => `drop trigger tell_${table}_${verb} on ${table};`).join(' ')} drop function tell_${table}();`).join('\n')}
    `);
  }
}
