import { addDays, dayOfWeek, type LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { createHash } from 'node:crypto';
import type { AlertRuleValue, StayRuleValue } from '@app/policy';
import type { AlertRule, MarketRule } from '../domain/alert-rule';
import type { WorkingDays } from './sweep-parameters';

/** The rules in force on a day, and a fingerprint that changes with any of them. */
export interface WatchRules {
  readonly rules: AlertRule[];
  readonly markets: MarketRule[];
  readonly calendar: WorkingDays;
  readonly fingerprint: string;
}

interface PolicyRow {
  id: number;
  key: string;
  market: string;
  value: unknown;
}

export async function loadWatchRules(tx: Tx, asOf: LocalDate): Promise<WatchRules> {
  const rows = await tx.query<PolicyRow & Record<string, unknown>>(
    `select id, key, market, value from policy_rule where valid @> $1::date and (key like 'alert.%' or key = 'stay.rule') order by key, market`,
    [asOf],
    'watch_rules',
  );
  const holidays = await tx.query<{ day: LocalDate; kind: string }>(`select day, kind from holiday where day between $1::date - 10 and $1::date + 400 order by day`, [asOf], 'watch_holidays');
  const rules = rows.filter((row) => row.key.startsWith('alert.')).map((row) => ({ ...(row.value as AlertRuleValue), policyRuleId: row.id, code: row.key.slice(6) }));
  const fingerprint = createHash('sha256').update(JSON.stringify([rows, holidays])).digest('hex');
  return { rules: rules.sort((a, b) => a.rung - b.rung), markets: marketRules(rows), calendar: calendarOf(holidays), fingerprint };
}

function marketRules(rows: readonly PolicyRow[]): MarketRule[] {
  return rows
    .filter((row) => row.key === 'stay.rule')
    .map((row) => ({ market: row.market, ...(row.value as StayRuleValue) }))
    .map(({ market, graceDays, defaultStayDays }) => ({ market, graceDays, defaultStayDays }));
}

function calendarOf(holidays: readonly { day: LocalDate; kind: string }[]): WorkingDays {
  const kinds = new Map(holidays.map((row) => [row.day, row.kind]));
  const works = (day: LocalDate) => (kinds.get(day) ? kinds.get(day) === 'worked' : dayOfWeek(day) <= 5);
  return {
    addWorkingDays(day, days) {
      let at = day;
      for (let left = days; left > 0; ) if (works((at = addDays(at, 1)))) left--;
      return at;
    },
  };
}
