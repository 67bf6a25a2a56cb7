-- The same over all stages. $1 province.
with page as materialized (
  select id, code, worker_id, commune_code, agency_id, market, stage, contract_end, stay_until, departed_on, returned_on, list_end
  from case_file where province_code = $1 order by list_end, id limit 51)
select p.id, p.code, p.worker_id as "workerId", w.full_name as "fullName", p.commune_code as "communeCode", p.agency_id as "agencyId", p.market, p.stage,
  p.contract_end as "contractEnd", p.departed_on as "departedOn", p.returned_on as "returnedOn",
  (select count(*)::int from (select from case_file where province_code = $1 limit 1001) n) as total
from page p join worker w on w.id = p.worker_id order by p.list_end, p.id
