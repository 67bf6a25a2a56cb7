import { createHash, randomInt, randomUUID } from 'node:crypto';
import type { Actor } from './actor';

/** A time-ordered UUID where the runtime offers one (Node 24), else a random one: both are valid keys. */
export function newId(): string {
  const crypto = globalThis.process?.getBuiltinModule?.('node:crypto') as { randomUUIDv7?: () => string } | undefined;
  return crypto?.randomUUIDv7?.() ?? randomUUID();
}

/** The same request of the same account names the same row: a retry after a crash finds what the first try made. `kind`: of what row. */
export function idOfRequest({ accountId, login }: Actor, kind: string, requestId: string): string {
  const hex = createHash('sha256')
    .update(`${kind}|${accountId ?? login}|${requestId}`)
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** No 0/O, 1/I/L, U: codes are read over the telephone. */
const CASE_CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ten random characters (about 49 bits): the public name of a case, which says nothing about the person. */
export function newCaseCode(): string {
  let code = '';
  for (let i = 0; i < 10; i++) code += CASE_CODE_LETTERS[randomInt(CASE_CODE_LETTERS.length)];
  return code;
}

const CASE_CODE = new RegExp(`^[${CASE_CODE_LETTERS}]{10}$`);

/** Whether the text has the form of a case code; one in twenty of them has no digit. */
export function looksLikeCaseCode(text: string): boolean {
  return CASE_CODE.test(text);
}
