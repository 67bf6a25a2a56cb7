import { foldText } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { OrganisationForm } from '../domain/organisation-form';

export interface NewOrganisation extends OrganisationForm {
  readonly id: string;
  readonly demo: boolean;
}

const UPSERT = `
  with given as (
    select * from jsonb_to_recordset($1::jsonb) g(id uuid, kind text, key text, name text, "nameKey" text, province text, commune text, email text, phone text, demo boolean)),
  written as (
    insert into organisation as o (id, kind, key, name, name_key, province_code, commune_code, email, phone, demo)
    select id, kind, key, name, "nameKey", province, commune, email, phone, coalesce(demo, false) from given
    on conflict (key) do update set name = excluded.name, name_key = excluded.name_key, province_code = excluded.province_code,
      commune_code = excluded.commune_code, email = excluded.email, phone = coalesce(excluded.phone, o.phone)
      where o.kind = excluded.kind and (o.name, o.province_code, o.commune_code, o.email, o.phone) is distinct from
        (excluded.name, excluded.province_code, excluded.commune_code, excluded.email, coalesce(excluded.phone, o.phone))
    returning o.key, o.id)
  select g.key, coalesce(w.id, o.id) as id, coalesce(o.kind, g.kind) as kind,
    case when w.key is null then 'unchanged' when o.id is null then 'created' else 'updated' end as outcome
  from given g left join written w using (key) left join organisation o using (key)`;

const ADD_ALIASES = `
  insert into organisation_alias (organisation_id, alias, alias_key)
  select distinct on (a.id, a.key) a.id, a.alias, a.key from unnest($1::uuid[], $2::text[], $3::text[]) a(id, alias, key)
  on conflict (organisation_id, alias_key) do nothing`;

/** Writing organisations, many in one statement. */
export const OrganisationRows = {
  /** By key; `kind` in the answer is the stored one: another than given means the entry was not taken. */
  async upsert(
    tx: Tx,
    organisations: readonly NewOrganisation[],
  ): Promise<{ key: string; id: string; kind: string; outcome: 'created' | 'updated' | 'unchanged' }[]> {
    const rows = organisations.map((o) => ({
      ...o,
      nameKey: foldText(o.name),
      accounts: undefined,
      aliases: undefined,
    }));
    return tx.query(UPSERT, [JSON.stringify(rows)]);
  },

  async addAliases(tx: Tx, aliases: readonly { id: string; alias: string }[]): Promise<number> {
    return tx.execute(ADD_ALIASES, [aliases.map((a) => a.id), aliases.map((a) => a.alias), aliases.map((a) => foldText(a.alias))]);
  },

  async setActive(tx: Tx, id: string, active: boolean): Promise<boolean> {
    return (await tx.execute(`update organisation set active = $2 where id = $1`, [id, active])) === 1;
  },
};
