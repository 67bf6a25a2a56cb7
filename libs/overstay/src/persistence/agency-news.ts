import { NOTICE_SQL } from '@app/notices';
import type { Tx } from '@app/platform';

/** Puts questions about an agency as a whole into the digest of whoever has them, each once, however often it is opened again. Returns the notices opened. */
export async function tellAgencies(tx: Tx, keys: readonly string[]): Promise<number> {
  const [row] = await tx.query<{ notices: number }>(TELL, [keys], 'agency_questions_tell');
  return row!.notices;
}

const CONSUMER = `'overstay.agency-questions'`;
const TELL = `
  with asked as (
    select t.* from desk_task t where t.dedupe_key = any ($1::text[]) and t.state = 'open'),
  fresh as (insert into inbox (consumer, message_id) select ${CONSUMER}, id from asked on conflict do nothing returning message_id),
  told as (
    select case t.desk when 'agency' then 'AGENCY:' || t.agency_id when 'centre' then 'ESC:' || t.province_code else 'SO:' || t.province_code end as addressee,
      'digest' as notice_kind, t.province_code, null::text as commune_code, case t.desk when 'agency' then t.agency_id end as organisation_id,
      t.kind as item_kind, t.id as ref_id, null::uuid as case_id, null::text as case_code, t.due_on, false as verifying, null::uuid as batch_id
    from asked t join fresh f on f.message_id = t.id where t.desk in ('agency', 'centre', 'department')),
  ${NOTICE_SQL.owe('told')}
  select (select count(*)::int from notice_opened) as notices`;
