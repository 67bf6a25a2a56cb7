-- The same over all stages. $1 province.
with page as materialized (
  select id, code, worker_id, commune_code, agency_id, market, legal_form, programme, stage, contract_end, stay_until, departed_on, returned_on, list_end
  from case_file where province_code = $1 order by list_end, id limit 51)
select p.id, p.code, p.worker_id as "workerId", w.full_name as "fullName", w.birth_date as "birthDate", w.birth_precision as "birthPrecision", w.sex,
  p.commune_code as "communeCode", u.name as "communeName", p.agency_id as "agencyId", o.name as "agencyName", p.market, p.legal_form as "legalForm", p.programme, p.stage,
  p.contract_end as "contractEnd", p.contract_end - business_day() as "daysLeft",
  (select count(*)::int from alert a where a.case_id = p.id and a.state = 'open') as "openAlerts", p.departed_on as "departedOn", p.returned_on as "returnedOn",
  (select count(*)::int from (select from case_file where province_code = $1 limit 1001) n) as total
from page p join worker w on w.id = p.worker_id left join organisation o on o.id = p.agency_id
  left join admin_unit u on u.level = 'commune' and u.code = p.commune_code and business_day() between u.valid_from and u.valid_to order by p.list_end, p.id
