import { area } from '../../../../language/words';
import vi from '../../../../language/vi/queue.json';

const t = area('queue', vi);

/** The rung a rule's code ends with, in words: EXPIRY_60 asks 60 days before the end, RETURN_UNCONFIRMED_3 and INSTALMENT_OVER_30 after it. */
export function rungText(code: string): string {
  const days = /_(\d+)$/.exec(code)?.[1];
  if (days === undefined) return '';
  const before = /^((SEASONAL_)?EXPIRY|LAISSEZ_PASSER|CERT_24M|PASSPORT|HEALTH|LOAN_DECISION|INSTALMENT|REFUND_DUE)_\d+$/.test(code);
  return `, ${days === '0' ? t('rungToday') : t(before ? 'rungBefore' : 'rungAfter', { days })}`;
}
