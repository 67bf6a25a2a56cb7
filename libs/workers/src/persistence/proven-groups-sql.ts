const HOUSEHOLDS = `('POOR', 'NEAR_POOR')`;
/** A household class counts by the list of the commune only, as long as the list does; other groups as they were registered. */
const PROVEN = `coalesce(g.valid_to >= business_day(), true) and (g.code not in ${HOUSEHOLDS} or g.evidence is not null)`;

/** Codes of the groups that count for the person `w` today, ethnic minority among them: an expression of type text[]. */
export const PROVEN_GROUPS_SQL = `array_remove(array(select g.code from worker_priority_group g where g.worker_id = w.id and ${PROVEN}) || case when w.ethnic_code <> '01' then 'ETHNIC_MINORITY' end, null)`;

/** Household classes somebody wrote down for the person `w` and no commune has confirmed: an expression of type text[]. */
export const UNPROVEN_HOUSEHOLD_SQL = `array(select distinct s.code from (select w.household_class as code union all select g.code from worker_priority_group g where g.worker_id = w.id) s
            where s.code in ${HOUSEHOLDS} and not exists (select from worker_priority_group g where g.worker_id = w.id and g.code in ${HOUSEHOLDS} and ${PROVEN}) order by 1 desc)`;
