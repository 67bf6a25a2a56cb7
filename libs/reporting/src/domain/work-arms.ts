import { addDays, type LocalDate, type Role } from '@app/kernel';
import { WORK_BUCKETS, WORK_KINDS, type WorkBucket, type WorkKind } from './work-row';

export type WorkDesk = 'centre' | 'department' | 'agency' | 'commune';

/** Deadlines from here on are urgent or of this week, in days from today. */
const URGENT_DAYS = 2;
const WEEK_DAYS = 7;

/** Rows of one kind and one bucket: a range of deadlines, read in the order of an index. */
export interface WorkArm {
  readonly kind: WorkKind;
  readonly bucket: WorkBucket;
  /** Deadlines after this day (not included). */
  readonly after?: LocalDate;
  /** Deadlines up to this day (included); absent: to the end, rows without a deadline last. */
  readonly until?: LocalDate;
}

/** The desk a role works at; undefined: this role has no queue. */
export function workDeskOf(role: Role | 'system'): WorkDesk | undefined {
  const desks: Partial<Record<Role | 'system', WorkDesk>> = {
    agency_clerk: 'agency',
    centre_staff: 'centre',
    commune_officer: 'commune',
    department_officer: 'department',
  };
  return desks[role];
}

/** All arms of a desk on a day, in the order of the list. */
export function armsOf(desk: WorkDesk, today: LocalDate, wholeProvince: boolean): WorkArm[] {
  const [urgent, week] = [addDays(today, URGENT_DAYS), addDays(today, WEEK_DAYS)];
  const dated = (kind: WorkKind): WorkArm[] => [
    { kind, bucket: 'urgent', until: urgent },
    { kind, bucket: 'week', after: urgent, until: week },
    { kind, bucket: 'later', after: week },
  ];
  return [
    ...dated('alert'),
    { kind: 'alert', bucket: 'waiting' },
    ...dated('task'),
    { kind: 'task', bucket: 'today' },
    ...(desk === 'department' ? [{ kind: 'proposal', bucket: 'today' } as const] : []),
    ...(desk === 'centre' ? [{ kind: 'proposal', bucket: 'waiting' } as const] : []),
    ...(desk === 'centre' && wholeProvince ? [{ kind: 'batch', bucket: 'today' } as const] : []),
  ];
}

/** Where a list stopped: bucket, deadline (`infinity`: none), kind and id of its last row. */
export interface WorkCursor {
  readonly bucket: WorkBucket;
  readonly due: string;
  readonly kind: WorkKind;
  readonly id: string;
}

/** Rows of an arm after this (deadline, id). */
export interface ArmStart {
  readonly due: string;
  readonly id: string;
}

const ENDS: Readonly<Record<WorkKind, readonly [lowest: string, highest: string]>> = {
  alert: ['0', '9223372036854775807'],
  task: ['0', '9223372036854775807'],
  proposal: ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
  batch: ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
};

/** Where an arm goes on after the cursor; undefined: all of it lies before. The list is ordered by bucket, deadline, kind, id. */
export function startOf(arm: WorkArm, cursor: WorkCursor | undefined): ArmStart | undefined {
  const [lowest, highest] = ENDS[arm.kind];
  const ahead = cursor ? rankOf(arm.bucket) - rankOf(cursor.bucket) : 1;
  if (ahead < 0) return undefined;
  if (!cursor || ahead > 0) return { due: '-infinity', id: lowest };
  const kinds = WORK_KINDS.indexOf(arm.kind) - WORK_KINDS.indexOf(cursor.kind);
  return { due: cursor.due, id: kinds === 0 ? cursor.id : kinds < 0 ? highest : lowest };
}

export function rankOf(bucket: WorkBucket): number {
  return WORK_BUCKETS.indexOf(bucket);
}

export function writeWorkCursor({ bucket, due, kind, id }: WorkCursor): string {
  return Buffer.from(`${bucket}_${due}_${kind}_${id}`).toString('base64url');
}

/** Undefined for a cursor nobody wrote. */
export function readWorkCursor(text: string): WorkCursor | undefined {
  const parts = /^([a-z]+)_(\d{4}-\d{2}-\d{2}|infinity)_([a-z]+)_(\d{1,15}|[0-9a-f-]{36})$/.exec(Buffer.from(text, 'base64url').toString());
  if (!parts) return undefined;
  const [bucket, kind] = [parts[1] as WorkBucket, parts[3] as WorkKind];
  const known = WORK_BUCKETS.includes(bucket) && WORK_KINDS.includes(kind) && fitsKind(kind, parts[4]!);
  return known ? { bucket, due: parts[2]!, kind, id: parts[4]! } : undefined;
}

/** Whether a text can be an id of the kind. */
export function fitsKind(kind: WorkKind, id: string): boolean {
  const number = kind === 'alert' || kind === 'task';
  return number ? /^[1-9]\d{0,14}$/.test(id) : /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
}
