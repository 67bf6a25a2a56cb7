import { formatDay } from './format-day';
import { importedSentence } from './imported-words';
import { ofKind, retold } from './retell';

type Told = Record<string, unknown>;
type Words = Readonly<Record<string, string>>;

/**
 * What the server writes, in English. It writes Vietnamese and sends the code beside it; in English the sentence of the code stands instead: refusals,
 * tasks of the queue, alerts, papers of a case, what hinders a loan, verdicts on an imported file. Faults of fields have no codes: they are told by
 * their pattern. What has neither (names, notes) stays as somebody wrote it.
 */
export class Retelling {
  constructor(private readonly english: Readonly<Record<string, Words>>) {}

  /** Changes the answer itself. */
  readonly retellAnswer = (answer: unknown): void => {
    if (Array.isArray(answer)) answer.forEach(this.retellAnswer);
    else if (answer && typeof answer === 'object') {
      this.tell(answer as Told);
      Object.values(answer).forEach(this.retellAnswer);
    }
  };

  /** What is wrong with a field; a sentence nobody knows says at least that it was not accepted. */
  readonly retellFault = (message: string): string | undefined => retold(this.words('faults'), message) ?? this.words('refusals').FIELD;

  private words(area: string): Words {
    return this.english[area] ?? {};
  }

  private tell(one: Told): void {
    const { code, message, text, question, rule, family, guard } = one;
    const refusals = this.words('refusals');
    const work = this.words('work');
    if (typeof code === 'string') {
      if (typeof message === 'string') put(one, 'message', this.imported(one, code, message) ?? refusals[code]);
      if (typeof text === 'string') put(one, 'text', refusals[code]);
    }
    if (typeof question === 'string') put(one, 'question', retold(ofKind(this.words('imported-frames'), 'question'), question));
    if (typeof guard === 'string' && 'title' in one) {
      put(one, 'title', work[`paper.${guard}`]);
      if (one.why) put(one, 'why', refusals[String(rule)]);
    }
    if (typeof one.standing === 'string') put(one, 'standingTitle', work[`standing.${one.standing}`]);
    // A kind in the list of kinds has a title and no reason.
    if (typeof one.bucket === 'string' && typeof code === 'string') put(one, 'title', work[`title.${this.kindOf(code)}`]);
    if (typeof one.why !== 'string') return;
    if (typeof family !== 'string' && typeof code !== 'string') return;
    const kind = typeof family === 'string' ? family : this.kindOf(String(code));
    put(one, 'title', work[`title.${kind}`]);
    put(one, 'why', this.whyOf(kind, { ...(one.detail as Told | undefined), ...one }));
    put(one, 'advice', work[`advice.${kind}`]);
    // On a row of the queue this is a code; on an alert it is what to do.
    if (!('advice' in one)) put(one, 'nextAction', work[`advice.${kind}`]);
  }

  private imported(one: Told, code: string, message: string): string | undefined {
    const [sentences, frames, refusals] = [this.words('imported'), this.words('imported-frames'), this.words('refusals')];
    return importedSentence(one, code, message, { sentences, frames, refusals });
  }

  /** The sentence of a kind with the facts that came along: day, month, counts; and whether the day is only an estimate. */
  private whyOf(kind: string, facts: Told): string | undefined {
    const day = typeof facts.targetDate === 'string' ? formatDay(facts.targetDate) : '';
    const text = this.words('work')[`why.${kind}`]?.replace(/\{(\w+)\}/g, (_, name: string) =>
      name === 'day' ? day : ['string', 'number'].includes(typeof facts[name]) ? String(facts[name] as string | number) : '',
    );
    return text && facts.estimated === true ? `${text} ${this.words('work').estimated}` : text;
  }

  /** The family of a rule (EXPIRY_90), or the kind of a task. */
  private kindOf(code: string): string {
    return [code, code.replace(/_\d+$/, '')].find((kind) => this.words('work')[`title.${kind}`] !== undefined) ?? 'OTHER';
  }
}

function put(one: Told, name: string, text: string | undefined): void {
  if (text && name in one) one[name] = text;
}
