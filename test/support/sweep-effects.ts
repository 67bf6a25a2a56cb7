import type { RunSql } from './overdue-cases';

/** Everything a sweep leaves, by natural keys and as sorted text: two runs of equal effect give equal sets, whatever ids they drew. */
export interface SweepEffects {
  alerts: string[];
  recipients: string[];
  notices: string[];
  items: string[];
  duties: string[];
  tasks: string[];
}

const ALERT = `concat_ws(' ', c.code, a.rule, a.target_date)`;

const SETS: Record<keyof SweepEffects, string> = {
  alerts: `select concat_ws(' ', ${ALERT}, a.due_on, a.raised_on, a.state, a.owner, a.answer_by, a.last_owner, a.estimated, a.closed_reason) as line from alert a join case_file c on c.id = a.case_id`,
  recipients: `select concat_ws(' ', ${ALERT}, r.role, r.addressee, r.since, r.told_on) as line from alert_recipient r join alert a on a.id = r.alert_id join case_file c on c.id = a.case_id`,
  notices: `select concat_ws(' ', addressee, kind, day, ordinal, state) as line from notice`,
  items: `select concat_ws(' ', n.addressee, n.kind, i.kind, i.case_code, a.target_date, i.due_on, i.verifying) as line from notice_item i join notice n on n.id = i.notice_id join alert a on a.id = i.ref_id`,
  duties: `select concat_ws(' ', o.topic, n.addressee, n.kind) as line from outbox o left join notice n on n.id = (o.payload->>'noticeId')::bigint`,
  tasks: `select concat_ws(' ', kind, desk, dedupe_key, state) as line from desk_task`,
};

export async function sweepEffects(sql: RunSql): Promise<SweepEffects> {
  const effects: Record<string, string[]> = {};
  for (const [name, text] of Object.entries(SETS)) effects[name] = (await sql<{ line: string }>(text)).map((row) => row.line).sort();
  return effects as unknown as SweepEffects;
}

/** What is missing and what is too much against the control, per set; equal sets give none. */
export function differences(control: SweepEffects, seen: SweepEffects): { set: string; lost: string[]; extra: string[] }[] {
  return (Object.keys(SETS) as (keyof SweepEffects)[])
    .map((set) => ({ set, lost: without(control[set], seen[set]), extra: without(seen[set], control[set]) }))
    .filter(({ lost, extra }) => lost.length || extra.length);
}

/** Multiset difference: a second copy of a line is an extra one. */
function without(left: readonly string[], right: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of right) counts.set(line, (counts.get(line) ?? 0) + 1);
  return left.filter((line) => {
    const n = counts.get(line) ?? 0;
    counts.set(line, n - 1);
    return n <= 0;
  });
}

/** Back to the evening before the first sweep; cases stay. */
export async function forgetSweeps(sql: RunSql): Promise<void> {
  await sql(`truncate alert, notice, outbox, desk_task, sweep_run restart identity cascade`);
}
