import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { HolidayRow, PolicyRow, PolicyRule } from '../domain/policy-rule';

/** A row with its days in force, as lists and checks need it. `until`: first day no longer in force, null = open. */
export interface DatedRule extends PolicyRule {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly note: string;
  readonly enteredBy: string;
  readonly approvedBy: string | null;
}

const DATED = `id, key, market, value, basis, certain, lower(valid) as "from", upper(valid) as until, note, entered_by as "enteredBy", approved_by as "approvedBy"`;

/** Every statement on policy_rule and holiday. */
export const PolicyRepository = {
  /** Rules in force on the day; without a day, on the business day. */
  async inForce(tx: Tx, day: LocalDate | null): Promise<PolicyRule[]> {
    return tx.query<PolicyRule>(
      `select id, key, market, value, basis, certain, lower(valid) as "from" from policy_rule where valid @> coalesce($1::date, business_day()) order by key, market`,
      [day],
      'policy_in_force',
    );
  },

  async list(tx: Tx, filter: { prefix?: string; on?: LocalDate; after?: number; limit: number }): Promise<DatedRule[]> {
    return tx.query<DatedRule & { until: LocalDate | null }>(
      `select ${DATED} from policy_rule
       where ($1::text is null or key = $1 or starts_with(key, $1)) and ($2::date is null or valid @> $2::date)
         and ($3::bigint is null or (key, market, id) > (select key, market, id from policy_rule where id = $3))
       order by key, market, id limit $4`,
      [filter.prefix ?? null, filter.on ?? null, filter.after ?? null, filter.limit],
    );
  },

  /** All rows of these keys, locked against a second publication. */
  async ofKeys(tx: Tx, keys: readonly string[]): Promise<DatedRule[]> {
    return tx.query<DatedRule>(`select ${DATED} from policy_rule where key = any ($1) order by key, market, valid for update`, [keys]);
  },

  /** The same without a lock, for a role that may not write rules itself. */
  async standing(tx: Tx, keys: readonly string[]): Promise<DatedRule[]> {
    return tx.query<DatedRule>(`select ${DATED} from policy_rule where key = any ($1) order by key, market, valid`, [keys]);
  },

  /** Rows whose (key, market) the table does not know at all; each lasts until the next of the same key and market. Returns how many. */
  async addUnknown(tx: Tx, rows: readonly PolicyRow[], enteredBy: string): Promise<number> {
    return tx.execute(
      `with given as (
         select key, market, value, "from", lead("from") over (partition by key, market order by "from") as until, basis, certain, note
         from jsonb_to_recordset($1::jsonb) as g(key text, market text, value jsonb, "from" date, basis text, certain boolean, note text))
       insert into policy_rule (key, market, value, valid, basis, certain, note, entered_by)
       select g.key, g.market, g.value, daterange(g."from", g.until), g.basis, g.certain, g.note, $2 from given g
       where not exists (select from policy_rule p where p.key = g.key and p.market = g.market)`,
      [JSON.stringify(rows), enteredBy],
    );
  },

  /** Ends the open row of each (key, market) the day before the new one begins, then adds the new ones. */
  async succeed(tx: Tx, rows: readonly PolicyRow[], enteredBy: string, approvedBy: string): Promise<void> {
    await tx.execute(
      `update policy_rule p set valid = daterange(lower(p.valid), g."from")
       from jsonb_to_recordset($1::jsonb) as g(key text, market text, "from" date)
       where p.key = g.key and p.market = g.market and upper_inf(p.valid) and lower(p.valid) < g."from"`,
      [JSON.stringify(rows)],
    );
    await tx.execute(
      `insert into policy_rule (key, market, value, valid, basis, certain, note, entered_by, approved_by)
       select g.key, g.market, g.value, daterange(g."from", null), g.basis, g.certain, g.note, $2, $3
       from jsonb_to_recordset($1::jsonb) as g(key text, market text, value jsonb, "from" date, basis text, certain boolean, note text)`,
      [JSON.stringify(rows), enteredBy, approvedBy],
    );
  },

  async holidays(tx: Tx): Promise<HolidayRow[]> {
    return tx.query<HolidayRow>(`select day, kind, name, basis from holiday order by day`, [], 'policy_holidays');
  },

  /** Adds days; `replace` also overwrites days already there. Returns how many changed. */
  async putHolidays(tx: Tx, rows: readonly HolidayRow[], replace: boolean): Promise<number> {
    const conflict = replace
      ? `update set kind = excluded.kind, name = excluded.name, basis = excluded.basis
         where (h.kind, h.name, h.basis) is distinct from (excluded.kind, excluded.name, excluded.basis)`
      : 'nothing';
    return tx.execute(
      `insert into holiday as h (day, kind, name, basis)
       select day, kind, name, basis from jsonb_to_recordset($1::jsonb) as g(day date, kind text, name text, basis text)
       on conflict (day) do ${conflict}`,
      [JSON.stringify(rows)],
    );
  },

  async businessDay(tx: Tx): Promise<LocalDate> {
    const rows = await tx.query<{ day: LocalDate }>(`select business_day() as day`);
    return rows[0]!.day;
  },
};
