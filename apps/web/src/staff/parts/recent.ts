const STORED = 'benve.recent';
const MOST = 8;

export interface RecentRecord {
  readonly path: string;
  readonly title: string;
}

/** Records opened in this tab, the newest first. Gone with the tab and at sign-out. */
export function recentRecords(): RecentRecord[] {
  try {
    return JSON.parse(sessionStorage.getItem(STORED) ?? '[]') as RecentRecord[];
  } catch {
    return [];
  }
}

export function rememberRecord(record: RecentRecord): void {
  const others = recentRecords().filter(({ path }) => path !== record.path);
  sessionStorage.setItem(STORED, JSON.stringify([record, ...others].slice(0, MOST)));
}
