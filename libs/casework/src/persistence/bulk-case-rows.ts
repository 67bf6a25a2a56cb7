import { newId } from '@app/kernel';
import { copyRows, type CopyValue } from '@app/workers';
import type { Tx } from '@app/platform';
import type { CaseFacts } from '../domain/case-facts';
import type { EventDetail } from '../domain/event-detail';
import type { Guard } from '../domain/guards';
import type { ContractTerms, Proof } from '../domain/milestone';
import type { StoredStage } from '../domain/stages';
import {
  ANNOUNCE_EVENTS,
  CONTRACT_COLUMNS,
  CREATE_CASES,
  CREATE_CODES,
  CREATE_CONTRACTS,
  CREATE_EVENTS,
  CREATE_GAPS,
  EVENT_COLUMNS,
  EVENTS_OF_KNOWN,
  STAGE_CASES,
  STAGE_CONTRACTS,
  STAGE_EVENTS,
  STAGING_COLUMNS,
  UPDATE_CASES,
} from './bulk-case-sql';
import { factValues } from './case-row';

/** One event to append; `topic` only when other contexts are told of it one by one. */
export interface EventWrite {
  readonly kind: string;
  readonly effectiveOn: string | null;
  readonly stageBefore: StoredStage | null;
  readonly stageAfter: StoredStage;
  readonly proof: Proof;
  readonly detail: EventDetail;
  readonly contract?: ContractTerms;
  readonly documentId?: string | null;
  readonly topic?: string;
  readonly requestId: string;
  readonly ordinal: number;
}

/** A case to make (`version` 0) or to move on from `version`, with everything that happened to it. */
export interface CaseWrite {
  readonly id: string;
  readonly code: string;
  readonly workerId: string;
  readonly provinceCode: string;
  readonly communeCode: string | null;
  readonly declaredUnitId?: number | null;
  readonly bankId?: string | null;
  readonly version: number;
  readonly openedFrom: 'desk' | 'record';
  readonly externalCode?: string | null;
  readonly learnt: boolean;
  readonly after: CaseFacts;
  readonly events: readonly EventWrite[];
  readonly gapSource?: 'record' | 'departure';
  readonly gaps: readonly Guard[];
  readonly sourceRef?: string | null;
  readonly batchId?: string | null;
}

export interface WrittenEvent {
  caseId: string;
  requestId: string;
  eventId: number;
}

/** Set-based writing of many cases: two COPYs, then one statement per table. */
export const BulkCaseRows = {
  /** `lost`: new cases another transaction made impossible. `events`: those of cases that existed before. */
  async write(tx: Tx, writes: readonly CaseWrite[]): Promise<{ lost: Set<string>; events: WrittenEvent[] }> {
    if (writes.length === 0) return { lost: new Set(), events: [] };
    await tx.execute([STAGE_CASES, STAGE_EVENTS, STAGE_CONTRACTS, 'truncate bulk_case, bulk_event, bulk_contract'].join('; '));
    let n = 0;
    const appended = writes.flatMap((write) => write.events.map((event) => ({ n: n++, write, event })));
    const contracts = appended.filter(({ event }) => event.contract);
    await copyRows(tx, 'bulk_case', STAGING_COLUMNS, writes, caseCells);
    await copyRows(tx, 'bulk_event', EVENT_COLUMNS, appended, eventCells);
    await copyRows(tx, 'bulk_contract', CONTRACT_COLUMNS, contracts, contractCells);
    const lost = await this.cases(tx, writes);
    await tx.execute(CREATE_EVENTS, [tx.actor.accountId, tx.actor.organisationId]);
    if (contracts.length > 0) await tx.execute(CREATE_CONTRACTS);
    if (appended.some(({ event }) => event.topic)) await tx.execute(ANNOUNCE_EVENTS);
    const known = writes.some(({ version }) => version > 0);
    const events = known ? await tx.query<WrittenEvent & Record<string, unknown>>(EVENTS_OF_KNOWN) : [];
    if (writes.some(({ gaps }) => gaps.length > 0)) await tx.execute(CREATE_GAPS);
    if (writes.some(({ externalCode }) => externalCode)) await tx.execute(CREATE_CODES);
    return { lost, events };
  },

  async cases(tx: Tx, writes: readonly CaseWrite[]): Promise<Set<string>> {
    const known = writes.filter(({ version }) => version > 0).length;
    const lost = known < writes.length ? (await tx.query<{ id: string }>(CREATE_CASES)).map(({ id }) => id) : [];
    const moved = known > 0 ? await tx.execute(UPDATE_CASES) : 0;
    if (moved !== known) throw new Error('a case locked for a bulk was changed by somebody else');
    if (lost.length > 0) {
      await tx.execute(`delete from bulk_case where id = any ($1::uuid[])`, [lost]);
      await tx.execute(`delete from bulk_event where case_id = any ($1::uuid[])`, [lost]);
    }
    return new Set(lost);
  },
};

function caseCells(w: CaseWrite): CopyValue[] {
  return [
    w.id,
    w.code,
    w.workerId,
    w.provinceCode,
    w.communeCode,
    w.declaredUnitId,
    w.bankId,
    w.version,
    w.openedFrom,
    w.externalCode,
    w.learnt,
    w.gapSource,
    w.gaps.length > 0 ? w.gaps : null,
    w.sourceRef,
    w.batchId,
    ...factValues(w.after),
  ];
}

interface Appended {
  readonly n: number;
  readonly write: CaseWrite;
  readonly event: EventWrite;
}

function eventCells({ n, write, event: e }: Appended): CopyValue[] {
  return [
    n,
    write.id,
    e.requestId,
    e.ordinal,
    e.kind,
    e.effectiveOn,
    e.stageBefore,
    e.stageAfter,
    write.version + 1,
    e.proof,
    e.documentId,
    write.batchId,
    JSON.stringify(e.detail),
    e.topic,
  ];
}

function contractCells({ n, write, event: { contract: c } }: Appended): CopyValue[] {
  return [
    newId(),
    n,
    write.id,
    c!.kind,
    c!.number,
    c!.signedOn,
    c!.startsOn,
    c!.endsOn,
    c!.termMonths,
    c!.employer,
    c!.workplace,
    c!.occupation,
    c!.wage,
    c!.wageCurrency,
  ];
}
