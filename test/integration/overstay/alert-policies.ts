import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunSql } from '../../support/overdue-cases';

const read = (file: string) => JSON.parse(readFileSync(join(__dirname, '../../../libs/policy/src/domain', file), 'utf8')) as object[];

/** The alert and stay rules, and those of other files, as the installation seeds them, past the code that seeds them. */
export async function insertAlertPolicies(sql: RunSql, ...others: string[]): Promise<void> {
  await sql(
    `insert into policy_rule (key, market, value, valid, basis, certain, entered_by)
     select key, coalesce(market, '*'), value, daterange("from", null), basis, certain, 'test'
     from jsonb_to_recordset($1::jsonb) as r(key text, market text, value jsonb, "from" date, basis text, certain boolean)
     on conflict do nothing`,
    [JSON.stringify(['alert-rules.json', 'stay-rules.json', ...others].flatMap(read))],
  );
}
