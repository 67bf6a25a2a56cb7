import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';

/** A day on which the State's database was brought up to date, and the moment it was said. */
export interface AgencyUpdate {
  readonly updatedOn: LocalDate;
  readonly recordedAt: Date;
}

export const AgencyUpdateRows = {
  async today(tx: Tx): Promise<LocalDate> {
    const [row] = await tx.query<{ today: LocalDate }>(`select business_day() as today`);
    return row!.today;
  },

  /** Whether the agency recruits in the actor's province, or has people of it. */
  async concerns(tx: Tx, agencyId: string): Promise<boolean> {
    const [row] = await tx.query<{ concerns: boolean }>(
      `select exists (select from recruitment_permission where agency_id = $1 and province_code = current_setting('benve.province', true))
         or exists (select from case_file where agency_id = $1) as concerns`,
      [agencyId],
    );
    return row!.concerns;
  },

  /** The same row again changes nothing. */
  async add(tx: Tx, id: string, agencyId: string, updatedOn: LocalDate): Promise<void> {
    await tx.execute(
      `insert into agency_update (id, agency_id, updated_on, recorded_by) values ($1, $2, $3, $4) on conflict (id) do nothing`,
      [id, agencyId, updatedOn, tx.actor.accountId],
    );
  },

  /** The latest first, two years of them at most. */
  async of(tx: Tx, agencyId: string): Promise<AgencyUpdate[]> {
    return tx.query<AgencyUpdate & Record<string, unknown>>(
      `select updated_on as "updatedOn", recorded_at as "recordedAt" from agency_update where agency_id = $1 order by updated_on desc, recorded_at desc limit 24`,
      [agencyId],
    );
  },
};
