/** Stage of case `c`; of a closed one the stage it was closed from: closing says nothing about where the person is. */
export const STAGE_SQL = `case when c.stage = 'CLOSED' then c.facts->>'closedFrom' else c.stage end`;

/** Events of a kind that stand: (case_id, day). A correction gives its event another day, a withdrawal takes it away. */
export const standing = (kind: 'OVERSTAY_CONFIRMED' | 'SELECTED') => `(select e.case_id, coalesce(n.effective_on, e.effective_on) as day
    from case_event e left join case_event n on n.case_id = e.case_id and n.corrects_id = e.id
   where e.kind = '${kind}' and not coalesce(n.detail ? 'withdrawn', false))`;
