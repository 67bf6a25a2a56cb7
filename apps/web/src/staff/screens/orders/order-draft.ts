import type { ReadDay } from '../../../language/read-day';

/** What stands in the form: text as it is typed. */
export interface OrderDraft {
  readonly title: string;
  readonly market: string;
  readonly legalForm: string;
  /** Has no field in the form: what an order came with stays. */
  readonly programme?: string;
  readonly province: string;
  readonly contractId: string;
  readonly occupation: string;
  readonly employer: string;
  readonly workplace: string;
  readonly places: string;
  readonly wage: string;
  readonly wageCurrency: string;
  readonly termMonths: string;
  readonly hoursPerWeek: string;
  readonly ageFrom: string;
  readonly ageTo: string;
  readonly sex: string;
  readonly education: string;
  readonly language: string;
  readonly conditions: string;
  readonly closesOn?: ReadDay;
  readonly exitOn?: ReadDay;
}

export const EMPTY_ORDER: OrderDraft = {
  title: '',
  market: '',
  legalForm: '',
  province: '',
  contractId: '',
  occupation: '',
  employer: '',
  workplace: '',
  places: '',
  wage: '',
  wageCurrency: '',
  termMonths: '',
  hoursPerWeek: '',
  ageFrom: '',
  ageTo: '',
  sex: '',
  education: '',
  language: '',
  conditions: '',
};

const TEXTS = [
  'title',
  'market',
  'legalForm',
  'programme',
  'contractId',
  'occupation',
  'employer',
  'workplace',
  'wage',
  'wageCurrency',
  'sex',
  'education',
  'language',
  'conditions',
] as const;
const NUMBERS = ['places', 'termMonths', 'hoursPerWeek', 'ageFrom', 'ageTo'] as const;
const DAYS = ['closesOn', 'exitOn'] as const;

/** What is sent: nothing of what was left empty. A number that is none stays text, and the server says which field is wrong. */
export function termsOf(draft: OrderDraft): Record<string, string | number> {
  const terms: Record<string, string | number> = {};
  for (const name of TEXTS) {
    const text = draft[name]?.trim();
    if (text) terms[name] = name === 'wage' ? wageOf(text) : text;
  }
  for (const name of NUMBERS) {
    const text = draft[name].replace(/[\s.]/g, '');
    if (text) terms[name] = /^\d+$/.test(text) ? Number(text) : text;
  }
  for (const name of DAYS) if (draft[name]) terms[name] = draft[name].day;
  return terms;
}

export function draftOf(terms: object): OrderDraft {
  const given = terms as Record<string, string | number | undefined>;
  const texts = Object.fromEntries([...TEXTS, ...NUMBERS].map((name) => [name, String(given[name] ?? '')]));
  const days = Object.fromEntries(
    DAYS.flatMap((name) => (given[name] ? [[name, { day: String(given[name]), precision: 'YMD' as const }]] : [])),
  );
  return { ...EMPTY_ORDER, ...texts, wage: typedWage(String(given.wage ?? '')), ...days };
}

/** Decimal text of what people type: three figures behind a sign are thousands, fewer are decimals. What is no number stays for the server to refuse. */
function wageOf(typed: string): string {
  const text = typed.replace(/\s/g, '');
  if (/^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(text)) return text.replace(/[.,]/g, '');
  const [, whole, decimals] = /^(\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+)(?:[.,](\d{1,4}))?$/.exec(text) ?? [];
  return whole === undefined ? text : whole.replace(/[.,]/g, '') + (decimals ? `.${decimals}` : '');
}

/** A stored wage as {@link wageOf} reads it back: three decimals would be thousands. */
function typedWage(wage: string): string {
  return /\.\d{3}$/.test(wage) ? `${wage}0` : wage;
}
