/** What people write for a date of birth: 1998, 05/1998, 5/3/1998, 5.3.98, 05031998. Undefined when it is no date. */
export function readBirth(text: string, thisYear: number): { birthDate: string; birthPrecision: 'Y' | 'YM' | 'YMD' } | undefined {
  const written = text.trim();
  const parts = /^\d{8}$/.test(written) ? [written.slice(0, 2), written.slice(2, 4), written.slice(4)] : written.split(/[\s/.-]+/);
  if (parts.length > 3 || parts.some((part) => !/^\d{1,4}$/.test(part))) return undefined;
  const [year, month = 1, day = 1] = parts.map(Number).reverse() as [number, number?, number?];
  const full = parts.at(-1)!.length <= 2 ? year + (year > thisYear % 100 ? 1900 : 2000) : year;
  const date = new Date(Date.UTC(full, month - 1, day));
  if (full < 1900 || full > thisYear || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const birthPrecision = parts.length === 1 ? 'Y' : parts.length === 2 ? 'YM' : 'YMD';
  return { birthDate: date.toISOString().slice(0, 10), birthPrecision };
}
