const DEEPEST = 20;

/** True for values nested so deep that walking them recursively could end the process's stack. No form of this API has more than four levels. */
export function isDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= DEEPEST; depth++) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null && !Buffer.isBuffer(one) ? Object.values(one) : []));
    if (!level.length) return false;
  }
  return true;
}
