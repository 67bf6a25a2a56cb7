import { BANK_FACTS, BorrowerNews } from '@app/loans';
import type { DigestFact } from '@app/notices';
import type { Tx } from '@app/platform';
import { DIGEST_FACTS } from '../outbox-routes';

/**
 * What a commune is told of recorded events: by the case's commune of today. Left out: cases whose commune is not known yet
 * (the centre has a task about them) and events that were corrected meanwhile.
 */
export async function findRecordedFacts(tx: Tx, eventIds: readonly number[]): Promise<DigestFact[]> {
  const rows = await tx.query<Omit<DigestFact, 'kind' | 'to'> & { event: keyof typeof DIGEST_FACTS; commune: string }>(
    `select e.id as "eventId", e.kind as event, c.id as "caseId", c.code as "caseCode", c.province_code as province, c.commune_code as commune, e.batch_id as "batchId"
     from case_event e join case_file c on c.id = e.case_id
     where e.id = any ($1::bigint[]) and e.kind = any ($2) and c.commune_code is not null
       and not exists (select from case_event k where k.case_id = e.case_id and k.corrects_id = e.id)`,
    [eventIds, Object.keys(DIGEST_FACTS)],
    'recorded_facts',
  );
  return rows.map(({ event, commune, ...row }) => ({ ...row, to: { commune }, kind: DIGEST_FACTS[event] }));
}

/** What the banks are told of recorded events: of their borrowers only, whoever else is told. */
export async function findBorrowerFacts(tx: Tx, eventIds: readonly number[]): Promise<DigestFact[]> {
  return (await BorrowerNews.ofEvents(tx, eventIds)).map(({ fact, corrected, bankId, ...row }) => ({
    ...row,
    to: { bankId },
    kind: corrected ? 'CORRECTION' : BANK_FACTS[fact],
  }));
}
