/**
 * The few questions that must be answered before anybody's scope is known. Each runs as `benve_resolver` (no login, passes row security)
 * with a fixed search_path, takes only secrets or their hashes, and answers about exactly one row.
 */

const resolver = (signature: string, returns: string, body: string): string => `
  create function ${signature} returns ${returns} language plpgsql volatile security definer
    set search_path = pg_catalog, public, pg_temp as $fn$ #variable_conflict use_column
${body} $fn$;
  revoke all on function ${signature} from public;
  grant execute on function ${signature} to benve_api;
  alter function ${signature} owner to benve_resolver;`;

/** Columns of an account as the actor of a request is made from. */
const ACTOR_COLUMNS = `account_id uuid, login text, display_name text, role text, organisation_id uuid, organisation_kind text, organisation_name text,
  province_code text, commune_code text, communes text[]`;
const ACTOR_OF = `a.id, a.login::text, a.display_name, a.role, a.organisation_id, o.kind, o.name, coalesce(o.province_code, a.province_code)::text,
  o.commune_code::text, array(select c.commune_code::text from account_commune c where c.account_id = a.id order by 1)`;
const LIVE_ACCOUNT = `a.state = 'active' and coalesce(o.active, true)`;

/**
 * The gate of signing in. Writes the try first (under a lock per login, so that parallel guesses are counted one after the other), then hands
 * out the hash to compare with; `attempt_id` null = too many tries, wait `retry_seconds`. A name that does not exist goes the same way.
 * Limits are counted per (login, address) with growing delay, per address, and per login over addresses that never signed in: a stranger's
 * guesses do not lock out the person at the usual place.
 */
const RESOLVE_LOGIN = `
  declare
    failures int; last_try timestamptz; elsewhere int; from_address int; known boolean; wait_seconds int := 0;
    pair_free int := (p_limits->>'freeTries')::int; pair_delay int := (p_limits->>'delaySeconds')::int;
    max_delay int := (p_limits->>'maxDelaySeconds')::int;
    account_cap int := (p_limits->>'triesPerAccountPerDay')::int; address_cap int := (p_limits->>'triesPerAddressPerHour')::int;
  begin
    perform pg_advisory_xact_lock(hashtextextended('login:' || encode(p_login_hash, 'hex'), 0));
    select exists (select from login_attempt t where t.login_hash = p_login_hash and t.address = p_address and t.succeeded and t.at > now() - interval '30 days') into known;
    select count(*), max(t.at) into failures, last_try from login_attempt t
      where t.login_hash = p_login_hash and t.address = p_address and not t.succeeded and t.at > now() - interval '24 hours'
        and t.at > coalesce((select max(s.at) from login_attempt s where s.login_hash = p_login_hash and s.address = p_address and s.succeeded), '-infinity');
    select count(*) into elsewhere from login_attempt t where t.login_hash = p_login_hash and not t.succeeded and t.at > now() - interval '24 hours';
    select count(*) into from_address from login_attempt t where t.address = p_address and not t.succeeded and t.at > now() - interval '1 hour';
    if failures >= pair_free then
      wait_seconds := ceil(least(pair_delay * power(2, least(failures - pair_free, 20)), max_delay) - extract(epoch from clock_timestamp() - last_try));
    end if;
    if from_address >= address_cap then wait_seconds := greatest(wait_seconds, 900); end if;
    if elsewhere >= account_cap and not known then wait_seconds := greatest(wait_seconds, 3600); end if;
    if wait_seconds > 0 then
      return query select null::bigint, wait_seconds, null::text, null::uuid, null::text, null::text, null::text, null::uuid, null::text, null::text, null::text, null::text, null::text[];
      return;
    end if;
    insert into login_attempt (login_hash, address) values (p_login_hash, p_address) returning id into attempt_id;
    retry_seconds := 0;
    select a.password_hash, ${ACTOR_OF}
      into password_hash, account_id, login, display_name, role, organisation_id, organisation_kind, organisation_name, province_code, commune_code, communes
      from account a left join organisation o on o.id = a.organisation_id where a.login = p_login and ${LIVE_ACCOUNT};
    return next;
  end`;

