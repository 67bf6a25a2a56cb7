import { type Actor, DomainError, type LocalDate, notFound } from '@app/kernel';
import { TransactionRunner, type Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { asksForReturn, closingDeedsOf, deskOf } from '../domain/alert-answer';
import type { AlertFilter, AlertHistory, AlertLine, AlertPage } from '../domain/alert-line';
import { nextActionText, whyText } from '../domain/alert-texts';
import { AlertList, type AlertListRow } from '../persistence/alert-list';
import { ProposalRows } from '../persistence/proposal-rows';
import { VisitRows } from '../persistence/visit-rows';

/** A host's offer to leave without penalty (policy rows `stay.amnesty`). */
interface Amnesty {
  from: LocalDate;
  until: LocalDate;
  /** Who began to overstay after this day has no part in it. */
  overstayedUntil?: LocalDate;
}

/** What an office has to answer, and everything that was ever asked of a case. The actor's scope decides what exists. */
@Injectable()
export class AlertQueries {
  constructor(private readonly runner: TransactionRunner) {}

  /** Earliest deadline first. An office sees what it must answer or was told of; department and leaders of the province see all. */
  async list(actor: Actor, filter: AlertFilter = {}): Promise<AlertPage> {
    return this.runner.run(actor, async (tx) => {
      const limit = Math.min(Math.max(filter.limit ?? 50, 1), 100);
      const desk = deskOf(actor.role);
      const rows = await AlertList.page(tx, {
        states: filter.states ?? ['open', 'answered'],
        after: readCursor(filter.after),
        rule: filter.rule,
        communeCode: filter.communeCode,
        family: filter.family,
        owner: filter.owner,
        overdue: filter.overdue ?? false,
        desk: desk === 'department' && !filter.mine ? undefined : desk,
        mine: filter.mine ?? false,
        limit: limit + 1,
      });
      const alerts = await described(tx, rows.slice(0, limit));
      const last = alerts.at(-1);
      return { alerts, next: rows.length > limit && last ? `${last.answerBy ?? 'infinity'}_${last.id}` : undefined };
    });
  }

  async get(actor: Actor, id: number): Promise<AlertHistory> {
    return this.runner.run(actor, async (tx) => {
      const row = await AlertList.one(tx, id);
      if (!row) throw notFound('Không tìm thấy cảnh báo này trong phạm vi của bạn.');
      const [line] = (await described(tx, [row])) as [AlertLine];
      return {
        ...line,
        asksForReturn: asksForReturn(line.family),
        closingDeeds: closingDeedsOf(line),
        recipients: await AlertList.recipients(tx, id),
        answers: await AlertList.answers(tx, id),
      };
    });
  }

  async ofCase(actor: Actor, caseId: string): Promise<AlertLine[]> {
    return this.runner.run(actor, async (tx) => described(tx, await AlertList.ofCase(tx, caseId)));
  }

  /** Lines of these alerts as far as the actor sees them, in no order: for lists of other contexts. */
  async lines(tx: Tx, ids: readonly number[]): Promise<AlertLine[]> {
    return ids.length ? described(tx, await AlertList.some(tx, ids)) : [];
  }

  async visitsOfCase(actor: Actor, caseId: string): Promise<Record<string, unknown>[]> {
    return this.runner.run(actor, (tx) => VisitRows.list(tx, caseId));
  }

  /** What waits for the department's decision. */
  async pendingProposals(actor: Actor): Promise<Record<string, unknown>[]> {
    return this.runner.run(actor, (tx) => ProposalRows.listPending(tx));
  }
}

async function described(tx: Tx, rows: readonly AlertListRow[]): Promise<AlertLine[]> {
  if (!rows.length) return [];
  const [{ today }] = (await tx.query<{ today: LocalDate }>(`select business_day() as today`)) as [{ today: LocalDate }];
  const book = await PolicyBook.at(tx, today);
  return rows.map(({ verifying, market, stayEnd, ...rest }) => {
    const row = rest as unknown as Omit<AlertLine, 'why' | 'nextAction'>;
    const amnesty = book.value<Amnesty>('stay.amnesty', market);
    const departureWindow =
      amnesty !== undefined &&
      amnesty.from <= today &&
      today <= amnesty.until &&
      (stayEnd ?? row.targetDate) < (amnesty.overstayedUntil ?? amnesty.until);
    const text = { ...row, verifying, departureWindow };
    return { ...row, why: whyText(text), nextAction: nextActionText(text, text.owner) };
  });
}

function readCursor(after: string | undefined): [string, number] {
  if (after === undefined) return ['-infinity', 0];
  const parts = /^(\d{4}-\d{2}-\d{2}|infinity)_(\d{1,15})$/.exec(after);
  if (!parts) throw new DomainError('malformed', 'CURSOR_WRONG', 'Vị trí trang không đúng. Hãy tải lại danh sách từ đầu.');
  return [parts[1]!, Number(parts[2])];
}
