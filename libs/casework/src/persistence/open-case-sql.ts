/**
 * Fragments for set-based statements of other contexts over `case_file c`: which cases are out and not back, without knowing
 * how casework stores that. The literals match the predicate of the partial index `case_open`, so that it is used.
 */
export const OPEN_CASE_SQL = {
  /** Abroad with nothing that ended it: contract running or over, no return. */
  abroad: `c.stage = 'ABROAD' and c.returned_on is null`,
  /** As above, or reported to have left the workplace. */
  abroadOrAbsconded: `c.stage in ('ABROAD', 'ABSCONDED') and c.returned_on is null`,
  /** Somebody is out of the country as far as we know. */
  away: `c.stage in ('ABROAD', 'ABSCONDED', 'OVERSTAYING', 'MISSING', 'LAWFUL_STAY') and c.returned_on is null`,
} as const;
