import type { PolicyAnswer } from '../../../api/schema';
import { inForce } from './policy-rules';
import { t } from './policy-words';

/** Names of markets by code, from the catalogue that is itself a rule; `*` is every market. */
export function marketNames(rules: readonly PolicyAnswer[]): ReadonlyMap<string, string> {
  const catalogue = rules.find((rule) => rule.key === 'catalogue.markets' && inForce(rule))?.value;
  const entries = Array.isArray(catalogue) ? (catalogue as readonly { code: string; name: string }[]) : [];
  return new Map([['*', t('allMarkets')], ...entries.map(({ code, name }) => [code, name] as const)]);
}
