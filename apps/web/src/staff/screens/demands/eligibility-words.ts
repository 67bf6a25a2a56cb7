import { sexName } from '../../../language/people';
import { t } from './demand-words';

type MarketName = (code: string) => string;
const each = (codes: string, word: (code: string) => string): string => codes.split(' ').filter(Boolean).map(word).join(', ');
const kin = (code: string): string => t(`kin.${code as 'SIBLING'}`);

/** What a rule found of one person, in words: the API answers codes and numbers. */
export function foundWords(rule: string, value: string, nameOf: MarketName): string {
  if (value === '') return '';
  if (rule === 'AGE') return t('ageOf', { age: value.replace('-', '–') });
  if (rule === 'LOCALITY') return t('communeCodes', { codes: value.replaceAll(' ', ', ') });
  if (rule === 'RELATIVES') return /^\d+$/.test(value) ? t('relativesKnown', { count: value }) : each(value, kin);
  if (rule === 'EARLIER_OVERSTAY') return each(value, nameOf);
  if (rule === 'AWAY') return '';
  return rule === 'ORDER' ? sexName(value) : value;
}

/** What a rule asks for, in words. */
export function askedWords(rule: string, asked: string): string {
  if (rule === 'AGE') {
    const [from = '', to = ''] = asked.split('-');
    return to ? t('ageBetween', { from, to }) : t('ageFrom', { from });
  }
  if (rule === 'LOCALITY') {
    const [, rate, count] = /^>([\d.]+)% >=(\d+)$/.exec(asked) ?? [];
    return rate && count ? t('localityClosed', { rate: rate.replace('.', ','), count }) : '';
  }
  if (rule === 'RELATIVES') return each(asked, kin);
  if (rule === 'EARLIER_OVERSTAY') {
    const [same, other] = asked.split(' ');
    return t('overstayAsked', { same: t(`handled.${same as 'ask'}`), other: t(`handled.${other as 'ask'}`) });
  }
  return rule === 'ORDER' ? sexName(asked) : asked;
}
