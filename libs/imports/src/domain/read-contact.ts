import { foldOnce } from './fold-once';
import { type Cell, cellText } from './cell';
import { ordinaryCase, readWords } from './read-name';
import { readPhones } from './read-phones';

export interface ContactReading {
  readonly name: string;
  readonly kin: string | null;
  readonly phone: string | null;
}

const KIN =
  /^(bo|me|ba|ma|cha|vo|chong|anh|chi|em|con|ong|ba|bac|chu|co|di|cau|mo|chau)( (trai|gai|ruot|re|dau|vo|chong|noi|ngoai|de|ho|ruot trai|trai ruot|gai ruot))?$/;

/** "Cà Thị Ơn (chị gái) - 0735 927 791", "mẹ: Sần Thị Lan, 0735…" and their kin: name, relation, number in any order. */
export function readContact(cell: Cell | undefined): ContactReading | null {
  const text = readWords(cell);
  if (!text || (Array.isArray(cell) && cell[0] === 'f')) return null;
  const numbers = text.match(/\+?\d[\d\s.]{7,14}\d/g) ?? [];
  let phone: string | null = null;
  let rest = text;
  for (const number of numbers) {
    phone ??= readPhones(number).phones[0] ?? null;
    rest = rest.replace(number, ' ');
  }
  let kin: string | null = null;
  const names: string[] = [];
  for (const part of rest.replace(/\b(sđt|đt|sdt|dt|tel)\b\.?:?/gi, ' ').split(/[(),;:\n–]|\s-\s|-\s*$/)) {
    const words = part
      .trim()
      .replace(/[-.]+$/, '')
      .trim();
    if (words === '') continue;
    if (KIN.test(foldOnce(words))) kin ??= words.toLocaleLowerCase('vi');
    else names.push(words);
  }
  return names.length === 0 ? null : { name: ordinaryCase(names[0]!).slice(0, 100), kin, phone };
}

/** Number and day of a certificate in one cell: "0249/2026/GCN-BV; 01/04/2026", "… ngày 06/10/2023", "… (12/1/2024)". */
export function splitNumberAndDay(cell: Cell | undefined): { number: string | null; day: string | null } {
  const text = readWords(cell);
  if (!text) return { number: null, day: null };
  const day = /(\d{1,2}[./-]\d{1,2}[./-]\d{2,4})\s*\)?\s*$/.exec(text);
  if (!day) return { number: text, day: null };
  const number = text
    .slice(0, day.index)
    .replace(/[\s;,(:-]*(cấp\s*)?(ngày\s*(cấp)?)?[\s;,(:-]*$/i, '')
    .trim();
  return { number: number || null, day: day[1]! };
}

/** Text of a cell for identity and codes: no blanks inside, capitals. */
export function readCode(cell: Cell | undefined): string | null {
  const text = cellText(cell)
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff'’]/g, '')
    .toUpperCase();
  return text === '' || /^[-–—.]+$/.test(text) ? null : text.slice(0, 60);
}
