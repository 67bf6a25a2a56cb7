import type { Family } from '../domain/alert-rule';
import { EXIT_CLOCKS } from '../domain/exit-clocks';

/** The column of `case_file` each clock of the way to the exit reads; generated from the case's facts, with a partial index each. */
export const EXIT_CLOCK_COLUMNS = {
  WAIT_180: 'selected_on',
  CERT_24M: 'certificate_until',
  PASSPORT: 'passport_until',
  HEALTH: 'health_until',
  DB_UPDATE: 'planned_exit_on',
  END_UNKNOWN: 'end_unknown_since',
} as const satisfies Partial<Record<Family, string>>;

/** The stages a clock runs in, for SQL. */
export const stagesOf = (family: string): string => EXIT_CLOCKS[family as Family]!.stages.map((stage) => `'${stage}'`).join(', ');

/** Why a live alert `l` of a clock before the exit has become pointless: the arm of the closing statement. */
export const EXIT_CLOCK_VERDICTS = Object.entries(EXIT_CLOCK_COLUMNS)
  .map(
    ([family, column]) => `
      when l.family = '${family}' then case
        when l.stage not in (${stagesOf(family)}) then l.stage
        when l.${column} is distinct from l.target_date then case when l.${column} > l.target_date then 'EXTENDED' else 'DATE_CHANGED' end end`,
  )
  .join('');
