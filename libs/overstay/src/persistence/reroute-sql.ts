import { NOTICE_SQL } from '@app/notices';
import { HELD_CASES } from './held-sql';
import { addresseeOf, owedRows } from './raise-sql';

/**
 * Moves recipients of live alerts to where their case belongs today (a commune chosen at last, a family that moved, another agency): the recipient's
 * addressee changes, the alert stays, and the new office is told once. `$1` case ids (null = every live alert).
 */
export const REROUTE = `
  with live as materialized (
    select a.id as alert_id, a.case_id, a.rule, a.due_on, a.answer_by, r.role, r.addressee as was, c.code as case_code, c.province_code, c.commune_code, c.agency_id,
      false as urgent, false as verifying
    from alert a join alert_recipient r on r.alert_id = a.id join case_file c on c.id = a.case_id
    where a.state = 'open' and r.role in ('agency', 'centre', 'commune', 'department') and ($1::uuid[] is null or a.case_id = any ($1))),
  placed as (select l.*, ${addresseeOf('l.role', 'l')} as addressee from live l),
  moved as materialized (select * from placed where addressee is not null and addressee is distinct from was),
  changed as (
    update alert_recipient r set addressee = m.addressee, since = business_day(), told_on = business_day(), told_at = now()
    from moved m where r.alert_id = m.alert_id and r.role = m.role returning r.alert_id),
  old as (select case_id, rule as item_kind, alert_id as ref_id, was from moved where was is not null),
  taken_back as (
    delete from notice_item i using old o, notice n
    where i.case_id = o.case_id and i.kind = o.item_kind and i.ref_id = o.ref_id and n.id = i.notice_id and n.addressee = o.was and n.state in ('open', 'held')
    returning i.notice_id),
  ${HELD_CASES},
  owed as (${owedRows('moved')}), ${NOTICE_SQL.owe('owed')}
  select (select count(*)::int from changed) as moved, (select coalesce(array_agg(distinct case_id) filter (where role = 'commune'), '{}') from moved) as placed`;
