import { Injectable } from '@nestjs/common';
import { DeskTasks } from '@app/identity';
import type { Tx } from '@app/platform';
import { topicOf } from '../domain/case-lifecycle';
import type { ExitRecord } from '../domain/case-record';
import { type CaseFacts } from '../domain/case-facts';
import { decide } from '../domain/decide';
import { detailOf } from '../domain/event-detail';
import type { Guard } from '../domain/guards';
import type { CaseRules } from '../domain/milestone';
import { withLastDay } from '../domain/paper-terms';
import type { BulkMilestoneResult, RecordCommand } from '../domain/record-command';
import { type Refusal, refuse } from '../domain/refusals';
import { ONE_AT_A_TIME } from '../domain/stages';
import { BulkCaseRows, type CaseWrite, type EventWrite } from '../persistence/bulk-case-rows';
import { CaseMatchingRows } from '../persistence/case-matching-rows';
import { beforeOf, type CaseRow, factsOf } from '../persistence/case-row';
import { CaseRuleBook } from './case-rules';
import { lacksNothing, MISSING_PAPERS } from './chase-papers';
import { DEPARTURE_GAP, gapTaskKey } from './record-milestone';

interface Draft {
  readonly row: CaseRow;
  facts: CaseFacts;
  learnt: boolean;
  /** Nobody need be reminded of papers any more: gone, or nothing is missing. */
  settled?: boolean;
  readonly events: EventWrite[];
  readonly gaps: Set<Guard>;
  sourceRef?: string | null;
  batchId?: string | null;
}

const BLOCK = 10_000;

/** Many reported facts at once, each judged by the same `decide` as a single report; refused rows stop no other. */
@Injectable()
export class RecordExitsInBulk {
  private readonly book = new CaseRuleBook();

  /** Results in the order of the rows. A case out of scope is refused as CASE_STATE without saying that it exists: `details.missing`. */
  async apply(tx: Tx, rows: readonly ExitRecord[]): Promise<BulkMilestoneResult[]> {
    return this.record(tx, rows.map(asCommand));
  }

  async record(tx: Tx, commands: readonly RecordCommand[]): Promise<BulkMilestoneResult[]> {
    const results: BulkMilestoneResult[] = [];
    for (let start = 0; start < commands.length; start += BLOCK)
      results.push(...(await this.block(tx, commands.slice(start, start + BLOCK))));
    return results;
  }

  private async block(tx: Tx, commands: readonly RecordCommand[]): Promise<BulkMilestoneResult[]> {
    const rows = await CaseMatchingRows.byId(tx, [...new Set(commands.map(({ caseId }) => caseId))]);
    const drafts = new Map<string, Draft>(
      rows.map((row) => [row.id, { row, facts: factsOf(row), learnt: false, events: [], gaps: new Set() }]),
    );
    const first = new Map((await CaseMatchingRows.answered(tx, commands)).map((a) => [`${a.caseId}|${a.requestId}`, a]));
    const away = await CaseMatchingRows.awayElsewhere(
      tx,
      rows.map((row) => row.worker_id),
      rows.map((row) => row.id),
    );
    const today = await CaseMatchingRows.today(tx);
    const rules = await this.book.rules(tx, today);
    const awayHere = new Map(rows.filter((row) => ONE_AT_A_TIME.includes(row.stage)).map((row) => [row.worker_id, row.id]));
    const answers = commands.map((command): BulkMilestoneResult => {
      const before = first.get(`${command.caseId}|${command.requestId}`);
      const draft = drafts.get(command.caseId);
      if (!draft) return { outcome: 'refused', caseId: command.caseId, refusal: refuse('CASE_STATE', { missing: true }) };
      if (before) return { ...before, outcome: 'repeated', gaps: [], facts: draft.facts };
      const taken = take(
        draft,
        command,
        tx,
        rules(draft.facts),
        away.has(draft.row.worker_id) || (awayHere.get(draft.row.worker_id) ?? draft.row.id) !== draft.row.id,
      );
      if (taken.outcome === 'recorded') {
        first.set(`${command.caseId}|${command.requestId}`, {
          caseId: command.caseId,
          requestId: command.requestId,
          eventId: 0,
          stage: taken.stage,
          version: taken.version,
        });
        if (ONE_AT_A_TIME.includes(taken.stage)) awayHere.set(draft.row.worker_id, draft.row.id);
      }
      return taken;
    });
    return this.write(
      tx,
      commands,
      answers,
      [...drafts.values()].filter(({ events }) => events.length > 0),
    );
  }

