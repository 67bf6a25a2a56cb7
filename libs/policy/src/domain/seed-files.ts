import alertRules from './alert-rules.json';
import exitRules from './exit-rules.json';
import eligibilityRules from './eligibility-rules.json';
import ethnicGroups from './ethnic-groups.json';
import holidays from './holidays.json';
import markets from './markets.json';
import moneyRules from './money-rules.json';
import practiceRules from './practice-rules.json';
import stayRules from './stay-rules.json';

/** Catalogues that come with the product; the table is the truth once they are in it. */
export const SEED_FILES: readonly (readonly unknown[])[] = [
  alertRules,
  stayRules,
  markets,
  ethnicGroups,
  practiceRules,
  moneyRules,
  exitRules,
  eligibilityRules,
];
export const SEED_HOLIDAYS: readonly unknown[] = holidays;
