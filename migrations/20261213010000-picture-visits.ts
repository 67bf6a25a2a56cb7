import type { MigrationInterface, QueryRunner } from 'typeorm';
import { byParent } from './row-security';

const scope = `(select current_setting('benve.scope', true))`;
const ofCase = byParent('case_file', 'case_id');
/** What the commune saw at a family's home is between commune and province; papers of the case also reach its agency. */
const seen = `case ${scope} when 'province' then ${ofCase} when 'commune' then ${ofCase} when 'agency' then visit_id is null and ${ofCase} else false end`;
const before = `case when ${scope} in ('province', 'commune', 'agency') then ${ofCase} else false end`;

/** A picture of a visit to the family (its minutes, or what was found) lies beside the scans of papers. */
export class PictureVisits20261213010000 implements MigrationInterface {
  name = 'PictureVisits20261213010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table paper_file alter guard drop not null, add column visit_id uuid references family_visit,
        add constraint paper_file_of_one check (num_nonnulls(guard, visit_id) = 1);
      comment on table paper_file is 'A scan or photo of a paper of a case, or of a visit to the family; its sealed bytes lie in the file store under the id. storing: announced, not yet there.';
      create index paper_file_visit on paper_file (visit_id) where visit_id is not null;
      ${policy(seen)}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${policy(before)}
      alter table paper_file no force row level security, disable row level security;
      delete from paper_file where visit_id is not null;
      alter table paper_file enable row level security, force row level security, drop column visit_id, alter guard set not null;
      comment on table paper_file is 'A scan or photo of a paper of a case; its sealed bytes lie in the file store under the id. storing: announced, not yet there.';
    `);
  }
}

const policy = (using: string): string =>
  `drop policy paper_file_api on paper_file; create policy paper_file_api on paper_file for all to benve_api using (${using}) with check (${using});`;
