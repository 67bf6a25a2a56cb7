import { NOTICE_SQL } from '@app/notices';
import { HELD_CASES } from './held-sql';
import { addresseeOf, owedRows } from './raise-sql';

/**
 * Passes unanswered questions on: the owner whose clock ran out stays informed, the next one is asked and told. `$1` day judged,
 * `$2` steps. One step per run: whoever is asked gets the full time from the day of being told.
 */
export const ESCALATE = `
  with step as materialized (
    select * from jsonb_to_recordset($2::jsonb) as s(code text, from_role text, to_role text, answer_by date, last_owner boolean, urgent boolean)),
  late as materialized (
    select a.id as alert_id, a.case_id, a.rule, a.family, a.due_on, s.urgent, s.answer_by, s.last_owner, c.code as case_code, c.province_code, c.commune_code, c.agency_id,
      case when s.to_role = 'commune' and c.commune_code is null then 'centre' else s.to_role end as role
    from alert a join step s on s.code = a.rule and s.from_role = a.owner join case_file c on c.id = a.case_id
    where a.state = 'open' and not a.last_owner and a.answer_by < $1::date),
  moved as (
    update alert a set owner = l.role, answer_by = l.answer_by, last_owner = l.last_owner
    from late l where a.id = l.alert_id and a.state = 'open' returning a.id),
  told as materialized (
    select l.*, ${addresseeOf('l.role', 'l')} as addressee,
      l.role = 'commune' and exists (select from alert q where q.case_id = l.case_id and q.id <> l.alert_id and q.family = 'RETURN_UNCONFIRMED'
        and q.state = 'open' and q.owner in ('agency', 'centre') and q.answer_by >= $1::date) as verifying
    from late l join moved on moved.id = l.alert_id),
  named as (
    insert into alert_recipient (alert_id, role, addressee, since, told_on)
    select alert_id, role, addressee, $1::date, $1::date from told
    on conflict (alert_id, role) do update set addressee = excluded.addressee, told_on = excluded.told_on, told_at = now() returning alert_id),
  ${HELD_CASES},
  owed as (${owedRows('told')}), ${NOTICE_SQL.owe('owed')}
  select (select count(*)::int from moved) as escalated, (select count(*)::int from notice_opened) + (select count(*)::int from notice_held) as notices`;
