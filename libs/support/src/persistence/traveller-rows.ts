import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { PROVEN_GROUPS_SQL, UNPROVEN_HOUSEHOLD_SQL } from '@app/workers';

/** The person behind a claim as support asks about them. */
export interface Traveller {
  readonly caseId: string;
  readonly workerId: string;
  readonly provinceCode: string;
  /** Groups that count today. */
  readonly groups: readonly string[];
  /** Household classes written down and confirmed by no commune: they open nothing yet. */
  readonly unproven: readonly string[];
  readonly today: LocalDate;
}

export const TravellerRows = {
  async find(tx: Tx, caseId: string): Promise<Traveller | undefined> {
    const rows = await tx.query<Traveller & Record<string, unknown>>(
      `select c.id as "caseId", c.worker_id as "workerId", c.province_code as "provinceCode", ${PROVEN_GROUPS_SQL} as groups, ${UNPROVEN_HOUSEHOLD_SQL} as unproven,
          business_day() as today from case_file c join worker w on w.id = c.worker_id where c.id = $1`,
      [caseId],
    );
    return rows[0];
  },

  async today(tx: Tx): Promise<LocalDate> {
    const [row] = await tx.query<{ today: LocalDate }>(`select business_day() as today`);
    return row!.today;
  },
};
