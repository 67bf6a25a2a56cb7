export type Language = 'vi' | 'en';
type Parameters = Readonly<Record<string, string | number>>;

const STORED = 'benve.language';
const listeners = new Set<() => void>();
let current: Language = 'vi';
let english: typeof import('./english') | undefined;

/**
 * The words of one area. Vietnamese is the source and travels with the screen; English is one file that is fetched when somebody chooses it.
 * `{name}` in a text is replaced by the parameter.
 */
export function area<Words extends Readonly<Record<string, string>>>(name: string, vietnamese: Words) {
  return (key: keyof Words & string, parameters?: Parameters): string => {
    const text = (current === 'en' && english?.ENGLISH[name]?.[key]) || vietnamese[key] || key;
    return parameters ? text.replace(/\{(\w+)\}/g, (whole, parameter: string) => String(parameters[parameter] ?? whole)) : text;
  };
}

/** What stands in English for words that the server writes in Vietnamese. Undefined: Vietnamese is chosen, or nothing is known. */
export const inEnglish = (name: string, key: string): string | undefined => (current === 'en' ? english?.ENGLISH[name]?.[key] : undefined);

/** An answer of the server in the language of the screen: English is told by what is fetched with its words. */
export function inUserWords<Answer>(answer: Answer): Answer {
  if (current === 'en') english?.retellAnswer(answer);
  return answer;
}

/** As {@link inUserWords}, for what is wrong with a field. */
export const faultInUserWords = (message: string): string => (current === 'en' && english?.retellFault(message)) || message;

export const language = (): Language => current;

export async function chooseLanguage(wanted: Language): Promise<void> {
  if (wanted === 'en') english = await import('./english');
  current = wanted;
  localStorage.setItem(STORED, wanted);
  document.documentElement.lang = wanted;
  for (const listener of listeners) listener();
}

/** Called once before the first screen. */
export async function restoreLanguage(): Promise<void> {
  const stored = localStorage.getItem(STORED);
  if (stored === 'en') await chooseLanguage('en').catch(() => undefined);
}

export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
