import type { Tx } from '@app/platform';
import type { Target } from '../domain/target';

export const TargetRows = {
  async list(tx: Tx, province: string, year: number): Promise<Target[]> {
    return tx.query<Target & Record<string, unknown>>(
      `select nullif(commune_code, '') as "communeCode", exits from target where province_code = $1 and year = $2 order by commune_code`,
      [province, year],
      'target_list',
    );
  },

  /** Puts these figures; others of the year stay. Answers how many were new and how many changed. */
  async put(tx: Tx, province: string, year: number, targets: readonly Target[]): Promise<{ created: number; updated: number }> {
    const rows = await tx.query<{ fresh: boolean }>(
      `insert into target as t (province_code, year, commune_code, exits, account_id)
       select $1, $2, coalesce(r."communeCode", ''), r.exits, $3 from jsonb_to_recordset($4::jsonb) r("communeCode" text, exits int)
       on conflict (province_code, year, commune_code) do update set exits = excluded.exits, account_id = excluded.account_id, changed_at = now()
         where t.exits <> excluded.exits
       returning (xmax = 0) as fresh`,
      [province, year, tx.actor.accountId, JSON.stringify(targets)],
    );
    const created = rows.filter(({ fresh }) => fresh).length;
    return { created, updated: rows.length - created };
  },
};
