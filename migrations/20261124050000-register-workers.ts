import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byParent, byTenant, protect } from './row-security';

/**
 * What belongs to a person, checked on the way in by row security for both runtime roles: the person must exist and be visible. A foreign key would
 * check the same a second time and double the price of a register of fifty thousand rows; people go only by an undo, with everything of theirs.
 */
function protectChild(table: string): string {
  const parent = byParent('worker', 'worker_id');
  return `${protect(table, parent)}
    alter policy ${table}_jobs on ${table} with check (${parent});`;
}

/** The person: identity, names for search, contacts, residence, priority groups. */
export class RegisterWorkers20261124050000 implements MigrationInterface {
  name = 'RegisterWorkers20261124050000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table worker (
        id uuid primary key,
        province_code text collate "C" not null,
        commune_code text collate "C",
        declared_unit_id int references admin_unit,
        declared_place text,
        hamlet text,
        full_name text not null,
        name_key text collate "C" not null,
        sort_key text collate "vi-x-icu" not null,
        birth_date date,
        birth_precision text check (birth_precision in ('Y', 'YM', 'YMD')),
        sex text check (sex in ('M', 'F')),
        ethnic_code text,
        household_class text,
        education text,
        skill text,
        citizen_id_cipher bytea,
        citizen_id_index bytea unique,
        passport_cipher bytea,
        passport_index bytea,
        registered_by_id uuid references organisation,
        consent_family_notice boolean not null default false,
        version int not null default 1,
        created_at timestamptz not null default now(),
        changed_at timestamptz not null default now()
      );
      comment on table worker is 'The person. Place by code of today (null: divided, to be chosen) and unit as declared. Ciphers: AES-256-GCM with the row id; indexes: keyed hashes for exact search. name_key: folded; sort_key: given name first.';
      create index worker_name on worker (province_code, name_key, id);
      create index worker_commune_name on worker (commune_code, name_key, id);
      create index worker_registered_by on worker (registered_by_id);
      create index worker_passport on worker (passport_index) where passport_index is not null;
      ${protect('worker', byTenant({ province: 'province_code', commune: 'commune_code', agency: 'registered_by_id' }))}

      create function worker_known_anywhere(indexes bytea[]) returns setof bytea language sql stable security definer
        set search_path = pg_catalog, pg_temp
        as $$ select w.citizen_id_index from public.worker w where w.citizen_id_index = any (indexes) $$;
      comment on function worker_known_anywhere(bytea[]) is 'Which of these keyed hashes belong to some person, in whatever scope: yes or no, nothing else (duplicate check).';
      revoke execute on function worker_known_anywhere(bytea[]) from public;
      grant execute on function worker_known_anywhere(bytea[]) to benve_api, benve_jobs;
      grant create on schema public to benve_resolver;
      alter function worker_known_anywhere(bytea[]) owner to benve_resolver;
      revoke create on schema public from benve_resolver;
      grant select (citizen_id_index) on worker to benve_resolver;

      create table worker_name_token (
        province_code text collate "C" not null,
        token text collate "C" not null,
        worker_id uuid not null,
        primary key (province_code, token, worker_id)
      );
      comment on table worker_name_token is 'One row per folded word of a name: search in any word order. A projection of worker.full_name without a foreign key: four rows a person, and a search always joins the person.';
      ${protect(
        'worker_name_token',
        `((select current_setting('benve.scope', true)) = 'province' and province_code = (select current_setting('benve.province', true)))
   or ((select current_setting('benve.scope', true)) <> 'province' and ${byParent('worker', 'worker_id')})`,
      )}

      create table worker_phone (
        worker_id uuid not null,
        phone text collate "C" not null,
        position int not null,
        primary key (worker_id, phone)
      );
      comment on table worker_phone is 'Every number of the person, E.164; position 0 is the first to call.';
      create index worker_phone_number on worker_phone (phone, worker_id);
      ${protectChild('worker_phone')}

      create table family_contact (
        id uuid primary key,
        worker_id uuid not null,
        full_name text not null,
        kin text,
        phone text,
        commune_code text collate "C",
        declared_unit_id int references admin_unit,
        hamlet text,
        consent boolean not null default false,
        created_at timestamptz not null default now()
      );
      comment on table family_contact is 'Relatives to ask; may live in another commune than the worker.';
      create index family_contact_worker on family_contact (worker_id);
      ${protectChild('family_contact')}

      create table worker_residence (
        id uuid primary key,
        worker_id uuid not null,
        unit_id int references admin_unit,
        commune_code text collate "C",
        hamlet text,
        valid_from date,
        recorded_at timestamptz not null default now(),
        resolved_by text not null,
        reason text
      );
      comment on table worker_residence is 'Where the person lived, as declared, and to which commune of today it was resolved, by whom and why.';
      create index worker_residence_worker on worker_residence (worker_id, recorded_at);
      ${protectChild('worker_residence')}

      create table worker_priority_group (
        worker_id uuid not null,
        code text not null,
        evidence text,
        valid_from date,
        valid_to date,
        primary key (worker_id, code)
      );
      comment on table worker_priority_group is 'Priority groups of the person with their evidence.';
      ${protectChild('worker_priority_group')}
      alter table worker set (autovacuum_vacuum_scale_factor = 0.02);
      ${['worker', 'worker_name_token', 'worker_phone', 'family_contact', 'worker_residence', 'worker_priority_group']
        .map((table) => allow(table, { api: 'select, insert, update, delete', jobs: 'select, insert, update, delete' }))
        .join('\n')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `drop table worker_priority_group, worker_residence, family_contact, worker_phone, worker_name_token;
       drop function worker_known_anywhere(bytea[]); drop table worker;`,
    );
  }
}
