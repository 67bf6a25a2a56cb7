import { filled, ofKind, type Patterns, retold, valuesIn } from './retell';

/** What the English catalogue knows of imported files: sentences by code, and the patterns they stand in. */
export interface ImportedWords {
  readonly sentences: Patterns;
  readonly frames: Patterns;
  readonly refusals: Patterns;
}

type Told = Readonly<Record<string, unknown>>;

/** Why a row was not taken, what to look at in it, or what is to be known of the file, in English; undefined: it is none of these. */
export function importedSentence(one: Told, code: string, message: string, words: ImportedWords): string | undefined {
  if ('verdict' in one || 'row' in one) return rowSentence(['row', 'warning'], code, message, words);
  if ('sheet' in one) return noticeSentence(code, message, words);
  if ('column' in one) return rowSentence(['warning', 'row'], code, message, words);
  return undefined;
}

/** `Line 12, column E: “value” what is wrong. What stands on record.` */
function rowSentence(kinds: readonly string[], code: string, message: string, words: ImportedWords): string | undefined {
  const said = kinds.map((kind) => words.sentences[`${kind}.${code}`]).find(Boolean) ?? words.refusals[code];
  if (!said) return undefined;
  for (const [pattern, told] of Object.entries(ofKind(words.frames, 'row'))) {
    const values = valuesIn(pattern, message);
    if (values) return filled(told, { ...values, 3: withAside(said, values['3']!, words) });
  }
  return undefined;
}

function noticeSentence(code: string, message: string, words: ImportedWords): string | undefined {
  const said = words.sentences[`notice.${code}`];
  if (!said?.endsWith(':')) return said && withAside(said, message, words);
  const list = message.slice(message.indexOf(':') + 1).trim();
  return `${said} ${retold(ofKind(words.frames, 'aside'), list) ?? list}`;
}

function withAside(said: string, message: string, { frames }: ImportedWords): string {
  const aside = retold(ofKind(frames, 'aside'), message, true);
  return aside ? `${said} ${aside}` : said;
}
