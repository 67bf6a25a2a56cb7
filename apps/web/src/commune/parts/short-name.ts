/** The given name with the word before it: enough for the officer to know who is meant, not enough for a stranger. */
export const shortName = (fullName: string): string => fullName.trim().split(/\s+/).slice(-2).join(' ');

/** Mobile numbers may be dialled as they are. */
export const dialOf = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;
