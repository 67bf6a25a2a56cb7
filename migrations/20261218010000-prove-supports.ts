import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byParent, protect } from './row-security';

const scope = `(select current_setting('benve.scope', true))`;
const ofCase = byParent('case_file', 'case_id');
const office = `${scope} = 'province'`;
const ofFund = byParent('support_fund', 'fund_id');
const ofClaim = byParent('support_claim', 'claim_id');
const entry = (seen: string) => `case when claim_id is null then ${ofFund} else ${seen} end`;

/**
 * Which scans prove a claim; how many days or months are supported is said by the rule of the item alone; and a bank reads what the budget has promised
 * or paid for its borrowers, since no loan covers that part of the costs.
 */
export class ProveSupports20261218010000 implements MigrationInterface {
  name = 'ProveSupports20261218010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table support_claim drop constraint support_claim_units_check, add constraint support_claim_units_check check (units >= 1);
      alter policy support_claim_api on support_claim
        using (${ofCase} and case ${scope} when 'province' then true when 'bank' then state in ('APPROVED', 'PAID') else false end)
        with check (${ofCase} and ${office});
      alter policy support_entry_api on support_entry using (${office} and ${entry(ofClaim)}) with check (${office} and ${entry(ofClaim)});

      create table support_claim_paper (
        claim_id uuid not null references support_claim,
        file_id uuid not null references paper_file on delete cascade,
        tied_by uuid,
        tied_at timestamptz not null default now(),
        primary key (claim_id, file_id)
      );
      comment on table support_claim_paper is 'Scans of the case that prove a claim. Gone with the scan when its time of keeping is over.';
      create index support_claim_paper_file on support_claim_paper (file_id);
      ${protect('support_claim_paper', `${office} and ${ofClaim}`)}
      ${allow('support_claim_paper', { api: 'select, insert, delete', jobs: 'select' })}`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table support_claim_paper;
      alter policy support_entry_api on support_entry using (${entry(ofClaim)}) with check (${entry(ofClaim)});
      alter policy support_claim_api on support_claim using (${ofCase} and ${office}) with check (${ofCase} and ${office});
      alter table support_claim drop constraint support_claim_units_check, add constraint support_claim_units_check check (units between 1 and 366);`);
  }
}
