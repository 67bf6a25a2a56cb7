import type { Tx } from '@app/platform';

/** Clocks that run for cases, told by whoever keeps the books behind them; the ladder of alerts asks by them. */
export const CaseClocks = {
  /**
   * Says which clocks of these families run now, in one statement: those that are new begin, those no longer named end. A clock keeps the day it was first
   * told. @param due rows `case_id, family, target_date`; a case may have several of a family. Returns how many began or ended.
   */
  async replace(tx: Tx, families: readonly string[], due: string, parameters: readonly unknown[]): Promise<number> {
    const [row] = await tx.query<{ changed: number }>(
      `with due as materialized (select distinct d.case_id, d.family, d.target_date from (${due}) d (case_id, family, target_date) where d.case_id is not null and d.target_date is not null),
       begun as (
         insert into case_clock as k (case_id, family, target_date) select case_id, family, target_date from due
         on conflict (case_id, family, target_date) do update set running = true, tx_id = pg_current_xact_id() where not k.running returning 1),
       ended as (
         update case_clock k set running = false, tx_id = pg_current_xact_id() where k.running and k.family = any ($${parameters.length + 1}::text[])
            and not exists (select from due d where d.case_id = k.case_id and d.family = k.family and d.target_date = k.target_date) returning 1)
       select (select count(*)::int from begun) + (select count(*)::int from ended) as changed`,
      [...parameters, families],
    );
    return row!.changed;
  },
};
