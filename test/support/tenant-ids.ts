import { createHash } from 'node:crypto';

/** Random-looking id that a test can name: `id('worker', 3)`. */
export function id(kind: string, n: number | string): string {
  const hex = createHash('md5').update(`${kind} ${n}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
