import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { NAME_HITS_SQL } from '@app/workers';
import type { CaseCursor } from '../domain/case-cursor';
import type { CaseLine, CaseSort } from '../domain/case-line';
import type { Stage, StoredStage } from '../domain/stages';
import { openAlertsOf } from './open-alerts-sql';

/** Which tenant column the list is read by: each has an index that ends in (list_end, id). */
export type Place =
  | { readonly column: 'province_code' | 'commune_code'; readonly values: readonly string[] }
  | { readonly column: 'agency_id' | 'bank_id'; readonly values: readonly string[] };

export interface ListQuery {
  readonly place: Place;
  /** Undefined: every stage. */
  readonly stages?: readonly StoredStage[];
  /** What the calendar must say; undefined: anything. `running`: only contracts that have not ended, a range of the index. */
  readonly calendar?: { readonly stages: readonly Stage[]; readonly running: boolean };
  readonly markets?: readonly string[];
  readonly agencyId?: string;
  readonly communes?: readonly string[];
  readonly endFrom?: LocalDate;
  readonly endTo?: LocalDate;
  readonly departedFrom?: LocalDate;
  readonly departedTo?: LocalDate;
  readonly sex?: 'M' | 'F';
  readonly legalForm?: string;
  readonly programme?: string;
  readonly alerted: boolean;
  readonly unproven?: string;
  readonly code?: string;
  /** Patterns every name must fit; `pivot` drives a province's search. */
  readonly name?: { readonly pivot?: string; readonly patterns: readonly string[] };
  readonly sort: CaseSort;
  readonly descending: boolean;
  /** Undefined: from the start. */
  readonly after?: CaseCursor;
  readonly limit: number;
  readonly withTotal: boolean;
  /** Stay rules by market, as json. */
  readonly stay: string;
}

export interface ListRow extends Omit<CaseLine, 'stage' | 'loan'> {
  readonly stage: StoredStage;
  readonly stayUntil: LocalDate | null;
  readonly listEnd: string;
  readonly nameOrder: string;
  readonly today: LocalDate;
  readonly total: number | null;
}

/** Counting stops here: "more than 1,000". */
export const TOTAL_CAP = 1001;
/** Asked once a statement: called in place it might leak, so that row security would keep it away from the index. */
const TODAY = '(select business_day())';
const LAST = '\u{10ffff}';

