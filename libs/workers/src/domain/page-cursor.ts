/** Where a list stopped: the last row's sort key and id, opaque to clients. */
export function writeCursor(sortKey: string, id: string): string {
  return Buffer.from(JSON.stringify([sortKey, id])).toString('base64url');
}

/** Undefined for a cursor nobody wrote. */
export function readCursor(text: string): { sortKey: string; id: string } | undefined {
  try {
    const [sortKey, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [unknown, unknown];
    return typeof sortKey === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? { sortKey, id } : undefined;
  } catch {
    return undefined;
  }
}
