/** A 12-digit personal identity number (căn cước công dân). Its first three digits are the OLD province of birth registration, never the residence. */
export type CitizenId = string & { readonly __citizenId: true };

/** Exactly twelve digits, else undefined; nothing is padded (a lost zero is a question for a person). */
export function parseCitizenId(text: string): CitizenId | undefined {
  return /^\d{12}$/.test(text) ? (text as CitizenId) : undefined;
}

/** Century, sex and birth year as the number states them (digits 4–6): 0/1 = 1900s male/female, 2/3 = 2000s, 4/5 = 2100s. */
export function citizenIdClaims(id: CitizenId): { sex: 'M' | 'F'; birthYear: number } {
  const century = Number(id[3]);
  return {
    sex: century % 2 === 0 ? 'M' : 'F',
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(id.slice(4, 6)),
  };
}

/** Default view: first four and last three digits. */
export function maskCitizenId(id: string): string {
  return id.length < 8 ? '***' : `${id.slice(0, 4)}*****${id.slice(-3)}`;
}
