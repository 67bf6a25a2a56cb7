import type { LocalDate } from '@app/kernel';
import type { FileFault } from './policy-file';
import type { PolicyRow } from './policy-rule';

/** What stands in the table for a (key, market), oldest first. `until`: first day no longer in force, null = open. */
export interface StandingRule {
  readonly key: string;
  readonly market: string;
  readonly value: unknown;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

export interface Publication {
  readonly add: readonly PolicyRow[];
  /** Rows already there word for word: publishing a file twice changes nothing. */
  readonly unchanged: number;
  readonly faults: readonly FileFault[];
}

/** Order of fields does not matter in a value. */
export function sameValue(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => (x < y ? -1 : 1)))
      : part,
  );
}

const place = (row: { key: string; market: string }) => `${row.key} (${row.market === '*' ? 'mọi thị trường' : row.market})`;

/**
 * May these rows follow the standing ones? A rule begins today or later and after the rule it replaces: decisions already made keep the
 * rule they were made by.
 */
export function decidePublication(rows: readonly PolicyRow[], standing: readonly StandingRule[], today: LocalDate): Publication {
  const faults: FileFault[] = [];
  const add: PolicyRow[] = [];
  const seen = new Set<string>();
  let unchanged = 0;
  rows.forEach((row, index) => {
    const fault = (field: string, message: string) => void faults.push({ row: index + 1, field, message });
    const ofKey = standing.filter((rule) => rule.key === row.key);
    const own = ofKey.filter((rule) => rule.market === row.market);
    const newest = own.at(-1);
    const name = `${row.key} ${row.market}`;
    if (own.some((rule) => rule.from === row.from && sameValue(rule.value, row.value))) unchanged++;
    else if (seen.has(name)) fault('key', `${place(row)} xuất hiện hai lần trong tệp; mỗi lần công bố chỉ một giá trị.`);
    else if (!ofKey.length) fault('key', `Không có quy tắc nào tên "${row.key}". Xem danh sách bằng lệnh policy list.`);
    else if (row.from < today)
      fault('from', `${place(row)}: ngày hiệu lực ${row.from} đã qua. Không sửa lại quá khứ; chọn ngày từ ${today}.`);
    else if (newest && row.from <= newest.from)
      fault('from', `${place(row)}: đã có giá trị bắt đầu từ ${newest.from}. Chọn ngày sau ngày đó hoặc chờ đến lần sửa sau.`);
    else if (newest && newest.until !== null) fault('from', `${place(row)}: giá trị cũ đã đóng ngày ${newest.until}, không nối tiếp được.`);
    else add.push(row);
    seen.add(name);
  });
  return { add, unchanged, faults };
}
