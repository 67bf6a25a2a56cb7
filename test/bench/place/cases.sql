insert into case_file (id, code, worker_id, province_code, commune_code, agency_id, legal_form, market, stage, rule_date, contract_signed_on, contract_start, contract_end,
  stay_until, departed_on, returned_on, return_type, opened_from, learnt_on)
select case_id, code, worker_id, province_code, commune_code, md5('organisation dn:' || agency)::uuid, 'SERVICE', market, stage, departed_on - 60, departed_on - 60, departed_on,
  contract_end, stay_until, departed_on, returned_on, case when stage = 'RETURNED' then 'COMPLETED' end, 'record', learnt_on
from draft order by n
