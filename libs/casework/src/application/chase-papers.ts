import { DeskTasks } from '@app/identity';
import { type Actor, DomainError, type LocalDate } from '@app/kernel';
import { TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type CaseCursor, readCursor, writeCursor } from '../domain/case-cursor';
import type { CaseFacts } from '../domain/case-facts';
import { papersOf } from '../domain/case-papers';
import { type DepartureLine, missingOf, type ReminderVerdict } from '../domain/departure-line';
import { type DepartureRow, DepartureRows } from '../persistence/departure-rows';
import { factsOf } from '../persistence/case-row';
import type { CaseRules } from '../domain/milestone';
import { phaseOf } from '../domain/stages';
import { CaseRuleBook } from './case-rules';

/** Kind of the task on an agency's desk. */
export const MISSING_PAPERS = 'MISSING_PAPERS';
const FIRST: CaseCursor = { key: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

export interface DeparturesAsked {
  /** Days ahead; exits planned for days past are always among them. */
  readonly within: number;
  readonly after?: string;
  readonly limit?: number;
}

/** Who leaves soon and what is still missing, and the reminder to the agency that has to bring it. */
@Injectable()
export class ChasePapers {
  private readonly book = new CaseRuleBook();

  constructor(private readonly runner: TransactionRunner) {}

  /** The nearest exit first; papers are judged for that day. */
  async list(actor: Actor, { within, after, limit = 50 }: DeparturesAsked): Promise<{ departures: DepartureLine[]; next?: string }> {
    const most = Math.min(Math.max(limit, 1), 100);
    const from = after === undefined ? FIRST : readCursor(after, 'end');
    if (!from) throw new DomainError('malformed', 'CURSOR_UNREADABLE', 'Vị trí trang không hợp lệ. Hãy tải lại danh sách từ đầu.');
    return this.runner.run(actor, async (tx) => {
      const rows = await DepartureRows.page(tx, MISSING_PAPERS, within, from, most + 1);
      const departures = await this.lines(tx, rows.slice(0, most));
      const last = rows.length > most ? departures.at(-1) : undefined;
      return { departures, ...(last && { next: writeCursor({ key: last.plannedExitOn, id: last.caseId }) }) };
    });
  }

  /**
   * Puts one task on the agency's desk for each case that still lacks something, due by the exit; it takes the place of an earlier reminder. A case
   * is reminded of at most once a day.
   */
  async remind(actor: Actor, caseIds: readonly string[], requestId: string): Promise<ReminderVerdict[]> {
    return this.runner.run(
      actor,
      async (tx) => {
        const rows = await DepartureRows.some(tx, MISSING_PAPERS, caseIds);
        const lines = new Map((await this.lines(tx, rows)).map((line) => [line.caseId, line]));
        const today = rows[0]?.today;
        const lacking = rows.filter(
          ({ id }) => lines.get(id)!.agencyId && lines.get(id)!.missing.length > 0 && lines.get(id)!.remindedOn !== today,
        );
        await DeskTasks.closeOfCases(
          tx,
          MISSING_PAPERS,
          lacking.map(({ id }) => id),
          'reminded again',
        );
        await DeskTasks.openMany(
          tx,
          lacking.map((row) => taskOf(row, lines.get(row.id)!)),
        );
        return [...new Set(caseIds)].map((caseId) =>
          verdictOf(
            caseId,
            lines.get(caseId),
            lacking.some(({ id }) => id === caseId),
          ),
        );
      },
      { requestId },
    );
  }

  private async lines(tx: Tx, rows: readonly DepartureRow[]): Promise<DepartureLine[]> {
    if (rows.length === 0) return [];
    const rules = await this.book.rules(tx, rows[0]!.today);
    return rows.map((row) => {
      const facts = factsOf(row);
      return {
        caseId: row.id,
        caseCode: row.code,
        workerId: row.worker_id,
        fullName: row.full_name,
        birthDate: row.birth_date,
        birthPrecision: row.birth_precision,
        communeName: row.commune_name,
        agencyId: row.agency_id,
        agencyName: row.agency_name,
        market: row.market,
        plannedExitOn: row.planned_exit_on,
        daysLeft: row.days_left,
        missing: missingOf(papersOf(facts, [], rules(facts))),
        remindedOn: row.reminded_on,
      };
    });
  }
}

/** Every paper of the gate list serves. */
export const lacksNothing = (facts: CaseFacts, rules: CaseRules): boolean => missingOf(papersOf(facts, [], rules)).length === 0;

/** Ends the reminder of a case that lacks nothing any more, goes on no more, or is another agency's now. */
export async function settleReminder(
  tx: Tx,
  book: CaseRuleBook,
  { id, agency_id, today }: { id: string; agency_id: string | null; today: LocalDate },
  facts: CaseFacts,
): Promise<void> {
  const complete = async () => lacksNothing(facts, (await book.rules(tx, today))(facts));
  if (phaseOf(facts.stage) !== 'before' || facts.agencyId !== agency_id || (await complete()))
    await DeskTasks.closeOfCases(tx, MISSING_PAPERS, [id], 'settled');
}

function taskOf(row: DepartureRow, { missing }: DepartureLine) {
  return {
    desk: 'agency' as const,
    province: row.province_code,
    agencyId: row.agency_id,
    kind: MISSING_PAPERS,
    dedupeKey: `missing-papers:${row.id}:${row.agency_id}:${row.today}`,
    caseId: row.id,
    workerId: row.worker_id,
    detail: { guards: missing.map(({ guard }) => guard), on: row.today },
    dueOn: row.planned_exit_on > row.today ? row.planned_exit_on : row.today,
  };
}

function verdictOf(caseId: string, line: DepartureLine | undefined, reminded: boolean): ReminderVerdict {
  if (reminded) return { caseId, outcome: 'reminded' };
  if (!line)
    return { caseId, outcome: 'refused', message: 'Hồ sơ này không còn chờ xuất cảnh, hoặc chưa có ngày dự kiến. Hãy tải lại danh sách.' };
  if (line.missing.length === 0) return { caseId, outcome: 'refused', message: `${line.fullName}: đã đủ giấy tờ, không cần nhắc.` };
  if (!line.agencyId)
    return { caseId, outcome: 'refused', message: `${line.fullName}: không đi qua doanh nghiệp. Hãy gọi trực tiếp cho người lao động.` };
  return { caseId, outcome: 'unchanged' };
}
