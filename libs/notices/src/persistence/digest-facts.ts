import type { Tx } from '@app/platform';
import { NOTICE_SQL } from './notice-sql';

export interface DigestFact {
  /** Id of the case event. */
  eventId: number;
  /** `DEPARTURE`, `RETURN`, …: a phrase of notice-phrases. */
  kind: string;
  caseId: string;
  caseCode: string;
  province: string;
  /** Who is told: the commune with the code of today, or an office of the bank. */
  to: { readonly commune: string } | { readonly bankId: string };
  /** Bulk import that brought the fact. */
  batchId: string | null;
}

/** Adds the facts not taken before; returns how many. `digestAt` is HH:MM in Asia/Ho_Chi_Minh of the day after. */
export async function addFacts(tx: Tx, facts: readonly DigestFact[], digestAt: string): Promise<number> {
  const rows = facts.map(({ to, ...fact }) => ({ ...fact, ...to }));
  const [row] = await tx.query<{ added: number }>(ADD, [JSON.stringify(rows), digestAt], 'notice_add_facts');
  return row!.added;
}

/** Counted from now in days of the business calendar, so that a frozen business day keeps its order of events. */
const NEXT_MORNING = `now() + (date_trunc('day', now() at time zone 'Asia/Ho_Chi_Minh') + interval '1 day' + $2::time - now() at time zone 'Asia/Ho_Chi_Minh')`;

const ADD = `
  with fact as (
    select f.*, case when f."bankId" is null then 'notices.digest' else 'notices.bank' end as consumer
    from jsonb_to_recordset($1::jsonb) as f("eventId" bigint, kind text, "caseId" uuid, "caseCode" text, province text, commune text, "bankId" uuid, "batchId" uuid)),
  fresh as (insert into inbox (consumer, message_id) select distinct consumer, "eventId" from fact on conflict do nothing returning consumer, message_id),
  told as (
    select distinct on (f."eventId", f.consumer, f."bankId") case when f."bankId" is null then 'COMMUNE:' || f.commune else 'BANK:' || f."bankId" end as addressee,
      'digest' as notice_kind, f.province as province_code, f.commune as commune_code, f."bankId" as organisation_id, f.kind as item_kind, f."eventId" as ref_id,
      f."caseId" as case_id, f."caseCode" as case_code, null::date as due_on, false as verifying, f."batchId" as batch_id
    from fact f join fresh on fresh.message_id = f."eventId" and fresh.consumer = f.consumer),
  ${NOTICE_SQL.owe('told', { dueAt: NEXT_MORNING })}
  select (select count(*)::int from notice_item_added) as added`;
