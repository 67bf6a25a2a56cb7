import { type Actor, DomainError } from '@app/kernel';
import { AlertQueries } from '@app/overstay';
import { TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { armsOf, readWorkCursor, startOf, type WorkArm, writeWorkCursor } from '../domain/work-arms';
import type { WorkCounts, WorkFilter, WorkKind, WorkPage } from '../domain/work-row';
import { alertTitle, taskText } from '../domain/work-texts';
import { SnoozeRows } from '../persistence/snooze-rows';
import { WorkDetailRows } from '../persistence/work-detail-rows';
import { type WorkPlace, WorkRows } from '../persistence/work-rows';
import { describeWork } from './describe-work';
import { workPlaceOf } from './work-place';

/** "What must I do today": everything that waits for the actor's desk in one list, most pressing first, and why each row is there. */
@Injectable()
export class WorkQueue {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly alerts: AlertQueries,
  ) {}

  /** `next` continues exactly after the last row, whatever was done meanwhile; the first page brings the counts. */
  async list(actor: Actor, filter: WorkFilter = {}): Promise<WorkPage> {
    const cursor = filter.after === undefined ? undefined : readWorkCursor(filter.after);
    if (filter.after !== undefined && !cursor)
      throw new DomainError('malformed', 'CURSOR_UNREADABLE', 'Vị trí trang không hợp lệ. Hãy tải lại danh sách từ đầu.');
    const place = workPlaceOf(actor);
    const limit = Math.min(Math.max(filter.limit ?? 50, 1), 100);
    return this.runner.run(actor, async (tx) => {
      const today = await WorkRows.today(tx);
      const all = armsOf(place.desk, today, actor.scope.kind === 'province');
      const arms = all.filter((arm) => fits(arm, filter)).map((arm) => ({ arm, start: startOf(arm, cursor) }));
      const hits = await WorkRows.page(
        tx,
        { place, arms: arms.filter(({ start }) => start), code: filter.code, hidden: filter.hidden ?? false },
        limit + 1,
      );
      const last = hits.length > limit ? hits[limit - 1] : undefined;
      return {
        today,
        rows: await describeWork(tx, this.alerts, hits.slice(0, limit), today),
        ...(last && { next: writeWorkCursor(last) }),
        ...(!cursor && !filter.uncounted && { counts: await this.counts(tx, place, all) }),
      };
    });
  }

  private async counts(tx: Tx, place: WorkPlace, arms: readonly WorkArm[]): Promise<WorkCounts> {
    const kinds = await WorkRows.count(tx, { place, arms: arms.map((arm) => ({ arm })), hidden: false });
    const sum = (bucket: WorkArm['bucket']) => kinds.reduce((total, one) => total + (one.bucket === bucket ? one.rows : 0), 0);
    return {
      urgent: sum('urgent'),
      today: sum('today'),
      week: sum('week'),
      later: sum('later'),
      waiting: sum('waiting'),
      hidden: await SnoozeRows.count(tx, place.organisationId),
      doneToday: await WorkDetailRows.doneToday(tx, place.organisationId),
      kinds: kinds.map((one) => ({ ...one, title: titleOf(one.kind, one.code) })),
    };
  }
}

const fits = (arm: WorkArm, { bucket, kind }: WorkFilter): boolean => (!bucket || arm.bucket === bucket) && (!kind || arm.kind === kind);

function titleOf(kind: WorkKind, code: string): string {
  const titles: Record<WorkKind, (code: string) => string> = {
    alert: alertTitle,
    task: (one) => taskText(one).title,
    proposal: () => 'Đề nghị xác nhận cư trú quá hạn',
    batch: () => 'Tệp nhập đang giữ thông báo',
  };
  return titles[kind](code);
}
