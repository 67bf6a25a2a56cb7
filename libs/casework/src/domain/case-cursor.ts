/** Where a case list stopped: its last contract end (`infinity`: none yet) and id, opaque to clients. */
export interface CaseCursor {
  readonly end: string;
  readonly id: string;
}

export const LIST_START: CaseCursor = { end: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

export function writeCursor({ end, id }: CaseCursor): string {
  return Buffer.from(`${end}_${id}`).toString('base64url');
}

/** Undefined for a cursor nobody wrote. */
export function readCursor(text: string): CaseCursor | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2}|infinity)_([0-9a-f-]{36})$/.exec(Buffer.from(text, 'base64url').toString());
  return parts ? { end: parts[1]!, id: parts[2]! } : undefined;
}
