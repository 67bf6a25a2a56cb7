export interface ShownNotice {
  readonly kind: 'done' | 'fault';
  readonly text: string;
  /** Takes the deed back. */
  readonly undo?: () => unknown;
}

let current: ShownNotice | null = null;
const listeners = new Set<() => void>();
const tell = (next: ShownNotice | null) => {
  current = next;
  for (const listener of listeners) listener();
};

export const notice = (): ShownNotice | null => current;
export const dismissNotice = (): void => tell(null);
/** Says what was done; with `undo` the user has half a minute to take it back. */
export const tellDone = (text: string, undo?: () => unknown): void => tell({ kind: 'done', text, undo });
export const tellFault = (text: string): void => tell({ kind: 'fault', text });
export function onNoticeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
