import { type Actor, DomainError, type LocalDate } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { CommuneDay, CommunePeopleFilter, CommunePeoplePage } from '../domain/commune-lines';
import { CommuneRows, type PeopleCursor } from '../persistence/commune-rows';
import { WorkQueue } from './work-queue';
import { workPlaceOf } from './work-place';

/** What the commune officer's phone shows, each screen in one answer: every round trip costs a second on the roads it is used on. */
@Injectable()
export class CommuneDesk {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly queue: WorkQueue,
  ) {}

  async day(actor: Actor, { after, limit }: { after?: string; limit?: number }): Promise<CommuneDay> {
    const { rows, next } = await this.queue.list(actor, { after, limit: limit ?? 100, uncounted: true });
    const { communes, organisationId } = placeOf(actor);
    return this.runner.run(actor, async (tx) => {
      const { today, now } = await CommuneRows.clock(tx);
      const known = await CommuneRows.known(
        tx,
        rows.flatMap(({ caseId }) => caseId ?? []),
      );
      const tasks = rows.map((row) => {
        const { hamlet = null, lastVisitOn = null } = (row.caseId && known.get(row.caseId)) || {};
        return { ...row, hamlet, lastVisitOn };
      });
      return { today, now, tasks, next, month: await CommuneRows.month(tx, communes, organisationId, monthOf(today)) };
    });
  }

  /** By hamlet, then by name. */
  async people(actor: Actor, filter: CommunePeopleFilter): Promise<CommunePeoplePage> {
    const { communes } = placeOf(actor);
    const limit = Math.min(Math.max(filter.limit ?? 100, 1), 200);
    const after = filter.after === undefined ? undefined : readCursor(filter.after);
    return this.runner.run(actor, async (tx) => {
      const rows = await CommuneRows.people(tx, {
        communes,
        abroad: filter.abroad ?? false,
        market: filter.market,
        after,
        limit: limit + 1,
      });
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return {
        today: (await CommuneRows.clock(tx)).today,
        people: rows.slice(0, limit).map((row) => ({ ...row, sortKey: undefined })),
        ...(last && { next: writeCursor([last.hamlet ?? '', last.sortKey, last.workerId]) }),
      };
    });
  }
}

function placeOf(actor: Actor): { communes: readonly string[]; organisationId: string } {
  const { by, organisationId } = workPlaceOf(actor);
  return { communes: by.column === 'commune_code' ? by.values : [], organisationId };
}

const monthOf = (day: LocalDate): LocalDate => `${day.slice(0, 7)}-01` as LocalDate;
const writeCursor = (cursor: PeopleCursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

function readCursor(text: string): PeopleCursor {
  try {
    const cursor = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown;
    const parts = Array.isArray(cursor) ? cursor.filter((part): part is string => typeof part === 'string') : [];
    const [hamlet, sortKey, id] = parts;
    if (parts.length === 3 && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id!)) return [hamlet!, sortKey!, id!];
  } catch {
    // Falls through to the refusal.
  }
  throw new DomainError('malformed', 'CURSOR_UNREADABLE', 'Vị trí trang không hợp lệ. Hãy tải lại danh sách từ đầu.');
}
