-- One officer of each province's centre, with an open session whose token is 'bvs_bench_session_of_' and the province.
with officer as (
  insert into account (id, organisation_id, province_code, login, role, display_name, state, sessions_valid_from)
  select md5('account ' || o.key)::uuid, o.id, o.province_code, 'bench-' || o.province_code, 'centre_staff', 'Cán bộ ' || o.province_code, 'active', now() - interval '1 day'
  from organisation o where o.kind = 'employment_service_centre'
  returning id, province_code)
insert into session (id, token_hash, account_id, expires_at)
select md5('session ' || province_code)::uuid, sha256(convert_to('bvs_bench_session_of_' || province_code, 'UTF8')), id, now() + interval '1000 days' from officer
