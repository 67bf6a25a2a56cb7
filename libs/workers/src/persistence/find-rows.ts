import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { BirthPrecision } from '../domain/worker-record';
import { patterns, placeOf } from './worker-search-rows';

export interface FoundRow {
  readonly id: string;
  readonly fullName: string;
  readonly sortKey: string;
  readonly birthDate: LocalDate | null;
  readonly birthPrecision: BirthPrecision | null;
  readonly sex: 'M' | 'F' | null;
  readonly communeCode: string | null;
  readonly declaredUnitId: number | null;
}

export interface Wanted {
  /** Folded words every name must have (beginnings count). */
  readonly words: readonly string[];
  /** 1998, or 98. */
  readonly year?: number;
  readonly tail?: string;
  /** Communes declared or lived in. */
  readonly place?: { readonly unitIds: readonly number[]; readonly codes: readonly string[] };
  /** Rarest word, for a whole province. */
  readonly pivot?: string;
}

const COLUMNS = `w.id, w.full_name as "fullName", w.sort_key as "sortKey", w.birth_date as "birthDate", w.birth_precision as "birthPrecision", w.sex,
         w.commune_code as "communeCode", w.declared_unit_id as "declaredUnitId"`;
/** More than a screen shows, so that the ranking has something to choose from. */
const MOST = 400;
const LAST = '\u{10ffff}';

/** People a question may mean. Each way in is a range of an index within the actor's own place; row security filters once more. */
export const FindRows = {
  async find(tx: Tx, wanted: Wanted): Promise<FoundRow[]> {
    const values: unknown[] = [];
    const value = (one: unknown, type: string) => `$${values.push(one)}::${type}`;
    const from = sourceOf(tx, wanted, value);
    if (!from) return [];
    const whole = `(select count(*) from unnest(${value([...wanted.words], 'text[]')}) q where ' ' || w.name_key || ' ' like '% ' || q || ' %')`;
    return tx.query<FoundRow & Record<string, unknown>>(
      `select ${COLUMNS}
       from (${from} limit 2000) w order by ${whole} desc, w.sort_key, w.id limit ${MOST}`,
      values,
    );
  },

  /** Of persons already found, in Vietnamese order. */
  async some(tx: Tx, ids: readonly string[]): Promise<FoundRow[]> {
    return tx.query<FoundRow & Record<string, unknown>>(
      `select ${COLUMNS} from worker w where w.id = any ($1) order by w.sort_key, w.id`,
      [ids],
      'worker_found',
    );
  },
};

type Value = (value: unknown, type: string) => string;

/** Persons by the way that reads least: last digits, a commune's own people, the rarest word of the province. */
function sourceOf(tx: Tx, wanted: Wanted, value: Value): string | undefined {
  const { province, communes, organisationId } = placeOf(tx.actor.scope);
  const filters = filtersOf(wanted, value);
  const own = (alias: string) =>
    province
      ? `${alias}.province_code = ${value(province, 'text')}`
      : communes
        ? `${alias}.commune_code = any (${value(communes, 'text[]')})`
        : 'true';
  const where = (alias: string, ...more: string[]) => [own(alias), ...more, ...filters].join(' and ');
  if (!province && !communes && !organisationId) return undefined;
  if (wanted.tail)
    return `select w.* from worker w where w.id in (select p.worker_id from worker_phone p where p.tail = ${value(wanted.tail.slice(-4), 'text')}
      and right(p.phone, ${wanted.tail.length}) = ${value(wanted.tail, 'text')}) and ${where('w')}`;
  if (wanted.words.length === 0) return undefined;
  if (organisationId) {
    const org = value(organisationId, 'uuid');
    return `select w.* from worker w where w.id in (select c.worker_id from case_file c where c.agency_id = ${org} or c.bank_id = ${org}
      union select r.id from worker r where r.registered_by_id = ${org}) and ${where('w')}`;
  }
  if (wanted.place)
    return `select w.* from worker w where (w.commune_code = any (${value(wanted.place.codes, 'text[]')}) or w.commune_code is null) and ${where('w')}`;
  if (communes) return `select w.* from worker w where ${where('w')}`;
  const pivot = wanted.pivot!;
  return `select w.* from (select distinct t.worker_id from worker_name_token t where t.province_code = ${value(province, 'text')}
    and t.token >= ${value(pivot, 'text')} and t.token < ${value(pivot + LAST, 'text')}) hit join worker w on w.id = hit.worker_id where ${where('w')}`;
}

function filtersOf({ words, year, place, pivot }: Wanted, value: Value): string[] {
  const others = pivot ? words.filter((word) => word !== pivot) : words;
  return [
    others.length ? `(' ' || w.name_key) like all (${value(patterns(others), 'text[]')})` : '',
    year === undefined ? '' : `extract(year from w.birth_date) ${year < 100 ? `% 100 = ${value(year, 'int')}` : `= ${value(year, 'int')}`}`,
    place ? `(w.declared_unit_id = any (${value(place.unitIds, 'int[]')}) or w.commune_code = any (${value(place.codes, 'text[]')}))` : '',
  ].filter(Boolean);
}
