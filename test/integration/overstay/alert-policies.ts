import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunSql } from '../../support/overdue-cases';

const read = (file: string) => JSON.parse(readFileSync(join(__dirname, '../../../libs/policy/src/domain', file), 'utf8')) as object[];

/** The alert and stay rules as the installation seeds them, past the code that seeds them. */
export async function insertAlertPolicies(sql: RunSql): Promise<void> {
  await sql(
    `insert into policy_rule (key, market, value, valid, basis, certain, entered_by)
     select key, coalesce(market, '*'), value, daterange("from", null), basis, certain, 'test'
     from jsonb_to_recordset($1::jsonb) as r(key text, market text, value jsonb, "from" date, basis text, certain boolean)
     on conflict do nothing`,
    [JSON.stringify([...read('alert-rules.json'), ...read('stay-rules.json')])],
  );
}
