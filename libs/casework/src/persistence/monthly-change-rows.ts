import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';

export const MonthlyChangeRows = {
  async today(tx: Tx): Promise<LocalDate> {
    const [row] = await tx.query<{ today: LocalDate }>(`select business_day() as today`);
    return row!.today;
  },

  /** Agencies with people of whom something was learnt since a day, by province, with the number of their cases. */
  async changedSince(tx: Tx, since: LocalDate): Promise<{ agencyId: string; province: string; cases: number }[]> {
    return tx.query<{ agencyId: string; province: string; cases: number }>(
      `select c.agency_id as "agencyId", c.province_code as province, count(distinct c.id)::int as cases from case_event e join case_file c on c.id = e.case_id
        where e.recorded_on >= $1::date and c.agency_id is not null and c.departed_on is not null and c.stage <> 'CLOSED' group by 1, 2`,
      [since],
    );
  },
};
