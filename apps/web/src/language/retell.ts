export type Patterns = Readonly<Record<string, string>>;
type Values = Readonly<Record<string, string>>;

const PLACE = /\{(\d)\}/g;
const readers = new Map<string, RegExp>();

/** Values of a text that is written after a pattern, in which `{0}` stands for any words; undefined: it is not. `within`: the pattern is the last sentence of the text. */
export function valuesIn(pattern: string, text: string, within = false): Values | undefined {
  const key = `${within} ${pattern}`;
  let reader = readers.get(key);
  if (!reader) {
    const parts = pattern
      .split(PLACE)
      .map((part, i) => (i % 2 ? `(?<v${part}>${within ? '(?:(?![.] ).)' : '.'}+?)` : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
    reader = new RegExp(`${within ? '[.:] ' : '^'}${parts.join('')}$`, 's');
    readers.set(key, reader);
  }
  const found = reader.exec(text);
  return found ? Object.fromEntries(Object.entries(found.groups ?? {}).map(([name, value]) => [name.slice(1), value])) : undefined;
}

export const filled = (pattern: string, values: Values): string => pattern.replace(PLACE, (_, at: string) => values[at] ?? '');

/** A sentence of the server in other words, by its pattern; undefined: no pattern fits. */
export function retold(patterns: Patterns, text: string, within = false): string | undefined {
  for (const [pattern, told] of Object.entries(patterns)) {
    const values = valuesIn(pattern, text, within);
    if (values) return filled(told, values);
  }
  return undefined;
}

/** The patterns of one kind out of a file of several: `row …`, `aside …`. */
export const ofKind = (patterns: Patterns, kind: string): Patterns =>
  Object.fromEntries(
    Object.entries(patterns).flatMap(([key, told]) => (key.startsWith(`${kind} `) ? [[key.slice(kind.length + 1), told]] : [])),
  );
