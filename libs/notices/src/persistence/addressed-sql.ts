/**
 * CTEs `office` and `person`: who is meant by the notices of a CTE `due` (id, addressee, province_code, to_kind, to_key), as offices and their
 * active accounts are today.
 */
export const ADDRESSED = `
  office as (
    select d.id as notice_id, d.to_kind, d.to_key, o.id, o.email
    from due d join organisation o on o.active and o.kind = 'commune_peoples_committee' and o.province_code = d.province_code and o.commune_code = d.to_key
    where d.to_kind = 'COMMUNE'
    union all
    select d.id, d.to_kind, d.to_key, o.id, o.email
    from due d join organisation o on o.active and o.province_code = d.to_key
      and o.kind = case d.to_kind when 'ESC' then 'employment_service_centre' else 'department_of_home_affairs' end
    where d.to_kind in ('ESC', 'SO')
    union all
    select d.id, d.to_kind, d.to_key, o.id, o.email from due d join organisation o on o.active and o.id = case when d.to_kind in ('AGENCY', 'BANK') then d.to_key::uuid end),
  person as (
    select f.notice_id, a.id, a.email
    from office f join account a on a.organisation_id = f.id
    where a.state = 'active' and a.role in ('commune_officer', 'centre_staff', 'department_officer', 'agency_clerk', 'bank_officer')
      and (f.to_kind <> 'COMMUNE' or not exists (select from account_commune c where c.account_id = a.id)
        or exists (select from account_commune c where c.account_id = a.id and c.commune_code = f.to_key))
    union
    select d.id, a.id, a.email from due d join account a on a.id = case d.to_kind when 'LEAD' then d.to_key::uuid end and a.state = 'active' and a.role = 'leader'
    union
    select d.id, a.id, a.email
    from due d join account_commune c on d.to_kind = 'COMMUNE' and c.commune_code = d.to_key
    join account a on a.id = c.account_id and a.state = 'active' and a.role = 'commune_officer')`;
