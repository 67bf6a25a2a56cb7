import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow } from './row-security';

const definer = (signature: string, returns: string, body: string): string => `
  create function ${signature} returns ${returns} language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $fn$
${body} $fn$;
  revoke all on function ${signature} from public;
  grant execute on function ${signature} to benve_api;
  alter function ${signature} owner to benve_resolver;`;

const ACCOUNT = `nullif(current_setting('benve.account', true), '')::uuid`;
const MAY = `
    if coalesce(current_setting('benve.role', true), '') not in ('department_officer', 'administrator') or ${ACCOUNT} is null then
      raise insufficient_privilege using message = 'rules are proposed and approved by a department officer or an administrator';
    end if;`;

/** The author is whoever the transaction acts for, never an argument. */
const PROPOSE = `
  begin ${MAY}
    insert into policy_proposal (id, rules, proposed_by, proposed_login)
      select p_id, p_rules, a.id, a.login from account a where a.id = ${ACCOUNT} on conflict (id) do nothing;
  end`;

const GIVEN = `jsonb_to_recordset(proposal.rules) as g(key text, market text, value jsonb, "from" date, basis text, certain boolean, note text)`;

/** The only way by which a request changes rules: a stored proposal, whole, by a second person, once. Rows already there stay as they are. */
const APPROVE = `
  declare proposal policy_proposal; approver text; added int;
  begin ${MAY}
    select * into strict proposal from policy_proposal where id = p_id for update;
    if proposal.proposed_by = ${ACCOUNT} then raise insufficient_privilege using message = 'a second person approves'; end if;
    if proposal.approved_at is not null then return 0; end if;
    select a.login into strict approver from account a where a.id = ${ACCOUNT};
    update policy_rule p set valid = daterange(lower(p.valid), g."from") from ${GIVEN}
      where p.key = g.key and p.market = g.market and upper_inf(p.valid) and lower(p.valid) < g."from";
    insert into policy_rule (key, market, value, valid, basis, certain, note, entered_by, approved_by)
      select g.key, g.market, g.value, daterange(g."from", null), g.basis, g.certain, g.note, proposal.proposed_login, approver from ${GIVEN}
      where not exists (select from policy_rule p where p.key = g.key and p.market = g.market and lower(p.valid) = g."from");
    get diagnostics added = row_count;
    update policy_proposal set approved_by = ${ACCOUNT}, approved_login = approver, approved_at = now() where id = p_id;
    return added;
  end`;

/** Facts of law and practice as dated rows with a source, and the calendar of days off. */
export class DatePolicy20261124030000 implements MigrationInterface {
  name = 'DatePolicy20261124030000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table policy_rule (
        id bigint generated always as identity primary key,
        key text not null,
        market text not null default '*',
        value jsonb not null,
        valid daterange not null,
        basis text not null,
        certain boolean not null,
        note text not null default '',
        entered_by text not null,
        approved_by text,
        entered_at timestamptz not null default now(),
        constraint policy_rule_overlap_excl exclude using gist (key with =, market with =, valid with &&)
      );
      comment on table policy_rule is 'A rule of law or practice in force on the days of valid, per market (* = all). certain = false: from practice, to be confirmed by the office.';
      create table policy_proposal (
        id uuid primary key,
        rules jsonb not null,
        proposed_by uuid not null,
        proposed_login text not null,
        proposed_at timestamptz not null default now(),
        approved_by uuid,
        approved_login text,
        approved_at timestamptz,
        constraint policy_proposal_two_persons check (approved_by is null or approved_by <> proposed_by)
      );
      comment on table policy_proposal is 'Rows of policy_rule put forward by one person; approval by a second one publishes them. Requests write here and to policy_rule through two functions only.';
      create table holiday (
        day date primary key,
        kind text not null check (kind in ('off', 'worked')),
        name text not null,
        basis text not null
      );
      comment on table holiday is 'Days off, and weekend days worked in exchange, entered yearly. Working-day clocks read it.';
      ${allow('policy_rule', { api: 'select', jobs: 'select, insert, update' })}
      ${allow('policy_proposal', { api: 'select', jobs: 'select' })}
      grant select, insert, update on policy_rule, policy_proposal to benve_resolver;
      grant create on schema public to benve_resolver;
      ${definer('propose_policies(p_id uuid, p_rules jsonb)', 'void', PROPOSE)}
      ${definer('approve_policies(p_id uuid)', 'int', APPROVE)}
      revoke create on schema public from benve_resolver;
      ${allow('holiday', { api: 'select', jobs: 'select, insert, update, delete' })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `drop function propose_policies(uuid, jsonb), approve_policies(uuid); drop table holiday, policy_proposal, policy_rule;`,
    );
  }
}
