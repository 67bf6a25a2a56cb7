-- $1 agencies. Every office has an address: the mails of a sweep are mails, not letters.
insert into organisation (id, kind, key, name, name_key, province_code, commune_code, email)
select md5('organisation ' || key)::uuid, kind, key, name, lower(name), province_code, commune_code, replace(key, ':', '-') || '@bench.invalid'
from (
  select 'department_of_home_affairs' as kind, 'so:' || code as key, 'Sở Nội vụ ' || name as name, code as province_code, null as commune_code
  from admin_unit where level = 'province'
  union all
  select 'employment_service_centre', 'esc:' || code, 'Trung tâm Dịch vụ việc làm ' || name, code, null from admin_unit where level = 'province'
  union all
  select 'commune_peoples_committee', 'xa:' || c.code, 'Ủy ban nhân dân ' || c.name, p.code, c.code
  from admin_unit c join admin_unit p on p.id = c.parent_id where c.level = 'commune'
  union all
  select 'sending_agency', 'dn:' || n, 'Công ty cổ phần nhân lực Bến Thử ' || n, null, null from generate_series(1, $1::int) n) o
