import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { CaseCursor } from '../domain/case-cursor';
import { STORED_STAGES, phaseOf } from '../domain/stages';
import { CASE_COLUMNS, type CaseRow } from './case-row';

export interface DepartureRow extends CaseRow {
  full_name: string;
  birth_date: LocalDate | null;
  birth_precision: string | null;
  commune_name: string | null;
  agency_name: string | null;
  planned_exit_on: LocalDate;
  days_left: number;
  reminded_on: LocalDate | null;
  today: LocalDate;
}

const BEFORE_EXIT = STORED_STAGES.filter((stage) => phaseOf(stage) === 'before')
  .map((stage) => `'${stage}'`)
  .join(', ');

const LINE = `
  select ${CASE_COLUMNS}, w.full_name, w.birth_date, w.birth_precision, c.planned_exit_on, c.planned_exit_on - d.today as days_left, d.today,
    (select u.name from admin_unit u where u.level = 'commune' and u.code = c.commune_code and d.today between u.valid_from and u.valid_to) as commune_name,
    (select o.name from organisation o where o.id = c.agency_id) as agency_name,
    (select max(t.detail ->> 'on') from desk_task t where t.case_id = c.id and t.kind = $1 and t.agency_id = c.agency_id) as reminded_on
  from case_file c join worker w on w.id = c.worker_id, (select business_day() as today) d
  where c.stage in (${BEFORE_EXIT}) and c.planned_exit_on is not null`;

/** Reads people whose exit is planned; the stages are written out so that the partial index of planned exits serves. */
export const DepartureRows = {
  /** Planned to leave by a day, the nearest first, after `(day, id)`. */
  async page(tx: Tx, kind: string, within: number, after: CaseCursor, limit: number): Promise<DepartureRow[]> {
    return tx.query<DepartureRow & Record<string, unknown>>(
      `${LINE} and c.planned_exit_on <= (select business_day()) + $2::int and (c.planned_exit_on, c.id) > ($3::date, $4::uuid)
       order by c.planned_exit_on, c.id limit $5`,
      [kind, within, after.key, after.id, limit],
      'case_departures',
    );
  },

  async some(tx: Tx, kind: string, caseIds: readonly string[]): Promise<DepartureRow[]> {
    return tx.query<DepartureRow & Record<string, unknown>>(`${LINE} and c.id = any ($2::uuid[])`, [kind, caseIds], 'case_departures_some');
  },
};
