import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { CASE_COLUMNS, type CaseRow } from './case-row';

export interface DeskCaseRow extends CaseRow {
  /** Left without papers that nobody has brought yet. */
  readonly gaps: boolean;
  readonly today: LocalDate;
}

/** Reads the cases that have a task of these kinds open. */
export const DeskRows = {
  async withOpenTask(tx: Tx, kinds: readonly string[], caseIds: readonly string[]): Promise<DeskCaseRow[]> {
    return tx.query<DeskCaseRow & Record<string, unknown>>(
      `select ${CASE_COLUMNS}, business_day() as today, exists (select from case_gap g where g.case_id = c.id and g.closed_on is null) as gaps
       from case_file c
       where c.id = any ($1::uuid[]) and exists (select from desk_task t where t.case_id = c.id and t.state = 'open' and t.kind = any ($2::text[]))`,
      [caseIds, kinds],
      'case_desks',
    );
  },
};