const RESOLVE_SESSION = `
  begin
    return query
      with found as (
        select s.id as session_id, s.last_seen_at, ${ACTOR_OF}
        from session s join account a on a.id = s.account_id left join organisation o on o.id = a.organisation_id
        where s.token_hash = p_token_hash and s.revoked_at is null and s.expires_at > now() and s.last_seen_at > now() - p_idle
          and s.created_at >= a.sessions_valid_from and ${LIVE_ACCOUNT}),
      seen as (update session s set last_seen_at = now() from found f where s.id = f.session_id and f.last_seen_at < now() - interval '1 minute')
      select f.session_id, f.id, f.login, f.display_name, f.role, f.organisation_id, f.kind, f.name, f.coalesce, f.commune_code, f.array from found f;
  end`;

const RESOLVE_API_KEY = `
  begin
    return query
      with found as (
        select k.id as key_id, k.last_used_at, ${ACTOR_OF}
        from api_key k join account a on a.id = k.account_id left join organisation o on o.id = a.organisation_id
        where k.token_hash = p_token_hash and k.revoked_at is null and k.organisation_id = a.organisation_id and ${LIVE_ACCOUNT}),
      seen as (update api_key k set last_used_at = now() from found f where k.id = f.key_id and coalesce(f.last_used_at, '-infinity') < now() - interval '1 minute')
      select f.key_id, f.id, f.login, f.display_name, f.role, f.organisation_id, f.kind, f.name, f.coalesce, f.commune_code, f.array from found f;
  end`;

/** Who a one-time link belongs to; using it up happens as that account, in one statement with the new password. */
const RESOLVE_LINK = `
  begin
    return query select l.id, a.id, a.login::text, a.display_name from one_time_link l join account a on a.id = l.account_id
      where l.token_hash = p_token_hash and l.used_at is null and l.expires_at > now() and a.state in ('invited', 'active');
  end`;

const ACCEPT_LOGIN = `begin update login_attempt set succeeded = true where id = p_attempt; end`;

/**
 * The gate of the public page: as at signing in, the try is written first, under a lock per code, then the hash to compare with is handed out
 * with the little that the page may say. A code that does not exist goes the same way. Limits are counted per code and per address.
 */
const RESOLVE_LOOKUP = `
  declare
    of_code int; of_code_day int; from_address int; first_try timestamptz; wait_seconds int := 0;
  begin
    perform pg_advisory_xact_lock(hashtextextended('lookup:' || encode(p_code_hash, 'hex'), 0));
    select count(*) filter (where t.at > now() - interval '1 hour'), count(*), min(t.at) filter (where t.at > now() - interval '1 hour')
      into of_code, of_code_day, first_try from lookup_attempt t where t.code_hash = p_code_hash and not t.succeeded and t.at > now() - interval '24 hours';
    select count(*) into from_address from lookup_attempt t where t.address = p_address and not t.succeeded and t.at > now() - interval '1 hour';
    if of_code >= (p_limits->>'triesPerCodePerHour')::int then wait_seconds := ceil(extract(epoch from first_try + interval '1 hour' - now())); end if;
    if of_code_day >= (p_limits->>'triesPerCodePerDay')::int or from_address >= (p_limits->>'triesPerAddressPerHour')::int then
      wait_seconds := greatest(wait_seconds, 3600);
    end if;
    if wait_seconds > 0 then
      return query select null::bigint, wait_seconds, null::text, null::text, null::date, null::text, null::date;
      return;
    end if;
    insert into lookup_attempt (code_hash, address) values (p_code_hash, p_address) returning id into attempt_id;
    retry_seconds := 0;
    select r.pin_hash, c.stage, c.contract_end, c.province_code, business_day() into pin_hash, stage, contract_end, province_code, today
      from case_file c join case_receipt r on r.case_id = c.id where c.code = p_code;
    return next;
  end`;

const ACCEPT_LOOKUP = `begin update lookup_attempt set succeeded = true where id = p_attempt; end`;

export const LOOKUP_FUNCTIONS = [
  `grant create on schema public to benve_resolver;
   grant select (id, code, stage, contract_end, province_code) on case_file to benve_resolver;
   grant select on case_receipt to benve_resolver;
   grant select, insert, update (succeeded) on lookup_attempt to benve_resolver;`,
  resolver(
    'resolve_lookup(p_code text, p_code_hash bytea, p_address text, p_limits jsonb)',
    'table (attempt_id bigint, retry_seconds int, pin_hash text, stage text, contract_end date, province_code text, today date)',
    RESOLVE_LOOKUP,
  ),
  resolver('accept_lookup(p_attempt bigint)', 'void', ACCEPT_LOOKUP),
  'revoke create on schema public from benve_resolver;',
].join('\n');

const ADMINISTRATOR = `coalesce(current_setting('benve.role', true), '') = 'administrator'`;

