/**
 * Counts that a scope sees only in part: people of other provinces hold places of the same order, orders of other provinces use the same
 * contract. Each answers numbers and never a person.
 */
export const counting = (signature: string, returns: string, body: string): string => `
  create function ${signature} returns ${returns} language sql stable security definer set search_path = pg_catalog, pg_temp as $$ ${body} $$;
  revoke all on function ${signature} from public;
  grant execute on function ${signature} to benve_api, benve_jobs;
  alter function ${signature} owner to benve_resolver;`;

const KEEP_PLACES = `
  create function case_keeps_places() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare asked int;
  begin
    perform pg_advisory_xact_lock(hashtextextended('job_order:' || new.order_id, 0));
    select o.places into asked from public.job_order o where o.id = new.order_id;
    if asked is null or (select count(*) from public.case_file c where c.order_id = new.order_id) > asked then
      raise check_violation using message = 'job order has no place left', constraint = 'job_order_places';
    end if;
    return null;
  end $$;
  comment on function case_keeps_places() is 'No order ever has more people than places, whoever writes the case and whatever of the order the writer sees.';
  create trigger case_takes_place after insert on case_file for each row when (new.order_id is not null) execute function case_keeps_places();
  create trigger case_takes_other_place after update of order_id on case_file for each row
    when (new.order_id is not null and new.order_id is distinct from old.order_id) execute function case_keeps_places();
  revoke all on function case_keeps_places() from public;
  alter function case_keeps_places() owner to benve_resolver;`;

export const RECRUITING_FUNCTIONS = `
  grant create on schema public to benve_resolver;
  grant select (id, places, contract_id, state) on job_order to benve_resolver;
  grant select (id, order_id, departed_on) on case_file to benve_resolver;
  ${counting(
    'order_counts(orders uuid[])',
    'table (order_id uuid, passed int, exited int)',
    `select c.order_id, count(*)::int, count(c.departed_on)::int from public.case_file c where c.order_id = any (orders) group by c.order_id`,
  )}
  ${counting(
    'contract_places(contract uuid)',
    'int',
    `select coalesce(sum(o.places), 0)::int from public.job_order o where o.contract_id = contract and o.state in ('approved', 'closed')`,
  )}
  ${KEEP_PLACES}
  revoke create on schema public from benve_resolver;`;

const RECORD = `
  with asked as (select distinct unnest(workers) as id),
  cases as (
    select c.worker_id, array_agg(distinct c.market) filter (where c.market is not null and (c.stage = 'OVERSTAYING' or c.return_type = 'VOLUNTARY_AFTER_OVERSTAY')) as markets,
      bool_or(c.stage in ('ABROAD', 'LAWFUL_STAY', 'ABSCONDED', 'OVERSTAYING', 'MISSING')) as away
    from asked a join public.case_file c on c.worker_id = a.id group by c.worker_id),
  kin as (
    select r.worker_id, count(*)::int as relatives,
      array_agg(distinct r.kin) filter (where exists (select from public.worker k join public.case_file o on o.worker_id = k.id
        where k.citizen_id_index = r.citizen_id_index and o.stage = 'OVERSTAYING' and o.market = host)) as kin
    from asked a join public.worker_relative r on r.worker_id = a.id group by r.worker_id)
  select a.id, c.markets, coalesce(c.away, false), coalesce(k.relatives, 0), k.kin
    from asked a left join cases c on c.worker_id = a.id left join kin k on k.worker_id = a.id`;

const MEASURED = `
  select c.commune_code, count(*) filter (where c.stage = 'OVERSTAYING')::int, count(*)::int from public.case_file c
   where c.market = host and c.commune_code is not null and c.stage in ('ABROAD', 'LAWFUL_STAY', 'ABSCONDED', 'OVERSTAYING', 'MISSING')
   group by c.commune_code having count(*) filter (where c.stage = 'OVERSTAYING') >= count_from`;

/** Confirmed overstays of people and of their relatives, wherever they belong: markets, kin and counts, never who. */
export const ELIGIBILITY_FUNCTIONS = `
  grant create on schema public to benve_resolver;
  grant select (id, citizen_id_index) on worker to benve_resolver;
  grant select (worker_id, kin, citizen_id_index) on worker_relative to benve_resolver;
  grant select (worker_id, stage, market, return_type, commune_code) on case_file to benve_resolver;
  ${counting('eligibility_record(workers uuid[], host text)', 'table (worker_id uuid, overstayed text[], away boolean, relatives int, kin text[])', RECORD)}
  ${counting('measured_localities(host text, count_from int)', 'table (commune_code text, overstaying int, there int)', MEASURED)}
  revoke create on schema public from benve_resolver;`;

/** The door by which a proposed person becomes the agency's: only of an open proposal to the asking agency, and only of a case nobody answers for yet. */
export const ADMIT_FUNCTION = `
  create function admit_candidate(proposal uuid) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare mine uuid := nullif(current_setting('benve.organisation', true), '')::uuid; taken int;
  begin
    if current_setting('benve.scope', true) is distinct from 'agency' then return false; end if;
    update public.case_file c set agency_id = p.agency_id from public.order_proposal p
     where p.id = proposal and p.state = 'proposed' and p.agency_id = mine and c.id = p.case_id and (c.agency_id is null or c.agency_id = mine)
       and c.stage in ('COUNSELLED', 'SOURCED');
    get diagnostics taken = row_count;
    return taken = 1;
  end $$;
  comment on function admit_candidate(uuid) is 'Lets the agency that accepts a proposal see the case, so that it can record the acceptance in the same transaction.';
  revoke all on function admit_candidate(uuid) from public;
  grant execute on function admit_candidate(uuid) to benve_api;
  grant create on schema public to benve_resolver;
  grant select (id, case_id, agency_id, state) on order_proposal to benve_resolver;
  grant select (id) on admin_unit to benve_resolver;
  grant select (agency_id), update (agency_id) on case_file to benve_resolver;
  alter function admit_candidate(uuid) owner to benve_resolver;
  revoke create on schema public from benve_resolver;`;
