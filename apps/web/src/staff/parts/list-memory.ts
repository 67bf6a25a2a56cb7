const STORED = 'benve.list';

/** The list somebody came from: its address and the records in the order they were seen. */
export interface ListMemory {
  readonly back: string;
  readonly ids: readonly string[];
}

export interface PlaceInList {
  readonly back: string;
  readonly at: number;
  readonly of: number;
  readonly previous?: string;
  readonly next?: string;
}

/** Remembers the rows of a list in this tab, so that a record opened from it can go on to the next one. */
export function rememberList(ids: readonly string[]): void {
  const memory: ListMemory = { back: location.pathname + location.search, ids };
  sessionStorage.setItem(STORED, JSON.stringify(memory));
}

/** Where a record stands in the list somebody came from; undefined when it came from nowhere or another list. */
export function placeInList(id: string): PlaceInList | undefined {
  const stored = sessionStorage.getItem(STORED);
  if (!stored) return undefined;
  const { back, ids } = JSON.parse(stored) as ListMemory;
  const at = ids.indexOf(id);
  return at < 0 ? undefined : { back, at: at + 1, of: ids.length, previous: ids[at - 1], next: ids[at + 1] };
}
