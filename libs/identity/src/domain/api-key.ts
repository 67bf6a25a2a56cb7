/** `live` reads and writes, `read` only reads, `trial` does everything and keeps nothing of it. */
export const API_KEY_KINDS = ['live', 'read', 'trial'] as const;
export type ApiKeyKind = (typeof API_KEY_KINDS)[number];

/** A forgotten key ends by itself after a year. */
export const LONGEST_KEY_DAYS = 365;
