import { AccountQueries, actorOf } from '@app/identity';
import { deskOf } from '@app/overstay';
import type { Tx } from '@app/platform';

/** Open questions and tasks of one desk in one scope, said in the statement itself: the background program sees every row. */
const LOAD = `
  select (select count(*) from alert a join case_file c on c.id = a.case_id
      where a.state = 'open' and a.owner = $1 and ($2::text is null or a.province_code = $2)
        and ($3::text[] is null or c.commune_code = any ($3)) and ($4::uuid is null or c.agency_id = $4))::int
    + (select count(*) from desk_task t
      where t.state = 'open' and t.desk = $1 and ($2::text is null or t.province_code = $2)
        and ($3::text[] is null or t.commune_code = any ($3)) and ($4::uuid is null or t.agency_id = $4))::int as work`;

export const DeskLoadRows = {
  /** How much waits for an account; null: it has no desk or may not come in any more. */
  async count(tx: Tx, accountId: string): Promise<number | null> {
    const facts = await AccountQueries.findActive(tx, accountId);
    if (!facts) return null;
    const { scope, role } = actorOf(facts);
    const desk = deskOf(role);
    if (!desk || scope.kind === 'none' || scope.kind === 'bank' || scope.kind === 'system') return null;
    const province = scope.kind === 'agency' ? null : scope.province;
    const [row] = await tx.query<{ work: number }>(
      LOAD,
      [desk, province, scope.kind === 'commune' ? scope.communes : null, scope.kind === 'agency' ? scope.agencyId : null],
      'desk_load',
    );
    return row!.work;
  },
};
