import { Injectable } from '@nestjs/common';
import { newCaseCode, newId } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { BulkCaseResult, CaseRecord } from '../domain/case-record';
import { detailOf } from '../domain/event-detail';
import { matchCase } from '../domain/match-case';
import type { CaseRules } from '../domain/milestone';
import { refuse } from '../domain/refusals';
import { ONE_AT_A_TIME } from '../domain/stages';
import { type TakenRecord, takeRecord } from '../domain/take-record';
import { BulkCaseRows, type CaseWrite } from '../persistence/bulk-case-rows';
import { CaseMatchingRows, type MatchRow } from '../persistence/case-matching-rows';
import { beforeOf, factsOf } from '../persistence/case-row';
import { CaseRuleBook, type RuledCase } from './case-rules';

const BLOCK = 5_000;
const SLICE = 250;

interface Planned {
  readonly at: number;
  readonly record: CaseRecord;
  readonly known?: MatchRow;
  readonly taken: TakenRecord;
  readonly write: CaseWrite;
}

/**
 * Opens or completes many cases from a register: each record is matched with the person's known cases and taken in by
 * {@link takeRecord}; guards nobody proved become open gaps. History is kept, but nobody is told of years-old departures: only the batch is
 * announced. Writes no audit entry: the caller's deed is the batch.
 */
@Injectable()
export class OpenCasesInBulk {
  private readonly book = new CaseRuleBook();

  /** Results in the order of the rows; a refused row stops no other. */
  async apply(tx: Tx, rows: readonly CaseRecord[]): Promise<BulkCaseResult[]> {
    const results: BulkCaseResult[] = [];
    const today = await CaseMatchingRows.today(tx);
    const rules = await this.book.rules(tx, today, 'record');
    const all = [...rounds(rows)];
    let ready = all[0] ? await planAll(all[0], await knownCases(tx, all[0]), rules) : [];
    for (const [i, round] of all.entries()) {
      const next = all[i + 1];
      // The connection does one thing at a time: the next round is read before this one is written, and planned while it is.
      const known = next && apart(round, next) ? await knownCases(tx, next) : undefined;
      const writing = this.write(tx, ready, results);
      writing.catch(() => undefined);
      const planned = next && known ? await planAll(next, known, rules) : undefined;
      await writing;
      if (next) ready = planned ?? (await planAll(next, await knownCases(tx, next), rules));
    }
    return results;
  }

  private async write(tx: Tx, planned: readonly Planned[], results: BulkCaseResult[]): Promise<void> {
    const away = planned.filter(({ taken }) => ONE_AT_A_TIME.includes(taken.facts.stage));
    const elsewhere = await CaseMatchingRows.awayElsewhere(
      tx,
      away.map(({ record }) => record.workerId),
      planned.map(({ write }) => write.id),
    );
    const writable: Planned[] = [];
    for (const row of planned) {
      if (row.taken.taken.length === 0 && row.known) results[row.at] = answer(row, 'unchanged');
      else if (
        elsewhere.has(row.record.workerId) &&
        ONE_AT_A_TIME.includes(row.taken.facts.stage) &&
        row.known?.stage !== row.taken.facts.stage
      )
        results[row.at] = refused();
      else writable.push(row);
    }
    const { lost } = await BulkCaseRows.write(
      tx,
      writable.map(({ write }) => write),
    );
    for (const row of writable) results[row.at] = lost.has(row.write.id) ? refused() : answer(row, row.known ? 'updated' : 'created');
  }
}

type Round = readonly { readonly at: number; readonly record: CaseRecord }[];

function apart(one: Round, other: Round): boolean {
  const workers = new Set(one.map(({ record }) => record.workerId));
  return !other.some(({ record }) => workers.has(record.workerId));
}

async function knownCases(tx: Tx, round: Round): Promise<Map<string, MatchRow[]>> {
  const known = new Map<string, MatchRow[]>();
  for (const row of await CaseMatchingRows.ofWorkers(
    tx,
    round.map(({ record }) => record.workerId),
  ))
    known.set(row.worker_id, [...(known.get(row.worker_id) ?? []), row]);
  return known;
}