/** Collects parameters, so that values never become text of a statement. */
class Parameters {
  readonly values: unknown[] = [];
  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

export const CaseListRows = {
  async page(tx: Tx, query: ListQuery): Promise<ListRow[]> {
    const p = new Parameters();
    const sql = listSql(query, p);
    return tx.query<ListRow & Record<string, unknown>>(sql, p.values, shapeOf(query));
  },
};

function listSql(query: ListQuery, p: Parameters): string {
  const type = query.place.column.endsWith('_id') ? 'uuid' : 'text';
  const places = p.add(query.place.values, `${type}[]`);
  // One index range per place and stage, each already in order: merged, never sorted as a whole. A list by name has no range of a stage.
  const ranged = query.sort === 'end' && query.stages !== undefined;
  const stages = query.stages && p.add(query.stages, 'text[]');
  const filters = filtersOf(query, p);
  const [key, keyType] = query.sort === 'end' ? ['list_end', 'date'] : ['name_order', 'text collate "C"'];
  const way = query.descending ? 'desc' : 'asc';
  const order = (alias: string) => `order by ${alias}.${key} ${way}, ${alias}.id ${way}`;
  const keyset =
    query.after &&
    `(c.${key}, c.id) ${query.descending ? '<' : '>'} (${p.add(query.after.key, keyType)}, ${p.add(query.after.id, 'uuid')})`;
  const limit = p.add(query.limit, 'int');
  const hits = query.name?.pivot ? `hit as materialized (${hitsOf(query, p)}), ` : '';
  const from = hits
    ? 'hit join case_file c on c.worker_id = hit.id'
    : query.name
      ? 'case_file c join worker w on w.id = c.worker_id'
      : 'case_file c';
  const arms = ranged ? `unnest(${places}) as place (code), unnest(${stages}) as stage (name)` : `unnest(${places}) as place (code)`;
  const ofStage = stages && (ranged ? 'c.stage = stage.name' : `c.stage = any (${stages})`);
  const where = [`c.${query.place.column} = place.code`, ofStage, ...filters].filter(Boolean).join(' and ');
  const page = `select x.* from ${arms}, lateral (select c.* from ${from} where ${[where, keyset].filter(Boolean).join(' and ')} ${order('c')} limit ${limit}) x ${order('x')} limit ${limit}`;
  // Counted in the order of the list: without it a planner that expects many rows reads the table from its start instead of the index.
  const inOrder = hits ? '' : order('c');
  const total = query.withTotal
    ? `(select count(*)::int from (select from ${arms}, lateral (select from ${from} where ${where} ${inOrder} limit ${TOTAL_CAP}) x limit ${TOTAL_CAP}) n)`
    : 'null::int';
  return `with ${hits}page as materialized (${page})
    select c.id, c.code, c.worker_id as "workerId", w.full_name as "fullName", w.birth_date as "birthDate", w.birth_precision as "birthPrecision", w.sex,
      c.commune_code as "communeCode", u.name as "communeName", c.agency_id as "agencyId", o.name as "agencyName", c.market, c.legal_form as "legalForm", c.programme,
      c.stage, c.contract_end as "contractEnd", c.contract_end - business_day() as "daysLeft", c.stay_until as "stayUntil", c.departed_on as "departedOn",
      c.returned_on as "returnedOn", (select count(*)::int ${openAlertsOf('c.id')}) as "openAlerts",
      c.list_end as "listEnd", c.name_order as "nameOrder", business_day() as today, ${total} as total
      from page c join worker w on w.id = c.worker_id left join organisation o on o.id = c.agency_id
        left join admin_unit u on u.level = 'commune' and u.code = c.commune_code and business_day() between u.valid_from and u.valid_to
      ${order('c')}`;
}

function filtersOf(query: ListQuery, p: Parameters): string[] {
  const filters = [
    query.calendar && calendarFilter(query.calendar, query.stay, p),
    query.markets && `c.market = any (${p.add(query.markets, 'text[]')})`,
    query.agencyId && `c.agency_id = ${p.add(query.agencyId, 'uuid')}`,
    query.communes && `c.commune_code = any (${p.add(query.communes, 'text[]')})`,
    query.endFrom && `c.list_end >= ${p.add(query.endFrom, 'date')}`,
    query.endTo && `c.list_end <= ${p.add(query.endTo, 'date')}`,
    query.departedFrom && `c.departed_on >= ${p.add(query.departedFrom, 'date')}`,
    query.departedTo && `c.departed_on <= ${p.add(query.departedTo, 'date')}`,
    query.legalForm && `c.legal_form = ${p.add(query.legalForm, 'text')}`,
    query.programme && `c.programme = ${p.add(query.programme, 'text')}`,
    query.sex && `exists (select from worker s where s.id = c.worker_id and s.sex = ${p.add(query.sex, 'text')})`,
    query.alerted && `exists (select ${openAlertsOf('c.id')})`,
    query.unproven &&
      `exists (select from case_gap g where g.case_id = c.id and g.closed_on is null and ${p.add(query.unproven, 'text')} = any (g.open_guards))`,
    query.code && `c.code = ${p.add(query.code, 'text')}`,
    query.name && !query.name.pivot && `(' ' || w.name_key) like all (${p.add(query.name.patterns, 'text[]')})`,
  ];
  return filters.filter((text): text is string => Boolean(text));
}

/**
 * Written so that the planner expects most rows to fit: it then walks the index of the list in order and stops at the page, where an equality with
 * an expression (which it holds for rare) made it read and sort the whole stage. A contract that ends later than today needs no look at the rules.
 */
function calendarFilter({ stages, running }: NonNullable<ListQuery['calendar']>, stay: string, p: Parameters): string {
  const fits = `array_position(${p.add(stages, 'text[]')}, ${calendarStageSql(p.add(stay, 'jsonb'))}) is not null`;
  return running ? `c.list_end >= ${TODAY} and (c.list_end > ${TODAY} or ${fits})` : fits;
}

/** The day of suspicion of `overstayFrom`, in SQL; a test holds both equal. */
export function suspectFromSql(stay: string): string {
  const rule = (i: number) => `((coalesce(${stay} -> c.market, ${stay} -> '*') ->> ${i})::int)`;
  return `case when c.stay_until is not null then c.stay_until + ${rule(0)} + 1 else c.contract_end + ${rule(1)} + ${rule(0)} + ${rule(2)} end`;
}

/** `deriveStage` in SQL, of the case `c`. */
export function calendarStageSql(stay: string): string {
  return `case when c.returned_on is null and c.stage in ('ABROAD', 'ABSCONDED') and ${suspectFromSql(stay)} <= business_day() then 'SUSPECTED_OVERSTAY'
    when c.returned_on is null and c.stage = 'ABROAD' and c.list_end < business_day() then 'ABROAD_GRACE' else c.stage end`;
}

function hitsOf(query: ListQuery, p: Parameters): string {
  const pivot = query.name!.pivot!;
  return NAME_HITS_SQL.inProvince({
    province: p.add(query.place.values[0], 'text'),
    pivot: p.add(pivot, 'text'),
    pivotEnd: p.add(pivot + LAST, 'text'),
    patterns: p.add(query.name!.patterns, 'text[]'),
  });
}

/** Statements of one shape share a prepared plan. */
function shapeOf(query: ListQuery): string {
  const parts = [
    query.place.column.slice(0, 3),
    query.sort === 'name' && 'N',
    query.descending && 'D',
    query.after && 'k',
    query.stages && 's',
    query.calendar && (query.calendar.running ? 'R' : 'C'),
    query.markets && 'm',
    query.agencyId && 'a',
    query.communes && 'c',
    query.endFrom && 'f',
    query.endTo && 't',
    query.departedFrom && 'F',
    query.departedTo && 'U',
    query.legalForm && 'l',
    query.programme && 'p',
    query.sex && 'x',
    query.alerted && 'A',
    query.unproven && 'g',
    query.code && 'n',
    query.name && (query.name.pivot ? 'w' : 'y'),
    query.withTotal && 'T',
  ];
  return `case_list_${parts.filter(Boolean).join('_')}`;
}
