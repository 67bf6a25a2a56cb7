import type { OrderTermsAnswer } from '../../../api/schema';
import { legalFormName } from '../../../language/codes';
import { formatDay, formatNumber } from '../../../language/format';
import { t } from './order-words';

/** Every field of an order, in the order it is read. A field without a word here does not compile: the department approves all of it. */
const NAMES = {
  title: 'field.title',
  places: 'places',
  market: 'market',
  legalForm: 'field.legalForm',
  programme: 'field.programme',
  contractId: 'field.contract',
  occupation: 'field.occupation',
  employer: 'field.employer',
  workplace: 'field.workplace',
  wage: 'field.wage',
  wageCurrency: 'field.wageCurrency',
  termMonths: 'field.termMonths',
  hoursPerWeek: 'field.hoursPerWeek',
  ageFrom: 'field.ageFrom',
  ageTo: 'field.ageTo',
  sex: 'field.sex',
  education: 'field.education',
  language: 'field.language',
  closesOn: 'closes',
  exitOn: 'field.exitOn',
  conditions: 'field.conditions',
} as const satisfies Record<keyof OrderTermsAnswer, string>;

/** How codes and ids of an order are called. */
export interface TermNames {
  readonly market: (code: string) => string;
  readonly contract: (id: string) => string;
}

export interface TermLine {
  readonly name: string;
  readonly text: string;
}

/** What an order says, field by field; what it says nothing of is left out. */
export function termLines(terms: OrderTermsAnswer, names: TermNames): TermLine[] {
  return fields().flatMap((field) => {
    const text = textOf(field, terms, names);
    return text === undefined ? [] : [{ name: t(NAMES[field]), text }];
  });
}

/** Whatever a newer version would change. */
export function changedTerms(
  before: OrderTermsAnswer,
  after: OrderTermsAnswer,
  names: TermNames,
): { name: string; from: string; to: string }[] {
  return fields()
    .filter((field) => before[field] !== after[field])
    .map((field) => ({
      name: t(NAMES[field]),
      from: textOf(field, before, names) ?? '—',
      to: textOf(field, after, names) ?? '—',
    }));
}

function fields(): (keyof OrderTermsAnswer)[] {
  return Object.keys(NAMES) as (keyof OrderTermsAnswer)[];
}

function textOf(field: keyof OrderTermsAnswer, terms: OrderTermsAnswer, names: TermNames): string | undefined {
  const value = terms[field];
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'number') return formatNumber(value);
  if (field === 'market') return names.market(value);
  if (field === 'contractId') return names.contract(value);
  if (field === 'legalForm') return legalFormName(value);
  if (field === 'wage') return wageText(value);
  if (field === 'sex') return t(`sex.${value as 'M'}`);
  if (field === 'education') return t(`education.${value as 'PRIMARY'}`);
  return field === 'closesOn' || field === 'exitOn' ? formatDay(value) : value;
}

/** 1250.50 → 1.250,50 */
export function wageText(wage: string): string {
  const [whole, decimals = ''] = wage.split('.');
  return formatNumber(BigInt(whole!)) + (/[1-9]/.test(decimals) ? `,${decimals}` : '');
}