/** In slices, so that the database gets its next statement while this one is being thought about. */
async function planAll(round: Round, known: ReadonlyMap<string, MatchRow[]>, rules: (of: RuledCase) => CaseRules): Promise<Planned[]> {
  const planned: Planned[] = [];
  for (const { at, record } of round) {
    if (planned.length % SLICE === SLICE - 1) await new Promise((resolve) => setImmediate(resolve));
    planned.push(plan(at, record, known.get(record.workerId) ?? [], rules));
  }
  return planned;
}

function plan(at: number, record: CaseRecord, known: readonly MatchRow[], rules: (of: RuledCase) => CaseRules): Planned {
  const candidates = known.map((row) => ({ id: row.id, facts: factsOf(row), externalCodes: row.external_codes }));
  const match = matchCase(record, candidates);
  const row = match && known.find(({ id }) => id === match.id);
  const facts = row && factsOf(row);
  const taken = takeRecord(record, rules(ruledBy(record, facts)), facts && { facts, events: new Map(Object.entries(row!.events)) });
  const id = row?.id ?? newId();
  const write: CaseWrite = {
    id,
    code: row?.code ?? newCaseCode(),
    workerId: record.workerId,
    provinceCode: row?.province_code ?? record.provinceCode,
    communeCode: row ? row.commune_code : record.communeCode,
    declaredUnitId: record.declaredUnitId,
    bankId: record.bankId,
    version: row?.version ?? 0,
    openedFrom: 'record',
    externalCode: record.externalCode,
    learnt: taken.learnt,
    after: taken.facts,
    gapSource: 'record',
    gaps: taken.gaps,
    sourceRef: record.sourceRef,
    batchId: record.batchId,
    events: taken.taken.map(({ fact, stageBefore, stageAfter }, ordinal) => ({
      kind: fact.kind,
      effectiveOn: fact.effectiveOn ?? null,
      stageBefore,
      stageAfter,
      proof: 'unproven' as const,
      contract: fact.contract,
      documentId: fact.documentId,
      requestId: record.requestId,
      ordinal,
      detail: detailOf(
        fact,
        ordinal === 0 && record.sourceRef
          ? { ...(row ? {} : { opened: 'record' as const }), sourceRef: record.sourceRef }
          : ordinal === 0 && !row
            ? { opened: 'record' }
            : {},
      ),
    })),
  };
  return { at, record, known: row, taken, write };
}

/** Records of one person go in one after another, so that the second sees the first. */
function* rounds(rows: readonly CaseRecord[]): Generator<{ at: number; record: CaseRecord }[]> {
  let rest = rows.map((record, at) => ({ at, record }));
  while (rest.length > 0) {
    const seen = new Set<string>();
    const round: typeof rest = [];
    const later: typeof rest = [];
    for (const row of rest) {
      if (round.length >= BLOCK || seen.has(row.record.workerId)) later.push(row);
      else round.push(row);
      seen.add(row.record.workerId);
    }
    yield round;
    rest = later;
  }
}

function answer({ write, taken, known }: Planned, outcome: 'created' | 'updated' | 'unchanged'): BulkCaseResult {
  return {
    outcome,
    caseId: write.id,
    caseCode: write.code,
    stage: taken.facts.stage,
    version: outcome === 'unchanged' ? write.version : write.version + 1,
    recorded: taken.taken.map(({ fact }) => fact.kind),
    differing: taken.differing,
    gaps: taken.gaps,
    ...(known && { before: beforeOf(known) }),
  };
}

function refused(): BulkCaseResult {
  return { outcome: 'refused', recorded: [], differing: [], gaps: [], refusal: refuse('OTHER_CASE_ABROAD') };
}

/** What a known case lacks its record tells; what it has stays. */
const ruledBy = (record: CaseRecord, known?: RuledCase): RuledCase => ({
  market: known?.market ?? record.market ?? null,
  programme: known?.programme ?? record.programme ?? null,
  legalForm: known?.legalForm ?? record.legalForm ?? null,
});
