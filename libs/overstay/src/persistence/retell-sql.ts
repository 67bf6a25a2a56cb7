import { NOTICE_SQL } from '@app/notices';
import { HELD_CASES } from './held-sql';
import { owedRows } from './raise-sql';

/**
 * Owes the notices of open questions again whose items were withdrawn while a fact had closed them: whoever was to be told is told, whoever
 * was told is left alone. `$1` case ids, `$2` rules as `{code, urgent}`.
 */
export const RETELL = `
  with told as materialized (
    select a.id as alert_id, a.case_id, a.rule, a.due_on, a.answer_by, r.role, r.addressee, coalesce(u.urgent, false) as urgent, c.code as case_code, c.province_code,
      c.commune_code, c.agency_id, r.role = 'commune' and a.family in ('SUSPECTED_OVERSTAY', 'PERSUASION_DUE') and exists (
        select from alert q where q.case_id = a.case_id and q.family = 'RETURN_UNCONFIRMED' and q.state = 'open' and q.owner in ('agency', 'centre')
          and q.answer_by >= business_day()) as verifying
    from alert a join alert_recipient r on r.alert_id = a.id and r.told_on is not null join case_file c on c.id = a.case_id
    left join jsonb_to_recordset($2::jsonb) as u(code text, urgent boolean) on u.code = a.rule
    where a.case_id = any ($1::uuid[]) and a.state = 'open' and not exists (
      select from notice_item i join notice n on n.id = i.notice_id where i.case_id = a.case_id and i.kind = a.rule and i.ref_id = a.id and n.addressee = r.addressee)),
  ${HELD_CASES},
  owed as (${owedRows('told')}), ${NOTICE_SQL.owe('owed')}
  select (select count(*)::int from notice_item_added) as told`;
