import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { Crossing, Statement, Voice } from '../domain/voices';

/** A crossing of a case with everything said about it, oldest first. */
export interface HeardCrossing {
  caseId: string;
  workerId: string;
  province: string;
  commune: string | null;
  agencyId: string | null;
  crossing: Crossing;
  statements: Statement[];
}

const CROSSING_OF = (kind: string) => `case ${kind} when 'DEPARTED' then 'EXIT' else 'RETURN' end`;

const BOTH = `select $1::uuid as case_id, crossing from unnest(array['EXIT', 'RETURN']) as crossing`;

/** Crossings of which something was said, reported or put right since the day `$1`. */
const SPOKEN_SINCE = `
  select case_id, crossing from crossing_statement where said_on >= $1::date
  union select case_id, ${CROSSING_OF('kind')} from case_event where kind in ('DEPARTED', 'RETURNED') and recorded_on >= $1::date
  union select case_id, ${CROSSING_OF(`detail ->> 'correctedKind'`)} from case_event
   where kind = 'CORRECTED' and detail ->> 'correctedKind' in ('DEPARTED', 'RETURNED') and recorded_on >= $1::date`;

/**
 * All words of the crossings chosen, each one's in the order said. What the agency and the commune report as a fact of the case is their word, and a
 * correction of it is; one withdrawn says nothing more. A report of the centre is nobody's but its own and counts for none of the three.
 */
const heard = (chosen: string) => `
  with chosen as materialized (${chosen}),
  spoken as (
    select s.case_id, s.crossing, s.voice, s.happened, s.happened_on as "on", s.said_on, s.said_at, false as withdrawn
      from chosen k join crossing_statement s on s.case_id = k.case_id and s.crossing = k.crossing
    union all
    select e.case_id, k.crossing, case o.kind when 'sending_agency' then 'AGENCY' else 'FAMILY' end, true, case when n.id is null then e.effective_on else n.effective_on end,
      coalesce(n.recorded_on, e.recorded_on), coalesce(n.recorded_at, e.recorded_at), n.id is not null and n.detail ? 'withdrawn'
      from chosen k join case_event e on e.case_id = k.case_id and e.kind in ('DEPARTED', 'RETURNED') and ${CROSSING_OF('e.kind')} = k.crossing
      join organisation o on o.id = e.organisation_id and o.kind in ('sending_agency', 'commune_peoples_committee')
      left join case_event n on n.case_id = e.case_id and n.corrects_id = e.id)
  select c.id as "caseId", c.worker_id as "workerId", c.province_code as province, c.commune_code as commune, c.agency_id as "agencyId", s.crossing,
    coalesce(jsonb_agg(jsonb_build_object('voice', s.voice, 'happened', s.happened, 'on', s."on", 'saidOn', s.said_on) order by s.said_at)
      filter (where not s.withdrawn), '[]') as statements
    from spoken s join case_file c on c.id = s.case_id group by c.id, s.crossing`;

export const VoiceRows = {
  async say(
    tx: Tx,
    s: {
      id: string;
      caseId: string;
      crossing: Crossing;
      voice: Voice;
      happened: boolean;
      on: LocalDate | null;
      note: string | null;
      requestId: string;
    },
  ): Promise<boolean> {
    return (
      (await tx.execute(
        `insert into crossing_statement (id, case_id, crossing, voice, happened, happened_on, note, request_id, account_id, organisation_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (request_id) do nothing`,
        [s.id, s.caseId, s.crossing, s.voice, s.happened, s.on, s.note, s.requestId, tx.actor.accountId, tx.actor.organisationId],
      )) === 1
    );
  },

  async caseSeen(tx: Tx, caseId: string): Promise<{ today: LocalDate } | undefined> {
    const [row] = await tx.query<{ today: LocalDate }>(`select business_day() as today from case_file where id = $1`, [caseId]);
    return row;
  },

  async ofCase(tx: Tx, caseId: string): Promise<HeardCrossing[]> {
    return tx.query<HeardCrossing & Record<string, unknown>>(heard(BOTH), [caseId], 'crosscheck_case');
  },

  async since(tx: Tx, day: LocalDate): Promise<HeardCrossing[]> {
    return tx.query<HeardCrossing & Record<string, unknown>>(heard(SPOKEN_SINCE), [day], 'crosscheck_all');
  },
};
