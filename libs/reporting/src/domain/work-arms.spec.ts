import { localDate } from '@app/kernel';
import { checkSnooze } from './snooze';
import { armsOf, fitsKind, readWorkCursor, startOf, writeWorkCursor, type WorkCursor } from './work-arms';
import { WORK_BUCKETS, WORK_KINDS } from './work-row';

const today = localDate('2026-11-22');

describe('arms of the queue', () => {
  it('cover every deadline once, without a gap between the buckets', () => {
    const alerts = armsOf('centre', today, true).filter(({ kind, bucket }) => kind === 'alert' && bucket !== 'waiting');
    expect(alerts.map(({ bucket, after, until }) => [bucket, after, until])).toEqual([
      ['urgent', undefined, '2026-11-24'],
      ['week', '2026-11-24', '2026-11-29'],
      ['later', '2026-11-29', undefined],
    ]);
  });

  it('let only the department decide and only a whole province release', () => {
    const has = (desk: 'centre' | 'department' | 'agency' | 'commune', whole: boolean) =>
      armsOf(desk, today, whole)
        .filter(({ kind }) => kind === 'proposal' || kind === 'batch')
        .map(({ kind, bucket }) => `${kind} ${bucket}`);
    expect(has('department', true)).toEqual(['proposal today']);
    expect(has('centre', true)).toEqual(['proposal waiting', 'batch today']);
    expect(has('centre', false)).toEqual(['proposal waiting']);
    expect(has('commune', false)).toEqual([]);
  });

  it('go on exactly after a cursor: nothing twice, nothing left out', () => {
    const rows = WORK_BUCKETS.flatMap((bucket) =>
      WORK_KINDS.flatMap((kind) =>
        ['2026-11-20', '2026-11-21', 'infinity'].flatMap((due) =>
          (kind === 'alert' || kind === 'task'
            ? ['000003', '000005']
            : ['0a000000-0000-4000-8000-000000000000', 'fa000000-0000-4000-8000-000000000000']
          ).map((id): WorkCursor => ({ bucket, due, kind, id })),
        ),
      ),
    );
    const rank = (row: WorkCursor) =>
      [WORK_BUCKETS.indexOf(row.bucket), row.due, WORK_KINDS.indexOf(row.kind), row.id.padStart(40, '0')].join(' ');
    const sorted = [...rows].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
    const width = (id: string) => id.padStart(40, '0');
    for (const [at, cursor] of sorted.entries()) {
      const after = sorted.filter((row) => {
        const start = startOf({ kind: row.kind, bucket: row.bucket }, cursor);
        if (!start) return false;
        const due = start.due === '-infinity' ? '' : start.due;
        return row.due > due || (row.due === due && width(row.id) > width(start.id));
      });
      expect(after).toEqual(sorted.slice(at + 1));
    }
  });

  it('read back the cursors they write and no others', () => {
    const cursor: WorkCursor = { bucket: 'week', due: 'infinity', kind: 'task', id: '42' };
    expect(readWorkCursor(writeWorkCursor(cursor))).toEqual(cursor);
    for (const wrong of [
      '',
      'x',
      Buffer.from('week_2026-11-22_task_abc').toString('base64url'),
      Buffer.from('soon_infinity_task_1').toString('base64url'),
    ])
      expect(readWorkCursor(wrong)).toBeUndefined();
    expect(fitsKind('proposal', '42')).toBe(false);
  });
});

describe('putting off', () => {
  const until = (text: string, due: string | null) => () => checkSnooze(due === null ? null : localDate(due), today, localDate(text));

  it('never beyond the deadline, and nothing that is already due', () => {
    expect(until('2026-11-23', '2026-11-24')).not.toThrow();
    expect(until('2026-11-24', '2026-11-24')).not.toThrow();
    expect(until('2026-11-25', '2026-11-24')).toThrow(/không muộn hơn hạn/);
    expect(until('2026-11-23', '2026-11-22')).toThrow(/đã đến hạn/);
    expect(until('2026-11-23', '2026-11-01')).toThrow(/đã đến hạn/);
  });

  it('at most thirty days, and never to today', () => {
    expect(until('2026-12-22', null)).not.toThrow();
    expect(until('2026-12-23', null)).toThrow(/30 ngày/);
    expect(until('2026-12-23', '2027-05-01')).toThrow(/30 ngày/);
    expect(until('2026-11-22', null)).toThrow(/sau hôm nay/);
  });
});
