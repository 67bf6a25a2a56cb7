import type { Tx } from '@app/platform';
import { MONEY_FAMILIES } from '../domain/money-clocks';

/** The families whose dates stand in `case_clock`, for SQL. */
export const MONEY_FAMILIES_SQL = MONEY_FAMILIES.map((family) => `'${family}'`).join(', ');

/** Why a live alert `l` of a clock of money has become pointless: the arm of the closing statement. */
export const MONEY_VERDICT = `
      when l.family in (${MONEY_FAMILIES_SQL}) then case when not exists (
        select from case_clock k where k.case_id = l.case_id and k.family = l.family and k.target_date = l.target_date and k.running) then 'SETTLED' end`;

/** Cases with a live question whose clock has ended, or with a clock that runs again after the books had closed its question. */
export async function casesOutOfStep(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select distinct a.case_id as id from alert a left join case_clock k on k.case_id = a.case_id and k.family = a.family and k.target_date = a.target_date and k.running
      where a.family in (${MONEY_FAMILIES_SQL})
        and case when k.case_id is null then a.state in ('open', 'answered') else a.state = 'closed' and a.closed_reason = 'SETTLED' end`,
  );
  return rows.map(({ id }) => id);
}
