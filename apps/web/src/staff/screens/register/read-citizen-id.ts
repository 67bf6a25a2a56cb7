export interface ToldByNumber {
  readonly sex: 'M' | 'F';
  readonly birthYear: number;
}

/**
 * What a twelve-digit citizen number says of its holder: the fourth digit the century and the sex, the next two the year of birth
 * (Decree 70/2024, Art. 9). Undefined while it is not a whole number.
 */
export function readCitizenId(number: string): ToldByNumber | undefined {
  if (!/^\d{12}$/.test(number)) return undefined;
  const mark = Number(number[3]);
  return { sex: mark % 2 === 0 ? 'M' : 'F', birthYear: 1900 + Math.floor(mark / 2) * 100 + Number(number.slice(4, 6)) };
}
