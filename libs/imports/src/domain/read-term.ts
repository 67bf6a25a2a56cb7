import { foldOnce } from './fold-once';
import { type Cell, cellText, isBlank } from './cell';

/** Months of a term: "36", "36 tháng", "03 năm", "4 năm 10 tháng", "1,5 năm". Null when it says nothing readable. */
export function readTerm(cell: Cell | undefined, inYears = false): number | null {
  if (isBlank(cell)) return null;
  if (Array.isArray(cell) && (cell[0] === 'f' || cell[0] === 'd')) return null;
  const text = foldOnce(cellText(cell).replace(/(\d)[.,](\d)/g, '$1point$2'));
  const number = (words: string) => Number(words.replace('point', '.'));
  const years = /^(\d+(?:point\d)?) ?nam(?: (\d+)(?: thang)?)?$/.exec(text);
  if (years) return within(number(years[1]!) * 12 + Number(years[2] ?? 0));
  const months = /^(\d+)(?: ?(?:thang|th|t))?$/.exec(text);
  return months ? within(Number(months[1]) * (inYears ? 12 : 1)) : null;
}

function within(months: number): number | null {
  return Number.isInteger(months) && months > 0 && months <= 240 ? months : null;
}
