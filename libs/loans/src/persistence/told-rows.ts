import type { Tx } from '@app/platform';

const OUT = `('DISBURSING', 'ACTIVE', 'EXTENDED', 'FROZEN', 'PAID', 'WRITTEN_OFF')`;

/** What this office told the cases of its loans, held against the loans as they stand. */
export const ToldRows = {
  async outdated(tx: Tx, loanIds: readonly string[]): Promise<{ caseId: string; eventId: number }[]> {
    return tx.query<{ caseId: string; eventId: number }>(
      `select distinct e.case_id as "caseId", e.id as "eventId" from loan l join case_event e on e.case_id = l.case_id
        where l.id = any ($1::uuid[]) and e.organisation_id = $2 and not exists (select from case_event k where k.corrects_id = e.id)
          and (e.kind = 'LOAN_DISBURSED' and not exists (select from loan o where o.case_id = l.case_id and o.state in ${OUT} and o.disbursed > 0)
            or e.kind = 'LOAN_SETTLED' and not exists (select from loan o where o.case_id = l.case_id and o.state = 'PAID')) order by 1, 2`,
      [loanIds, tx.actor.organisationId],
    );
  },
};
