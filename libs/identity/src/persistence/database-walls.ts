import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Tables without a person in them, open to every actor: places, rules, ledgers and the plumbing of messages. Everything else is protected. */
export const OPEN_TABLES = [
  'admin_unit',
  'admin_unit_succession',
  'former_commune',
  'heartbeat',
  'holiday',
  'inbox',
  'login_attempt',
  'lookup_attempt',
  'mail_gate',
  'migrations',
  'outbox',
  'policy_proposal',
  'policy_rule',
  'push_key',
  'sweep_run',
  'unit_import',
] as const;

const FAULTS = `
  select 'the runtime role ' || rolname || ' is superuser or passes row security' as fault from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)
  union all select 'the runtime role owns ' || relname from pg_class c where relowner = current_user::regrole and relnamespace = 'public'::regnamespace
  union all select 'the runtime role owns function ' || proname from pg_proc where proowner = current_user::regrole
  union all select 'the runtime role may become ' || r.rolname from pg_roles r
    where r.rolname <> current_user and (r.rolsuper or r.rolbypassrls or r.rolname = 'benve_owner') and pg_has_role(current_user, r.oid, 'member')
  union all select relname || ' has no forced row security' from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity) and relname <> all ($1)
  union all select relname || ' is a view without security_invoker' from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'v' and not coalesce(reloptions::text like '%security_invoker=true%', false)
  union all select relname || ' is a materialized view: it passes row security' from pg_class where relnamespace = 'public'::regnamespace and relkind = 'm'
  union all select proname || ' runs with foreign rights but has no fixed search_path' from pg_proc
    where prosecdef and pronamespace = 'public'::regnamespace and not coalesce(proconfig::text like '%search_path=%', false)`;

const DEMO_FAULTS = `select 'demo organisation ' || key || ' in production' as fault from organisation where demo order by key limit 3`;

/** What the start of a process checks of the second wall, by the catalogue, as its own runtime role. */
@Injectable()
export class DatabaseWalls {
  constructor(private readonly dataSource: DataSource) {}

  /** Every fault in words; none = the wall stands. @param production refuses organisations made for showing. */
  async faults(production = false): Promise<string[]> {
    const rows: { fault: string }[] = await this.dataSource.query(FAULTS, [[...OPEN_TABLES]]);
    const shown: { fault: string }[] = production ? await this.dataSource.query(DEMO_FAULTS) : [];
    return [...rows, ...shown].map((row) => row.fault);
  }
}