  private async write(
    tx: Tx,
    commands: readonly RecordCommand[],
    answers: BulkMilestoneResult[],
    drafts: readonly Draft[],
  ): Promise<BulkMilestoneResult[]> {
    const { events } = await BulkCaseRows.write(tx, drafts.map(asWrite));
    const ids = new Map(events.map((event) => [`${event.caseId}|${event.requestId}`, event.eventId]));
    await DeskTasks.closeOfCases(
      tx,
      MISSING_PAPERS,
      drafts.filter(({ settled }) => settled).map(({ row }) => row.id),
      'settled',
    );
    await DeskTasks.openMany(
      tx,
      drafts
        .filter(({ gaps }) => gaps.size > 0)
        .map(({ row, gaps }) => ({
          desk: 'centre' as const,
          province: row.province_code,
          commune: row.commune_code,
          kind: DEPARTURE_GAP,
          dedupeKey: gapTaskKey(row.id),
          caseId: row.id,
          workerId: row.worker_id,
          detail: { guards: [...gaps] },
        })),
    );
    return answers.map((answer, i) =>
      answer.outcome === 'recorded' || answer.outcome === 'repeated'
        ? { ...answer, eventId: ids.get(`${answer.caseId}|${commands[i]!.requestId}`) ?? answer.eventId }
        : answer,
    );
  }
}

function take(draft: Draft, told: RecordCommand, tx: Tx, rules: CaseRules, awayElsewhere: boolean): BulkMilestoneResult {
  const command = withLastDay(told, rules);
  const { row, facts } = draft;
  const caseId = row.id;
  const no = (refusal: Refusal): BulkMilestoneResult => ({ outcome: 'refused', caseId, refusal });
  const decision = decide(facts, { ...command, by: tx.actor.role }, rules);
  if (decision.outcome === 'refused') return no(decision.refusal);
  if (decision.outcome === 'unchanged') return { outcome: 'unchanged', caseId, stage: facts.stage, version: row.version, gaps: [], facts };
  if (awayElsewhere && ONE_AT_A_TIME.includes(decision.facts.stage) && !ONE_AT_A_TIME.includes(facts.stage))
    return no(refuse('OTHER_CASE_ABROAD'));
  draft.events.push({
    kind: command.kind,
    effectiveOn: command.effectiveOn ?? null,
    stageBefore: facts.stage,
    stageAfter: decision.facts.stage,
    proof: command.proof ?? (command.documentId ? 'documented' : 'reported'),
    detail: detailOf(command, command.sourceRef ? { sourceRef: command.sourceRef } : {}),
    contract: command.contract,
    documentId: command.documentId,
    topic: topicOf(command.kind),
    requestId: command.requestId,
    ordinal: 0,
  });
  draft.facts = decision.facts;
  draft.settled = Boolean(decision.facts.departedOn) || lacksNothing(decision.facts, rules);
  draft.learnt ||= decision.learnt;
  for (const gap of decision.gaps) draft.gaps.add(gap);
  draft.sourceRef ??= command.sourceRef;
  draft.batchId ??= command.batchId;
  return {
    outcome: 'recorded',
    caseId,
    stage: decision.facts.stage,
    version: row.version + 1,
    gaps: decision.gaps,
    facts: decision.facts,
    before: beforeOf(row),
  };
}

function asWrite({ row, facts, learnt, events, gaps, sourceRef, batchId }: Draft): CaseWrite {
  return {
    id: row.id,
    code: row.code,
    workerId: row.worker_id,
    provinceCode: row.province_code,
    communeCode: row.commune_code,
    version: row.version,
    openedFrom: 'desk',
    learnt,
    after: facts,
    events,
    gapSource: 'departure',
    gaps: [...gaps],
    sourceRef,
    batchId,
  };
}

/** A reported exit with its workplace and contract is one fact. */
function asCommand(row: ExitRecord): RecordCommand {
  const { contractStart, contractEnd, employer, workplace, market, gate, note } = row;
  const contract =
    contractStart || contractEnd || employer
      ? { kind: 'employment' as const, startsOn: contractStart, endsOn: contractEnd, employer, workplace }
      : undefined;
  return {
    caseId: row.caseId,
    requestId: row.requestId,
    kind: 'DEPARTED',
    effectiveOn: row.exitOn,
    batchId: row.batchId,
    sourceRef: row.sourceRef,
    ...(contract && { contract }),
    detail: {
      ...row.detail,
      ...(market && { market }),
      ...(employer && { employer }),
      ...(workplace && { workplace }),
      ...(gate && { gate }),
      ...(note && { note }),
    },
  };
}
