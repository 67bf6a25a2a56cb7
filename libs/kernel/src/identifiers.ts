import { randomInt, randomUUID } from 'node:crypto';

/** A time-ordered UUID where the runtime offers one (Node 24), else a random one: both are valid keys. */
export function newId(): string {
  const crypto = globalThis.process?.getBuiltinModule?.('node:crypto') as { randomUUIDv7?: () => string } | undefined;
  return crypto?.randomUUIDv7?.() ?? randomUUID();
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
