import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byParent, protect } from './row-security';

const scope = `(select current_setting('benve.scope', true))`;
const notBanks = `case when ${scope} in ('province', 'commune', 'agency') then ${byParent('case_file', 'case_id')} else false end`;

/** What is said of exits and returns beside the reports of the case. */
export class HearThreeVoices20261203040000 implements MigrationInterface {
  name = 'HearThreeVoices20261203040000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table crossing_statement (
        id uuid primary key,
        case_id uuid not null references case_file,
        crossing text not null check (crossing in ('EXIT', 'RETURN')),
        voice text not null check (voice in ('AGENCY', 'FAMILY', 'PAPER')),
        happened boolean not null,
        happened_on date,
        note text,
        request_id text not null unique,
        account_id uuid,
        organisation_id uuid,
        said_on date not null default business_day(),
        said_at timestamptz not null default now()
      );
      comment on table crossing_statement is 'A word about an exit or a return: whose, that it happened or not, which day. Append-only: the newest of each voice counts.';
      create index crossing_statement_case on crossing_statement (case_id);
      create index crossing_statement_said on crossing_statement (said_on);
      create index case_event_recorded on case_event using brin (recorded_on);
      create index case_event_crossings on case_event (recorded_on) where kind in ('DEPARTED', 'RETURNED');
      ${protect('crossing_statement', notBanks)}
      ${allow('crossing_statement', { api: 'select, insert', jobs: 'select, insert' })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index case_event_crossings, case_event_recorded; drop table crossing_statement;`);
  }
}
