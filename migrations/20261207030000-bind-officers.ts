import type { MigrationInterface, QueryRunner } from 'typeorm';
import { unforced } from './row-security';

const scope = `(select current_setting('benve.scope', true))`;
const organisation = `(select nullif(current_setting('benve.organisation', true), ''))::uuid`;

/** An office ends only what its own people accompany; the order counts against the contract that was approved last. */
export class BindOfficers20261207030000 implements MigrationInterface {
  name = 'BindOfficers20261207030000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create policy case_officer_own on case_officer as restrictive for update to benve_api
        using (${scope} = 'province' or exists (select from account a where a.id = account_id and a.organisation_id = ${organisation})) with check (true);
      grant update (contract_id) on job_order to benve_api;
      ${unforced(
        ['order_proposal', 'case_file', 'job_order', 'job_order_version'],
        `update order_proposal p set state = 'withdrawn', profile = '{}', answered_at = now() from case_file c
          where c.id = p.case_id and p.state = 'proposed' and (c.stage not in ('REGISTERED', 'COUNSELLED', 'SOURCED') or c.agency_id <> p.agency_id);
         update job_order_version v set state = 'superseded' from job_order o where o.id = v.order_id and o.state = 'closed' and v.state = 'submitted';
         update job_order set contract_id = (terms->>'contractId')::uuid where contract_id is distinct from (terms->>'contractId')::uuid;`,
      )}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`revoke update (contract_id) on job_order from benve_api; drop policy case_officer_own on case_officer;`);
  }
}
