-- The sweep as one naive statement: find, insert, let the unique key refuse what exists, tell, owe mails. $1 day, $2 rules with who is told and
-- who answers (worked out beforehand), $3 grace and usual stay by market. Writes the same rows as the sweep, with nothing above it.
with rule as materialized (
  select * from jsonb_to_recordset($2::jsonb) as r(policy_rule_id bigint, code text, family text, rung smallint, off int, est_off int, gap int,
    urgent boolean, roles text[], owner text, answer_by date, last_owner boolean)),
market as materialized (select * from jsonb_to_recordset($3::jsonb) as m(market text, grace int, default_stay int)),
open_case as not materialized (
  select id, code, province_code, commune_code, agency_id, contract_end, stay_until, learnt_on, market
  from case_file where stage = 'ABROAD' and returned_on is null and departed_on is not null),
due as materialized (
  select c.id as case_id, c.code as case_code, c.province_code, c.commune_code, c.agency_id, r.code as rule, r.family, r.rung, r.urgent, r.roles, r.owner,
    r.answer_by, r.last_owner, r.policy_rule_id, c.contract_end as target_date, c.contract_end + r.off as due_on, false as estimated, c.learnt_on, r.gap
  from rule r join open_case c on c.contract_end = $1::date - r.off where r.family = 'EXPIRY' and c.contract_end > c.learnt_on
  union all
  select c.id, c.code, c.province_code, c.commune_code, c.agency_id, r.code, r.family, r.rung, r.urgent, r.roles, r.owner,
    r.answer_by, r.last_owner, r.policy_rule_id, c.contract_end, c.contract_end + r.off, false, c.learnt_on, r.gap
  from open_case c join rule r on r.family = 'RETURN_UNCONFIRMED' and c.contract_end + r.off <= $1::date where c.contract_end <= $1::date
  union all
  select c.id, c.code, c.province_code, c.commune_code, c.agency_id, r.code, r.family, r.rung, r.urgent, r.roles, r.owner,
    r.answer_by, r.last_owner, r.policy_rule_id, coalesce(c.stay_until, c.contract_end + m.default_stay),
    coalesce(c.stay_until + r.off, c.contract_end + m.default_stay + r.est_off) + m.grace, c.stay_until is null, c.learnt_on, r.gap
  from open_case c join rule r on r.family = 'SUSPECTED_OVERSTAY'
  join lateral (select * from market m where m.market in (c.market, '*') order by m.market = '*' limit 1) m on true
  where c.contract_end <= $1::date and coalesce(c.stay_until + r.off, c.contract_end + m.default_stay + r.est_off) + m.grace <= $1::date
  union all
  select c.id, c.code, c.province_code, c.commune_code, c.agency_id, r.code, r.family, r.rung, r.urgent, r.roles, r.owner,
    r.answer_by, r.last_owner, r.policy_rule_id, c.returned_on, c.returned_on + r.off, false, c.learnt_on, r.gap
  from rule r join case_file c on c.returned_on = $1::date - r.off and c.stage = 'RETURNED' where r.family = 'RESIDENCE_NOTICE'),
raised as (
  insert into alert (case_id, province_code, rule, family, rung, target_date, due_on, raised_on, estimated, owner, answer_by, last_owner, state, policy_rule_id)
  select case_id, province_code, rule, family, rung, target_date, due_on, greatest(due_on, learnt_on), estimated, owner,
    case when due_on + gap <= learnt_on then null else answer_by end, last_owner, case when due_on + gap <= learnt_on then 'superseded' else 'open' end, policy_rule_id
  from due on conflict on constraint alert_once_unique do nothing
  returning id, case_id, rule, state),
told as materialized (
  select a.id as alert_id, d.*, role, case role when 'agency' then 'AGENCY:' || d.agency_id when 'centre' then 'ESC:' || d.province_code
    when 'department' then 'SO:' || d.province_code when 'commune' then 'COMMUNE:' || d.commune_code else upper(role) end as addressee, case when d.urgent then 'urgent' else 'digest' end as notice_kind
  from raised a join due d on d.case_id = a.case_id and d.rule = a.rule cross join unnest(d.roles) role
  where a.state = 'open'),
office as (select * from told where role in ('agency', 'centre', 'commune', 'department')),
named as (
  insert into alert_recipient (alert_id, role, addressee, since, told_on) select alert_id, role, addressee, $1::date, $1::date from told),
opened as (
  insert into notice as n (addressee, kind, day, province_code, commune_code, organisation_id)
  select distinct on (addressee, notice_kind) addressee, notice_kind, $1::date, province_code, case when role = 'commune' then commune_code end,
    case when role = 'agency' then agency_id end
  from office order by addressee, notice_kind
  on conflict (addressee, kind) where state = 'open' do update set day = least(n.day, excluded.day)
  returning n.id, n.addressee, n.kind),
listed as (
  insert into notice_item (notice_id, kind, ref_id, case_id, case_code, due_on, verifying)
  select o.id, t.rule, t.alert_id, t.case_id, t.case_code, t.answer_by, t.role = 'commune' and t.family = 'SUSPECTED_OVERSTAY'
  from office t join opened o on o.addressee = t.addressee and o.kind = t.notice_kind on conflict do nothing),
owed as (insert into outbox (topic, payload) select 'notices.deliver.v1', jsonb_build_object('noticeId', id) from opened order by id)
select (select count(*)::int from raised) as raised, (select count(*)::int from opened) as notices
