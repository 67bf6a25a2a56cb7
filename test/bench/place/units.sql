with province as (
  insert into admin_unit (level, code, name, bare_key, type, valid_from, verified)
  select 'province', p.code, p.name, $3::jsonb ->> p.name, 'tinh', '2025-07-01', true from jsonb_to_recordset($1::jsonb) as p(code text, name text)
  returning id, code)
insert into admin_unit (level, code, name, bare_key, type, parent_id, valid_from, verified)
select 'commune', c.code, c.name, $3::jsonb ->> c.name, case when c.name like 'Phường%' then 'phuong' else 'xa' end, province.id, '2025-07-01', true
from jsonb_to_recordset($2::jsonb) as c(code text, name text, province text) join province on province.code = c.province
