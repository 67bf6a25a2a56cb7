import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { PolicyAnswer } from '../../../api/schema';
import { businessToday } from '../../session/business-day';

export const POLICIES = ['policies'];

/** Every rule with its history, read once: a province has some hundred rows. */
export function usePolicyRules() {
  return useQuery({ queryKey: POLICIES, queryFn: allRules });
}

async function allRules(): Promise<readonly PolicyAnswer[]> {
  const rules: PolicyAnswer[] = [];
  let after: number | undefined;
  do {
    const page = await call('GET /api/v1/policies', { query: { limit: 200, after } });
    rules.push(...page.rules);
    after = page.next;
  } while (after !== undefined);
  return rules;
}

/** True for the row that is in force on the day. `until` is the first day no longer in force. */
export const inForce = ({ from, until }: PolicyAnswer, day = businessToday()): boolean => from <= day && (until === null || day < until);

/** What a rule is about, by its key; the order of the screen. */
export const GROUPS = ['alert', 'stay', 'case', 'identity', 'protect', 'running', 'catalogue'] as const;
export type Group = (typeof GROUPS)[number];

const GROUP_OF: Readonly<Record<string, Group>> = {
  alert: 'alert',
  stay: 'stay',
  identity: 'identity',
  catalogue: 'catalogue',
  retention: 'protect',
  privacy: 'protect',
  login: 'protect',
  consent: 'protect',
  mail: 'running',
  import: 'running',
  push: 'running',
  public: 'protect',
};
export const groupOf = (key: string): Group => GROUP_OF[key.slice(0, key.indexOf('.'))] ?? 'case';
