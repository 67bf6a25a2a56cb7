import { foldText } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { PublicLicence } from '../domain/licence';

export const PublicLicenceRows = {
  /** Agencies whose name, other name or licence number holds the text, best first; state of the licence today. */
  async find(tx: Tx, text: string, limit: number): Promise<PublicLicence[]> {
    return tx.query<PublicLicence & Record<string, unknown>>(
      `select o.name, case when l.known is null then 'unknown' when now_valid.state = 'valid' then 'yes' else 'no' end as licensed,
         coalesce(now_valid.number, l.number) as number, l.checked_on as "checkedOn"
       from organisation o
       left join lateral (select true as known, (array_agg(p.number order by p.valid desc))[1] as number,
           max((p.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date) as checked_on
         from agency_licence p where p.organisation_id = o.id having count(*) > 0) l on true
       left join agency_licence now_valid on now_valid.organisation_id = o.id and now_valid.valid @> business_day()
       where o.kind = 'sending_agency' and o.active and (position($1 in o.name_key) > 0
         or exists (select from organisation_alias a where a.organisation_id = o.id and position($1 in a.alias_key) > 0)
         or exists (select from agency_licence p where p.organisation_id = o.id and position($2 in upper(p.number)) > 0))
       order by o.name_key = $1 desc, position($1 in o.name_key) = 1 desc, o.name_key, o.id limit $3`,
      [foldText(text), text.trim().toUpperCase(), limit],
      'public_licence_find',
    );
  },
};
