import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/money.json';

export const t = area('money', vi);

/** 1234567 → "1.234.567 đ". */
export const dong = (amount: number): string => t('dong', { amount: formatNumber(amount) });

/** What was typed as it is read: 1234567 → "1.234.567"; empty where there is no digit. */
export const grouped = (typed: string): string => (/\d/.test(typed) ? formatNumber(dongOf(typed)) : '');

/** Digits of what was typed; 0 where there are none. */
export const dongOf = (typed: string): number => Number(typed.replace(/\D/g, '') || 0);
