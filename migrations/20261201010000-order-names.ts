import type { MigrationInterface, QueryRunner } from 'typeorm';

const BASES: readonly (readonly [base: string, toned: string])[] = [
  ['a', 'àảãáạ'],
  ['ă', 'ằẳẵắặ'],
  ['â', 'ầẩẫấậ'],
  ['e', 'èẻẽéẹ'],
  ['ê', 'ềểễếệ'],
  ['i', 'ìỉĩíị'],
  ['o', 'òỏõóọ'],
  ['ô', 'ồổỗốộ'],
  ['ơ', 'ờởỡớợ'],
  ['u', 'ùủũúụ'],
  ['ư', 'ừửữứự'],
  ['y', 'ỳỷỹýỵ'],
];
const TONED = BASES.map(([, toned]) => toned).join('');
const PLAIN = BASES.map(([base]) => base.repeat(5)).join('');
const TONES = BASES.map(() => '12345').join('');
const LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
const PLACES = '0123456789ABCDEFGHIJKLMNOPQRSTUVWX'.slice(0, LETTERS.length);

/** Letters by their place in the alphabet, then tones (ngang, huyền, hỏi, ngã, sắc, nặng): the order of the dictionary, comparable byte by byte. */
const KEY = (part: string) => `translate(translate(${part}, '${TONED}', '${PLAIN}'), '${LETTERS}', '${PLACES}') || E'\\x01'
  || regexp_replace(translate(${part}, '${TONED}', '${TONES}'), '[^1-5]', '0', 'g')`;

/** People's names in the order of Vietnamese lists (given name, family name, middle names) as a key that every list can page by. */
export class OrderNames20261201010000 implements MigrationInterface {
  name = 'OrderNames20261201010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function pg_temp.vietnamese_order(full_name text) returns text language sql immutable strict as $$
        select string_agg(${KEY('part')}, E'\\x01' order by place)
        from (select regexp_split_to_array(lower(normalize(trim(full_name), nfc) collate "vi-x-icu"), '\\s+') as words) w,
          lateral (values (1, words[cardinality(words)]), (2, case when cardinality(words) > 1 then words[1] else '' end),
            (3, array_to_string(words[2:cardinality(words) - 1], ' '))) as parts (place, part) $$;
      alter table worker alter column sort_key type text collate "C" using pg_temp.vietnamese_order(full_name);
      drop function pg_temp.vietnamese_order(text);
      comment on column worker.sort_key is 'The name as a key in Vietnamese order: given name, family name, middle names; letters first, then tones. Compared byte by byte; the program makes it.';
      alter table case_file add column name_order text collate "C" not null default '';
      comment on column case_file.name_order is 'sort_key of the person, kept by triggers: a list by name pages through one index.';
      update case_file c set name_order = w.sort_key from worker w where w.id = c.worker_id;
      create index case_name on case_file (province_code, name_order, id);

      create function case_takes_name() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
      begin
        new.name_order := coalesce((select w.sort_key from public.worker w where w.id = new.worker_id), '');
        return new;
      end $$;
      comment on function case_takes_name() is 'A new case is listed under its person''s name.';
      create trigger case_is_named before insert on case_file for each row when (new.name_order = '') execute function case_takes_name();
      create function case_follows_name() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
      begin
        update public.case_file set name_order = new.sort_key where worker_id = new.id;
        return null;
      end $$;
      comment on function case_follows_name() is 'A corrected name is followed by the person''s cases.';
      create trigger worker_renames_cases after update on worker for each row
        when (old.sort_key is distinct from new.sort_key) execute function case_follows_name();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop trigger worker_renames_cases on worker; drop function case_follows_name();
      drop trigger case_is_named on case_file; drop function case_takes_name();
      drop index case_name; alter table case_file drop column name_order; alter table worker alter column sort_key type text collate "vi-x-icu";`);
  }
}
