import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { AlertRuleValue, StayRuleValue } from '../domain/alert-rule-value';
import { NamedCatalogue, type NamedEntry } from '../domain/named-entry';
import type { PolicyRow, PolicyRule } from '../domain/policy-rule';
import { PolicyRepository } from '../persistence/policy-repository';

/** The rules in force on one day. A market without a row of its own falls back to the row for all markets (`*`). */
export class PolicyBook {
  private readonly rules: ReadonlyMap<string, PolicyRule>;

  constructor(private readonly all: readonly PolicyRule[]) {
    this.rules = new Map(all.map((rule) => [`${rule.key} ${rule.market}`, rule]));
  }

  /** One statement. @param day the day to judge by; default: the business day. */
  static async at(tx: Tx, day?: LocalDate): Promise<PolicyBook> {
    return new PolicyBook(await PolicyRepository.inForce(tx, day ?? null));
  }

  /** The same day as if these rows were in force on it; their ids are 0. */
  supposing(rows: readonly PolicyRow[]): PolicyBook {
    const places = new Set(rows.map((row) => `${row.key} ${row.market}`));
    const kept = this.all.filter((rule) => !places.has(`${rule.key} ${rule.market}`));
    return new PolicyBook([...kept, ...rows.map((row) => ({ ...row, id: 0 }))]);
  }

  rule<T>(key: string, market?: string | null): PolicyRule<T> | undefined {
    return ((market && this.rules.get(`${key} ${market}`)) || this.rules.get(`${key} *`)) as PolicyRule<T> | undefined;
  }

  value<T>(key: string, market?: string | null): T | undefined {
    return this.rule<T>(key, market)?.value;
  }

  /** Throws when no row is in force: a wrong set-up, which nothing may paper over by a constant. */
  requireRule<T>(key: string, market?: string | null): PolicyRule<T> {
    const rule = this.rule<T>(key, market);
    if (!rule) throw new Error(`no policy row in force for ${key} (${market ?? '*'})`);
    return rule;
  }

  requireValue<T>(key: string, market?: string | null): T {
    return this.requireRule<T>(key, market).value;
  }

  /** Every row of one key: one per market that has its own, and the one for all. */
  byMarket<T>(key: string): PolicyRule<T>[] {
    return this.all.filter((rule) => rule.key === key) as PolicyRule<T>[];
  }

  /** Rows whose key begins with `prefix`, by key. */
  under<T>(prefix: string): PolicyRule<T>[] {
    return this.all.filter((rule) => rule.key.startsWith(prefix)) as PolicyRule<T>[];
  }

  /** The alert ladder, lowest rung first, with the name of each rule and the row it comes from. */
  alertRules(): (AlertRuleValue & { readonly policyRuleId: number; readonly code: string })[] {
    return this.under<AlertRuleValue>('alert.')
      .filter((rule) => rule.market === '*')
      .map((rule) => ({ ...rule.value, policyRuleId: rule.id, code: rule.key.slice('alert.'.length) }))
      .sort((a, b) => a.rung - b.rung || (a.code < b.code ? -1 : 1));
  }

  /** Countries as people write them (`catalogue.markets`). */
  markets(): NamedCatalogue {
    return new NamedCatalogue(this.requireValue<NamedEntry[]>('catalogue.markets'));
  }

  /** The 54 groups as people write them (`catalogue.ethnic-groups`). */
  ethnicGroups(): NamedCatalogue {
    return new NamedCatalogue(this.requireValue<NamedEntry[]>('catalogue.ethnic-groups'));
  }

  /** The host's clocks, one row per market and `*`. */
  stayRules(): (StayRuleValue & { readonly policyRuleId: number; readonly market: string })[] {
    return this.byMarket<StayRuleValue>('stay.rule').map((rule) => ({
      ...rule.value,
      policyRuleId: rule.id,
      market: rule.market,
    }));
  }

  /** Changes whenever one of these rows is another one: a sweep that saw other rules must look at everything again. */
  fingerprint(...prefixes: string[]): string {
    return this.all
      .filter((rule) => prefixes.some((prefix) => rule.key.startsWith(prefix)))
      .map((rule) => rule.id)
      .sort((a, b) => a - b)
      .join(',');
  }
}
