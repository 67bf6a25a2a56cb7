import { inEnglish, language } from './words';
import { formatDay } from './format';

type Told = Record<string, unknown>;

/**
 * An answer of the server in the language of the screen. The server writes Vietnamese and sends the code beside it; in English the sentence of the
 * code stands instead: refusals of rows, tasks of the queue, alerts, papers of a case. What has no code (names, notes) stays as somebody wrote it.
 */
export function inUserWords<Answer>(answer: Answer): Answer {
  if (language() === 'en') walk(answer);
  return answer;
}

function walk(value: unknown): void {
  if (Array.isArray(value)) value.forEach(walk);
  else if (value && typeof value === 'object') {
    tell(value as Told);
    Object.values(value).forEach(walk);
  }
}

function tell(one: Told): void {
  const { code, message, rule, family, guard } = one;
  if (typeof message === 'string' && typeof code === 'string') put(one, 'message', inEnglish('refusals', code));
  if (typeof guard === 'string' && 'title' in one) {
    put(one, 'title', inEnglish('work', `paper.${guard}`));
    if (one.why) put(one, 'why', inEnglish('refusals', String(rule)));
  }
  if (typeof one.why !== 'string') return;
  if (typeof family !== 'string' && typeof code !== 'string') return;
  const kind = typeof family === 'string' ? family : kindOf(String(code));
  put(one, 'title', inEnglish('work', `title.${kind}`));
  put(one, 'why', whyOf(kind, { ...(one.detail as Told | undefined), ...one }));
  put(one, 'advice', inEnglish('work', `advice.${kind}`));
  // On a row of the queue this is a code; on an alert it is what to do.
  if (!('advice' in one)) put(one, 'nextAction', inEnglish('work', `advice.${kind}`));
}

/** The sentence of a kind with the facts that came along: day, month, counts; and whether the day is only an estimate. */
function whyOf(kind: string, facts: Told): string | undefined {
  const day = typeof facts.targetDate === 'string' ? formatDay(facts.targetDate) : '';
  const text = inEnglish('work', `why.${kind}`)?.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'day' ? day : ['string', 'number'].includes(typeof facts[name]) ? String(facts[name] as string | number) : '',
  );
  return text && facts.estimated === true ? `${text} ${inEnglish('work', 'estimated')}` : text;
}

/** The family of a rule (EXPIRY_90), or the kind of a task. */
const kindOf = (code: string): string =>
  [code, code.replace(/_\d+$/, '')].find((kind) => inEnglish('work', `title.${kind}`) !== undefined) ?? 'OTHER';

function put(one: Told, name: string, text: string | undefined): void {
  if (text && name in one) one[name] = text;
}
