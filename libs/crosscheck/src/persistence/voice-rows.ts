import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { Crossing, Statement, Voice } from '../domain/voices';

/** A crossing of a case with everything said about it. */
export interface HeardCrossing {
  caseId: string;
  workerId: string;
  province: string;
  commune: string | null;
  agencyId: string | null;
  crossing: Crossing;
  statements: Statement[];
}

/**
 * Words of one or of all recent cases. What the agency and the commune report as a fact of the case is their word; a report of the centre is nobody's
 * but its own and counts for none of the three. `$1` case or null, `$2` crossings told since this day.
 */
const HEARD = `
  with spoken as (
    select s.case_id, s.crossing, s.voice, s.happened, s.happened_on as "on", s.said_on from crossing_statement s
     where ($1::uuid is null or s.case_id = $1) and s.said_on >= $2::date
    union all
    select e.case_id, case e.kind when 'DEPARTED' then 'EXIT' else 'RETURN' end, case o.kind when 'sending_agency' then 'AGENCY' else 'FAMILY' end, true,
      e.effective_on, e.recorded_on
      from case_event e join organisation o on o.id = e.organisation_id and o.kind in ('sending_agency', 'commune_peoples_committee')
     where ($1::uuid is null or e.case_id = $1) and e.kind in ('DEPARTED', 'RETURNED') and e.recorded_on >= $2::date
       and not exists (select from case_event n where n.case_id = e.case_id and n.corrects_id = e.id))
  select c.id as "caseId", c.worker_id as "workerId", c.province_code as province, c.commune_code as commune, c.agency_id as "agencyId", s.crossing,
    jsonb_agg(jsonb_build_object('voice', s.voice, 'happened', s.happened, 'on', s."on", 'saidOn', s.said_on) order by s.said_on) as statements
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
    return tx.query<HeardCrossing & Record<string, unknown>>(HEARD, [caseId, '-infinity'], 'crosscheck_case');
  },

  async since(tx: Tx, day: LocalDate): Promise<HeardCrossing[]> {
    return tx.query<HeardCrossing & Record<string, unknown>>(HEARD, [null, day], 'crosscheck_all');
  },
};
