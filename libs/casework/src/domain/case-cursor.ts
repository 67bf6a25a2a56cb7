/** Where a case list stopped: the last contract end (`infinity`: none yet) or name key, and the id; opaque to clients. */
export interface CaseCursor {
  readonly key: string;
  readonly id: string;
}

export function writeCursor({ key, id }: CaseCursor): string {
  return Buffer.from(`${key}_${id}`).toString('base64url');
}

/** Undefined for a cursor nobody wrote, or one of a list in another order. */
export function readCursor(text: string, sort: 'end' | 'name'): CaseCursor | undefined {
  const parts = /^(.*)_([0-9a-f-]{36})$/s.exec(Buffer.from(text, 'base64url').toString());
  if (!parts) return undefined;
  const [key, id] = [parts[1]!, parts[2]!];
  const isEnd = /^(\d{4}-\d{2}-\d{2}|infinity)$/.test(key);
  // eslint-disable-next-line no-control-regex -- the key's own separator
  return isEnd === (sort === 'end') && (isEnd || (key.length < 1_000 && /^[^\0]*$/.test(key))) ? { key, id } : undefined;
}
