import { formatVietnamese, type LocalDate } from '@app/kernel';
import type { NoticeItem } from './notice-content';
import { NOTICE_PHRASES, type NoticePhrase, phraseOf } from './notice-phrases';

/** Cases of one heading, first deadlines first. */
export interface ItemGroup {
  phrase: NoticePhrase;
  verifying: boolean;
  total: number;
  /** At most {@link MOST_SHOWN} lines; the rest is on the page behind the link. */
  lines: string[];
}

export const MOST_SHOWN = 20;

const CASE_CODE = /^[0-9A-Z]{6,16}$/;

/**
 * Puts items under their headings in the order of the catalogue. Throws when a case code is not one (or stands where an office is asked about itself):
 * anything else in its place could be a person's name or number.
 */
export function groupItems(items: readonly NoticeItem[]): ItemGroup[] {
  const groups = new Map<string, { phrase: NoticePhrase; verifying: boolean; items: NoticeItem[] }>();
  for (const item of items) {
    const phrase = phraseOf(item.kind);
    if (phrase.ofOffice ? item.caseCode !== null : !CASE_CODE.test(item.caseCode ?? ''))
      throw new Error('TEMPLATE: an item without a case code');
    const key = `${String(NOTICE_PHRASES.indexOf(phrase)).padStart(2, '0')} ${item.verifying}`;
    const group = groups.get(key) ?? { phrase, verifying: item.verifying, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => ({
      phrase: group.phrase,
      verifying: group.verifying,
      total: group.items.length,
      lines: group.items.sort(byDeadline).slice(0, MOST_SHOWN).map(line).filter(Boolean),
    }));
}

/** The earliest day on which an answer is asked. */
export function firstDeadline(items: readonly NoticeItem[]): LocalDate | undefined {
  const days = items.filter((item) => phraseOf(item.kind).asks && item.dueOn).map((item) => item.dueOn!);
  return days.sort()[0];
}

function line(item: NoticeItem): string {
  const by = item.dueOn && phraseOf(item.kind).asks ? `trả lời trước ngày ${formatVietnamese(item.dueOn)}` : '';
  if (item.caseCode === null) return by;
  return by ? `${item.caseCode} (${by})` : item.caseCode;
}

function byDeadline(a: NoticeItem, b: NoticeItem): number {
  const [x, y] = [`${a.dueOn ?? '9999'} ${a.caseCode}`, `${b.dueOn ?? '9999'} ${b.caseCode}`];
  return x < y ? -1 : x > y ? 1 : 0;
}
