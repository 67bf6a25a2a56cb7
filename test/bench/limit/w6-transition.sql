-- One transition as one call: scope, lock, decide, event, projection, outbox, audit. Called by benve_api, so both walls stand.
create function bench_record_return(p_case uuid, p_request text, p_day date, p_province text, p_account uuid, p_organisation uuid, p_login text) returns bigint language plpgsql as $$
declare found record; event bigint;
begin
  perform set_config('benve.scope', 'province', true), set_config('benve.province', p_province, true), set_config('benve.communes', '', true),
    set_config('benve.organisation', p_organisation::text, true), set_config('benve.account', p_account::text, true), set_config('benve.role', 'centre_staff', true),
    set_config('benve.today', '2026-11-22', true);
  select id, version, stage, departed_on, province_code into found from case_file where id = p_case for no key update;
  if found.id is null then raise exception 'NOT_FOUND'; end if;
  if found.stage not in ('ABROAD', 'LAWFUL_STAY', 'ABSCONDED', 'OVERSTAYING', 'MISSING') then raise exception 'STAGE %', found.stage; end if;
  if p_day > business_day() or p_day < found.departed_on then raise exception 'DATE'; end if;
  insert into case_event (case_id, request_id, ordinal, kind, effective_on, account_id, organisation_id, stage_before, stage_after, case_version, proof, detail)
  values (p_case, p_request, 0, 'RETURNED', p_day, p_account, p_organisation, found.stage, 'RETURNED', found.version + 1, 'reported', '{"returnType": "COMPLETED"}')
  on conflict on constraint case_event_request_unique do nothing returning id into event;
  if event is null then return null; end if;
  update case_file set stage = 'RETURNED', returned_on = p_day, return_type = 'COMPLETED', version = version + 1, changed_at = now(), learnt_on = business_day()
  where id = p_case and version = found.version;
  insert into outbox (topic, payload) values ('casework.return-recorded.v1', jsonb_build_object('caseId', p_case, 'eventId', event, 'kind', 'RETURNED'));
  insert into audit_entry (account_id, login, organisation_id, province_code, action, subject_kind, subject_id, request_id, detail)
  values (p_account, p_login, p_organisation, found.province_code, 'casework.record', 'case', p_case::text, p_request, jsonb_build_object('kind', 'RETURNED', 'eventId', event));
  return event;
end $$;
grant execute on function bench_record_return(uuid, text, date, text, uuid, uuid, text) to benve_api