/** Numbers of messages for who runs the installation: an administrator sees no notice and no address. */
const COUNT_MESSAGES = `
  begin
    if not ${ADMINISTRATOR} then raise insufficient_privilege using message = 'for administrators'; end if;
    return query
      select 'delivery', d.state, count(*)::int from delivery d where d.created_at > now() - interval '7 days' group by d.state
      union all select 'letter', 'waiting', count(*)::int from notice n where n.state = 'letter' and n.printed_at is null
      union all select 'notice', 'held', count(*)::int from notice n where n.state = 'held';
  end`;

/** Puts one duty that was given up or lost back to work. 0: there is none to put back. */
const REPLAY_DUTY = `
  declare touched int;
  begin
    if not ${ADMINISTRATOR} then raise insufficient_privilege using message = 'for administrators'; end if;
    update outbox o set dead_at = null, attempts = 0, enqueued_at = null, due_at = least(o.due_at, now())
      where o.id = p_id and o.done_at is null and (o.dead_at is not null or o.enqueued_at is not null);
    get diagnostics touched = row_count;
    return touched;
  end`;

export const OPERATION_FUNCTIONS = [
  `grant create on schema public to benve_resolver;
   grant select (state, created_at) on delivery to benve_resolver;
   grant select (state, printed_at) on notice to benve_resolver;
   grant select (id, done_at, dead_at, enqueued_at, due_at), update (dead_at, attempts, enqueued_at, due_at) on outbox to benve_resolver;`,
  resolver('count_messages()', 'table (kind text, state text, messages int)', COUNT_MESSAGES),
  resolver('replay_duty(p_id bigint)', 'int', REPLAY_DUTY),
  'revoke create on schema public from benve_resolver;',
].join('\n');

export const SIGN_IN_FUNCTIONS = [
  `grant create on schema public to benve_resolver;
   grant select on account, account_commune, organisation, one_time_link to benve_resolver;
   grant select, update (last_seen_at) on session to benve_resolver;
   grant select, update (last_used_at) on api_key to benve_resolver;
   grant select, insert, update (succeeded) on login_attempt to benve_resolver;`,
  resolver(
    'resolve_login(p_login text, p_login_hash bytea, p_address text, p_limits jsonb)',
    `table (attempt_id bigint, retry_seconds int, password_hash text, ${ACTOR_COLUMNS})`,
    RESOLVE_LOGIN,
  ),
  resolver('accept_login(p_attempt bigint)', 'void', ACCEPT_LOGIN),
  resolver('resolve_session(p_token_hash bytea, p_idle interval)', `table (session_id uuid, ${ACTOR_COLUMNS})`, RESOLVE_SESSION),
  resolver('resolve_api_key(p_token_hash bytea)', `table (key_id uuid, ${ACTOR_COLUMNS})`, RESOLVE_API_KEY),
  resolver('resolve_link(p_token_hash bytea)', 'table (link_id uuid, account_id uuid, login text, display_name text)', RESOLVE_LINK),
  'revoke create on schema public from benve_resolver;',
].join('\n');

const RESOLVE_KEY_OF_KIND = `
  begin
    return query
      with found as (
        select k.id as key_id, k.kind as key_kind, k.last_used_at, ${ACTOR_OF}
        from api_key k join account a on a.id = k.account_id left join organisation o on o.id = a.organisation_id
        where k.token_hash = p_token_hash and k.revoked_at is null and k.expires_at > now() and k.organisation_id = a.organisation_id and ${LIVE_ACCOUNT}),
      seen as (update api_key k set last_used_at = now() from found f where k.id = f.key_id and coalesce(f.last_used_at, '-infinity') < now() - interval '1 minute')
      select f.key_id, f.key_kind, f.id, f.login, f.display_name, f.role, f.organisation_id, f.kind, f.name, f.coalesce, f.commune_code, f.array from found f;
  end`;

const replaceKeyFunction = (returns: string, body: string): string =>
  [
    'drop function resolve_api_key(bytea); grant create on schema public to benve_resolver;',
    resolver('resolve_api_key(p_token_hash bytea)', `table (${returns}, ${ACTOR_COLUMNS})`, body),
    'revoke create on schema public from benve_resolver;',
  ].join('\n');

/** A key says what it may do and ends by itself. */
export const KEY_OF_KIND_FUNCTION = replaceKeyFunction('key_id uuid, key_kind text', RESOLVE_KEY_OF_KIND);
export const KEY_FUNCTION = replaceKeyFunction('key_id uuid', RESOLVE_API_KEY);
