import { DomainError } from './domain-error';

/** Where a page of a list in order of time ends: the moment as the database writes it, and the row. */
export interface MomentCursor {
  readonly at: string;
  readonly id: string;
}

const MOMENT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?\+\d{2}$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function writeMomentCursor({ at, id }: MomentCursor): string {
  return `${at}|${id}`;
}

/** Throws CURSOR_UNREADABLE: a client sends back what it was given. */
export function readMomentCursor(text: string | undefined): MomentCursor | undefined {
  if (text === undefined) return undefined;
  const [at = '', id = ''] = text.split('|');
  if (!MOMENT.test(at) || !ID.test(id) || Number.isNaN(Date.parse(at.replace(' ', 'T').replace(/\+\d{2}$/, 'Z'))))
    throw new DomainError('malformed', 'CURSOR_UNREADABLE', 'Vị trí trang không hợp lệ. Hãy tải lại danh sách từ đầu.');
  return { at, id };
}
