import alertRules from './alert-rules.json';
import stayRules from './stay-rules.json';
import holidays from './holidays.json';

/** Catalogues that come with the product; the table is the truth once they are in it. */
export const SEED_FILES: readonly (readonly unknown[])[] = [alertRules, stayRules];
export const SEED_HOLIDAYS: readonly unknown[] = holidays;
