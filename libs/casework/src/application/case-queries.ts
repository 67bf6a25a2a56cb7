import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, notFound } from '@app/kernel';
import { TransactionRunner, type Tx } from '@app/platform';
import { readCursor, writeCursor } from '../domain/case-cursor';
import { offersOf } from '../domain/case-offers';
import { judgedFor, papersOf, waitUntil } from '../domain/case-papers';
import { milestoneRow, type MilestoneKind } from '../domain/case-lifecycle';
import type { CaseDetail, CaseFilter, CaseLine, CaseOfWorker, CasePage, CurrentCase, GapLine, TimelineLine } from '../domain/case-line';
import { deriveStage } from '../domain/derive-stage';
import { GUARDS } from '../domain/guards';
import { CaseDetailRows } from '../persistence/case-detail-rows';
import { CaseListRows, type ListRow } from '../persistence/case-list-rows';
import { factsOf } from '../persistence/case-row';
import { CaseRuleBook, type StayRuleTable } from './case-rules';
import { listQuery } from './list-query';

/** Lines of a file are read in pages of this size. */
const FILE_PAGE = 2_000;
const NO_GAP = '00000000-0000-0000-0000-000000000000';

/** What the desks read: lists by (contract end, id), one case, its history, its gaps. The stage is shown as the calendar sees it. */
@Injectable()
export class CaseQueries {
  private readonly book = new CaseRuleBook();

  constructor(private readonly runner: TransactionRunner) {}

  /** Cases of the actor's own place; `next` continues exactly after the last line, whatever changed meanwhile. */
  async list(actor: Actor, filter: CaseFilter): Promise<CasePage> {
    const limit = Math.min(Math.max(filter.limit ?? 50, 1), 100);
    return this.runner.run(actor, (tx) => this.page(tx, filter, limit));
  }

  /** Every line of a filter in its order, page by page, for files: at most `most` lines, read as one moment of the database by one transaction. */
  async *pages(tx: Tx, filter: CaseFilter, most: number): AsyncGenerator<readonly CaseLine[]> {
    for (let after: string | undefined, left = most; left > 0;) {
      const { cases, next } = await this.page(tx, { ...filter, after, withTotal: false }, Math.min(left, FILE_PAGE));
      yield cases;
      left -= cases.length;
      if (next === undefined) return;
      after = next;
    }
  }

  private async page(tx: Tx, filter: CaseFilter, limit: number): Promise<CasePage> {
    const sort = filter.sort ?? 'end';
    const after = filter.after === undefined ? undefined : readCursor(filter.after, sort);
    if (filter.after !== undefined && !after)
      throw new DomainError('malformed', 'CURSOR_UNREADABLE', 'Vị trí trang không hợp lệ. Hãy tải lại danh sách từ đầu.');
    const stay = await this.book.stayRules(tx);
    const query = await listQuery(tx, filter, after, limit + 1, stay);
    const rows = query ? await CaseListRows.page(tx, query) : [];
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      cases: rows.slice(0, limit).map((row) => line(row, stay)),
      ...(last && { next: writeCursor({ key: sort === 'end' ? last.listEnd : last.nameOrder, id: last.id }) }),
      ...(filter.withTotal && { total: rows[0]?.total ?? 0 }),
    };
  }

  /** Throws NOT_FOUND for a case that does not exist or is out of scope. */
  async detail(actor: Actor, caseId: string): Promise<CaseDetail> {
    return this.runner.run(actor, async (tx) => {
      const row = await CaseDetailRows.find(tx, caseId);
      if (!row) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
      const facts = factsOf(row);
      const stay = await this.book.stayRules(tx);
      const rules = await this.book.rules(tx, row.today);
      const { notSentDays, programme } = await this.book.around(tx, facts);
      return {
        ...facts,
        id: row.id,
        code: row.code,
        workerId: row.worker_id,
        provinceCode: row.province_code,
        communeCode: row.commune_code,
        version: row.version,
        stage: deriveStage(facts, row.today, stay.of(row.market)),
        storedStage: row.stage,
        openGaps: row.open_gaps,
        otherCases: row.other_cases,
        today: row.today,
        communeName: row.commune_name,
        agencyName: row.agency_name,
        papers: papersOf(facts, row.open_gaps, rules(facts)),
        papersFor: judgedFor(facts, row.today),
        waitUntil: waitUntil(facts, notSentDays),
        programmeTitle: programme?.title ?? null,
        offers: offersOf(facts, actor.role),
        contracts: await CaseDetailRows.contracts(tx, caseId),
      };
    });
  }

  /** The current case of each of these persons, as far as the actor sees cases. */
  async currentOf(tx: Tx, workerIds: readonly string[]): Promise<CurrentCase[]> {
    if (workerIds.length === 0) return [];
    const stay = await this.book.stayRules(tx);
    const rows = await CaseDetailRows.currentOf(tx, workerIds);
    return rows.map(({ stayUntil, returnedOn, today, ...shown }) => ({
      ...shown,
      stage: deriveStage({ ...shown, stayUntil, returnedOn }, today, stay.of(shown.market)),
    }));
  }

  /** Whose case bears the code; undefined: no case the actor sees. */
  async workerOfCode(tx: Tx, code: string): Promise<string | undefined> {
    return CaseDetailRows.workerOfCode(tx, code);
  }

  /** Cases of one person that the actor may see, newest first. */
  async ofWorker(actor: Actor, workerId: string): Promise<CaseOfWorker[]> {
    return this.runner.run(actor, (tx) => CaseDetailRows.ofWorker(tx, workerId));
  }

  /** Every event in the order it was recorded, corrected ones marked. */
  async timeline(actor: Actor, caseId: string): Promise<TimelineLine[]> {
    return this.runner.run(actor, async (tx) => {
      const events = await CaseDetailRows.timeline(tx, caseId);
      if (events.length === 0) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
      return events.map((event) => ({ ...event, title: titleOf(event.kind) }));
    });
  }

  /** Guards nobody has proven yet, with the row they came from. */
  async listGaps(actor: Actor, page: { after?: string; limit?: number }): Promise<{ gaps: GapLine[]; next?: string }> {
    const limit = Math.min(Math.max(page.limit ?? 50, 1), 100);
    if (page.after !== undefined && !/^[0-9a-f-]{36}(record|departure)$/.test(page.after))
      throw new DomainError('malformed', 'CURSOR_UNREADABLE', 'Vị trí trang không hợp lệ. Hãy tải lại danh sách từ đầu.');
    const rows = await this.runner.run(actor, (tx) => CaseDetailRows.gaps(tx, page.after ?? NO_GAP, limit + 1));
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    const gaps = rows.slice(0, limit).flatMap(({ guards, ...gap }) => guards.map((guard) => ({ ...gap, guard, title: GUARDS[guard] })));
    return { gaps, ...(last && { next: `${last.caseId}${last.source}` }) };
  }
}

function line(row: ListRow, stay: StayRuleTable): CaseLine {
  const { stayUntil, listEnd: _, nameOrder: __, today, total: ___, ...shown } = row;
  return { ...shown, stage: deriveStage({ ...shown, stayUntil }, today, stay.of(row.market)), loan: null };
}

function titleOf(kind: TimelineLine['kind']): string {
  return kind === 'CORRECTED' ? 'Đính chính' : milestoneRow(kind as MilestoneKind).title;
}
