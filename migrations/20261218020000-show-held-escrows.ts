import type { MigrationInterface, QueryRunner } from 'typeorm';
import { byParent } from './row-security';

const scope = `(select current_setting('benve.scope', true))`;
const organisation = `(select nullif(current_setting('benve.organisation', true), ''))::uuid`;
const ofCase = byParent('case_file', 'case_id');
const before = `${ofCase} and case ${scope} when 'province' then true when 'bank' then bank_id = ${organisation} when 'agency' then kind = 'AGENCY' else false end`;
const now = `case ${scope} when 'province' then ${ofCase} when 'bank' then bank_id = ${organisation} when 'agency' then kind = 'AGENCY' and ${ofCase} else false end`;

/**
 * A bank reads every account it holds, also of somebody whose case another office follows or none. Of that case it gets what the account asks for (who,
 * how far, how it ended, the signing) and no more: by a function that looks from the accounts of the asking office.
 */
export class ShowHeldEscrows20261218020000 implements MigrationInterface {
  name = 'ShowHeldEscrows20261218020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter policy escrow_api on escrow using (${now}) with check (${now});
      create policy escrow_opened on escrow as restrictive for insert to benve_api with check (${ofCase});

      create function bank_held_cases() returns table (case_id uuid, case_code text, full_name text, province_code text, bank_id uuid, stage text, return_type text,
          agency_name text, market text, legal_form text, contract_signed_on date)
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $fn$
        select c.id, c.code, w.full_name, c.province_code, c.bank_id, c.stage, c.return_type, o.name, c.market, c.legal_form, c.contract_signed_on
          from (select distinct e.case_id from escrow e where e.bank_id = nullif(current_setting('benve.organisation', true), '')::uuid) e
          join case_file c on c.id = e.case_id join worker w on w.id = c.worker_id left join organisation o on o.id = c.agency_id
         where current_setting('benve.scope', true) = 'bank' $fn$;
      comment on function bank_held_cases() is 'Of each case whose escrow the asking bank office holds, what the account asks for. Nobody else gets a row.';
      revoke all on function bank_held_cases() from public;
      grant execute on function bank_held_cases() to benve_api;
      grant create on schema public to benve_resolver;
      alter function bank_held_cases() owner to benve_resolver;
      revoke create on schema public from benve_resolver;
      grant select (case_id, bank_id) on escrow to benve_resolver;
      grant select (full_name) on worker to benve_resolver;
      grant select (worker_id, agency_id, stage, return_type, market, legal_form, contract_signed_on) on case_file to benve_resolver;`);
  }

  async down(db: QueryRunner): Promise<void> {
    // The other columns of the case were granted before.
    await db.query(`
      drop function bank_held_cases();
      revoke select (legal_form, contract_signed_on) on case_file from benve_resolver;
      revoke select (full_name) on worker from benve_resolver;
      revoke select (case_id, bank_id) on escrow from benve_resolver;
      drop policy escrow_opened on escrow;
      alter policy escrow_api on escrow using (${before}) with check (${before});`);
  }
}
