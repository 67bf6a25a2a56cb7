import type { Tx } from '@app/platform';

/** Where people of a commune that is gone belong now; null: divided, somebody must choose. */
export interface CommuneMove {
  readonly from: string;
  readonly to: { readonly communeCode: string; readonly provinceCode: string } | null;
}

export const ResidenceRows = {
  /** Commune codes in use, of people and of relatives. */
  async codesInUse(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ code: string }>(
      `select distinct commune_code as code from worker where commune_code is not null
       union select distinct commune_code from family_contact where commune_code is not null order by 1`,
    );
    return rows.map(({ code }) => code);
  },

  /** Moves everybody in one statement per table and keeps the move as residence history. People of divided communes come back as ids. */
  async move(tx: Tx, moves: readonly CommuneMove[]): Promise<{ moved: number; asked: { id: string; provinceCode: string }[] }> {
    const values = [moves.map((m) => m.from), moves.map((m) => m.to?.communeCode ?? null), moves.map((m) => m.to?.provinceCode ?? null)];
    const map = `unnest($1::text[], $2::text[], $3::text[]) as m (old, commune, province)`;
    const rows = await tx.query<{ id: string; province: string; commune: string | null }>(
      `with moved as (
         update worker w set commune_code = m.commune, province_code = coalesce(m.province, w.province_code), version = w.version + 1, changed_at = now()
           from ${map} where w.commune_code = m.old returning w.id, w.province_code, w.commune_code, w.declared_unit_id, w.hamlet, m.old
       ), history as (
         insert into worker_residence (id, worker_id, unit_id, commune_code, hamlet, resolved_by, reason)
         select gen_random_uuid(), id, declared_unit_id, commune_code, hamlet, case when commune_code is null then 'divided' else 'succession' end, old from moved
       ), tokens as (
         update worker_name_token t set province_code = moved.province_code from moved where t.worker_id = moved.id and t.province_code <> moved.province_code
       )
       select id, province_code as province, commune_code as commune from moved`,
      values,
    );
    await tx.execute(`update family_contact f set commune_code = m.commune from ${map} where f.commune_code = m.old and $3::text[] is not null`, values);
    return { moved: rows.length, asked: rows.filter(({ commune }) => commune === null).map(({ id, province }) => ({ id, provinceCode: province })) };
  },
};
