/**
 * `from … where …` of the open questions of one case. It names every living state and leaves one out, so that only the index by case fits: while
 * the planner still believes in an empty table, after a first sweep, it would walk all open questions of the country for each case of a page.
 */
export const openAlertsOf = (caseId: string) =>
  `from alert a where a.case_id = ${caseId} and a.state in ('open', 'answered') and a.state <> 'answered'`;
