import { newId, type LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { CaseFacts } from '../domain/case-facts';
import type { EventDetail } from '../domain/event-detail';
import type { Guard } from '../domain/guards';
import type { ContractTerms, Proof } from '../domain/milestone';
import type { StoredEvent } from '../domain/replay-case';
import type { StoredStage } from '../domain/stages';
import { CASE_COLUMNS, type CaseRow, factValues } from './case-row';
import { CLOSE_GAPS_SQL, recordSql } from './record-sql';

export interface LockedCase extends CaseRow {
  today: LocalDate;
}

/** Everything one transition writes. */
export interface Transition {
  readonly row: Pick<CaseRow, 'id' | 'version' | 'stage' | 'province_code'>;
  readonly requestId: string;
  readonly kind: string;
  readonly effectiveOn: LocalDate | null;
  readonly proof: Proof;
  readonly documentId: string | null;
  readonly correctsId: number | null;
  readonly batchId: string | null;
  readonly detail: EventDetail;
  readonly after: CaseFacts;
  readonly learnt: boolean;
  readonly contract: ContractTerms | undefined;
  readonly gaps: readonly Guard[];
  readonly topic: string;
}

export interface FirstAnswer {
  eventId: number;
  stage: StoredStage;
  version: number;
}

export const CaseRepository = {
  /** Locks the case and brings all its facts, in one read. Weaker than FOR UPDATE: foreign keys to the case need not wait. */
  async lock(tx: Tx, caseId: string): Promise<LockedCase | undefined> {
    const rows = await tx.query<LockedCase>(
      `select ${CASE_COLUMNS}, business_day() as today from case_file c where c.id = $1 for no key update`,
      [caseId],
      'case_lock',
    );
    return rows[0];
  },

  /** Undefined when this request was recorded before. */
  async record(tx: Tx, t: Transition): Promise<{ eventId: number; updated: number } | undefined> {
    const some = { contract: t.contract !== undefined, gaps: t.gaps.length > 0 };
    const rows = await tx.query<{ event_id: number; updated: number }>(
      recordSql(some),
      [
        t.row.id,
        t.requestId,
        t.kind,
        t.effectiveOn,
        tx.actor.accountId,
        tx.actor.organisationId,
        t.row.stage,
        t.after.stage,
        t.row.version,
        t.proof,
        t.documentId,
        t.correctsId,
        t.batchId,
        JSON.stringify(t.detail),
        t.learnt,
        t.topic,
        t.row.province_code,
        tx.actor.login,
        ...factValues(t.after),
        ...(t.contract ? [JSON.stringify({ ...t.contract, id: newId() })] : []),
        ...(some.gaps ? [t.gaps] : []),
      ],
      `case_record${some.contract ? '_c' : ''}${some.gaps ? '_g' : ''}`,
    );
    return rows[0] && { eventId: rows[0].event_id, updated: rows[0].updated };
  },

  async firstAnswer(tx: Tx, caseId: string, requestId: string): Promise<FirstAnswer | undefined> {
    const rows = await tx.query<FirstAnswer>(
      `select id as "eventId", stage_after as stage, case_version as version from case_event where case_id = $1 and request_id = $2 order by ordinal desc limit 1`,
      [caseId, requestId],
      'case_first_answer',
    );
    return rows[0];
  },

  /** True when the case has no open gap left. */
  async closeGaps(tx: Tx, caseId: string, proven: readonly Guard[]): Promise<boolean> {
    const rows = await tx.query<{ closed: boolean }>(CLOSE_GAPS_SQL, [caseId, proven], 'case_close_gaps');
    return rows.some(({ closed }) => closed);
  },

  async events(tx: Tx, caseId: string): Promise<StoredEvent[]> {
    return tx.query<StoredEvent & Record<string, unknown>>(
      `select id, kind, effective_on as "effectiveOn", corrects_id as "correctsId", organisation_id as "organisationId", detail from case_event where case_id = $1 order by id`,
      [caseId],
      'case_events',
    );
  },

  /** A correction of an event also ends the contract version it brought. */
  async voidContract(tx: Tx, eventId: number): Promise<void> {
    await tx.execute(`update contract_version set voided_at = now() where event_id = $1 and voided_at is null`, [eventId]);
  },

  async openItems(tx: Tx, caseId: string): Promise<number> {
    const [row] = await tx.query<{ n: number }>(`select count(*)::int as n from desk_task where case_id = $1 and state = 'open'`, [caseId]);
    return row?.n ?? 0;
  },
};
