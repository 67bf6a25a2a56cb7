import { openAlertsOf } from '@app/casework';
import type { Tx } from '@app/platform';

export const FoundCaseRows = {
  /** Agency and open questions of cases, by case. */
  async of(tx: Tx, caseIds: readonly string[]): Promise<ReadonlyMap<string, { agencyName: string | null; openAlerts: number }>> {
    if (caseIds.length === 0) return new Map();
    const rows = await tx.query<{ id: string; agencyName: string | null; openAlerts: number }>(
      `select c.id, o.name as "agencyName", (select count(*)::int ${openAlertsOf('c.id')}) as "openAlerts"
         from case_file c left join organisation o on o.id = c.agency_id where c.id = any ($1)`,
      [caseIds],
      'found_cases',
    );
    return new Map(rows.map(({ id, ...more }) => [id, more]));
  },
};
