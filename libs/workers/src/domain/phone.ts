/** A Vietnamese number as E.164; numbers that already carry a country stay. Undefined when it is no telephone number. */
export function normalisePhone(text: string): string | undefined {
  const digits = text.replace(/[\s.()-]/g, '');
  if (/^\+\d{8,15}$/.test(digits)) return digits;
  if (/^84\d{9,10}$/.test(digits)) return `+${digits}`;
  return /^0\d{9,10}$/.test(digits) ? `+84${digits.slice(1)}` : undefined;
}

/** Passport or laissez-passer numbers: capitals and digits only. */
export function normalisePassport(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
