import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow } from './row-security';

/** Provinces, districts and communes by date, and who took over whom. */
export class MapTerritory20261124020000 implements MigrationInterface {
  name = 'MapTerritory20261124020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table admin_unit (
        id int generated always as identity primary key,
        level text not null check (level in ('province', 'district', 'commune')),
        code text collate "C" not null,
        name text not null,
        bare_key text collate "C" not null,
        type text not null,
        parent_id int references admin_unit,
        valid_from date not null default '-infinity',
        valid_to date not null default 'infinity',
        alt_names text[] not null default '{}',
        basis text,
        verified boolean not null,
        unique (level, code, valid_from)
      );
      comment on table admin_unit is 'Administrative units by date. Codes are reused: the key is (level, code, valid_from). bare_key: folded name without its type word. First day -infinity = not recorded.';
      create index admin_unit_name on admin_unit (bare_key, level);
      create index admin_unit_parent on admin_unit (parent_id);

      create table admin_unit_succession (
        old_unit_id int not null references admin_unit,
        new_unit_id int not null references admin_unit,
        kind text not null,
        route text not null check (route in ('auto', 'choose', 'none')),
        note text not null default '',
        hint boolean not null default false,
        effective_on date not null,
        verified boolean not null,
        primary key (old_unit_id, new_unit_id)
      );
      comment on table admin_unit_succession is 'Which unit took over which. auto: the people went there; choose: divided, a person decides; none: land only, never for people.';
      create unique index admin_unit_succession_auto_unique on admin_unit_succession (old_unit_id) where route = 'auto';
      create index admin_unit_succession_new on admin_unit_succession (new_unit_id);

      create table former_commune (
        former_code text collate "C" not null,
        former_name text not null,
        bare_key text collate "C" not null,
        unit_id int not null references admin_unit,
        kind text not null,
        primary key (former_code, former_name)
      );
      comment on table former_commune is 'Names gone or changed in the rounds before 2025 and the old commune that holds them.';
      create index former_commune_name on former_commune (bare_key);

      create table unit_import (
        sha256 text primary key,
        file text not null,
        imported_at timestamptz not null default now(),
        rows int not null
      );
      comment on table unit_import is 'Files of units already taken in, by content: a second import of the same file changes nothing.';
      create function unit_today(day date default business_day())
        returns table (unit_id int, today_id int, commune_code text, province_code text) language sql stable parallel safe as $$
        with recursive followed as (
          select u.id as unit_id, u.id as at_id, 0 as steps from admin_unit u
          union all
          select f.unit_id, s.new_unit_id, f.steps + 1
          from followed f join admin_unit u on u.id = f.at_id and not (day between u.valid_from and u.valid_to)
            join admin_unit_succession s on s.old_unit_id = f.at_id and s.route = 'auto' and s.effective_on <= day
          where f.steps < 20)
        select f.unit_id, t.id, case when t.level = 'commune' then t.code end, case when t.level = 'commune' then p.code else t.code end
        from followed f join admin_unit t on t.id = f.at_id and day between t.valid_from and t.valid_to
          left join admin_unit p on p.id = t.parent_id $$;
      comment on function unit_today(date) is 'Where each unit is on a day, for those whose people went to one place. A unit without a row was divided, or nobody took over: a person decides.';
      ${['admin_unit', 'admin_unit_succession', 'former_commune', 'unit_import']
        .map((table) => allow(table, { api: 'select', jobs: 'select, insert, update, delete' }))
        .join('\n')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop function unit_today(date); drop table unit_import, former_commune, admin_unit_succession, admin_unit;`);
  }
}
