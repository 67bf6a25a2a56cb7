import type { Scope } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { WorkerLine } from '../domain/worker-line';

/** Above this many hits the words must be narrowed; keeps the sort small. */
export const HITS = 500;
/** End of a prefix range: ranges keep their index under row-level security, LIKE does not. */
const LAST = '\u{10ffff}';

export interface SearchRow extends WorkerLine {
  readonly sortKey: string;
}

const LINE = `w.id, w.full_name as "fullName", w.birth_date as "birthDate", w.birth_precision as "birthPrecision", w.sex, w.commune_code as "communeCode",
  w.hamlet, w.sort_key as "sortKey", (select p.phone from worker_phone p where p.worker_id = w.id order by p.position limit 1) as phone`;
const PAGE = `where ($1::text is null or (w.sort_key, w.id) > ($1::text collate "C", $2::uuid)) order by w.sort_key, w.id limit $3`;

export interface Page {
  readonly sortKey: string | null;
  readonly id: string | null;
  readonly limit: number;
}

/** Every search states the actor's place itself; row security filters once more. */
export const WorkerSearchRows = {
  /** The most selective word of a name within a province. */
  async rarest(tx: Tx, province: string, tokens: readonly string[]): Promise<string> {
    if (tokens.length === 1) return tokens[0]!;
    const rows = await tx.query<{ token: string }>(
      `select q.token from unnest($2::text[]) as q (token), lateral (select count(*) as hits from (
         select from worker_name_token t where t.province_code = $1 and t.token >= q.token and t.token < q.token || '${LAST}' limit 2000) x) h
        order by h.hits, length(q.token) desc limit 1`,
      [province, tokens],
      'worker_rarest_token',
    );
    return rows[0]!.token;
  },

  async inProvince(tx: Tx, province: string, pivot: string, others: readonly string[], page: Page): Promise<SearchRow[]> {
    return tx.query<SearchRow>(
      `with hit as materialized (
         select distinct w.id from worker_name_token t join worker w on w.id = t.worker_id
          where t.province_code = $4 and t.token >= $5 and t.token < $6 and w.province_code = $4
            and (' ' || w.name_key) like all ($7::text[])
          limit ${HITS})
       select ${LINE} from hit join worker w on w.id = hit.id ${PAGE}`,
      [page.sortKey, page.id, page.limit, province, pivot, pivot + LAST, patterns(others)],
      'worker_search_province',
    );
  },

  /** A commune has few people: its own list is read and filtered. */
  async inCommunes(tx: Tx, communes: readonly string[], tokens: readonly string[], page: Page): Promise<SearchRow[]> {
    return tx.query<SearchRow>(
      `select ${LINE} from worker w ${PAGE.replace('where', `where w.commune_code = any ($4::text[]) and (' ' || w.name_key) like all ($5::text[]) and`)}`,
      [page.sortKey, page.id, page.limit, communes, patterns(tokens)],
      'worker_search_commune',
    );
  },

  /** Agencies and bank offices know people through their cases, and an agency those it registered itself. */
  async throughCases(tx: Tx, organisationId: string, tokens: readonly string[], page: Page): Promise<SearchRow[]> {
    return tx.query<SearchRow>(
      `with hit as materialized (
         (select w.id from case_file c join worker w on w.id = c.worker_id
           where (c.agency_id = $4 or c.bank_id = $4) and (' ' || w.name_key) like all ($5::text[])
          union
          select w.id from worker w where w.registered_by_id = $4 and (' ' || w.name_key) like all ($5::text[])) limit ${HITS})
       select ${LINE} from hit join worker w on w.id = hit.id ${PAGE}`,
      [page.sortKey, page.id, page.limit, organisationId, patterns(tokens)],
      'worker_search_cases',
    );
  },

  async exact(tx: Tx, by: 'citizen_id_index' | 'passport_index', index: Buffer): Promise<SearchRow[]> {
    return tx.query<SearchRow>(
      `select ${LINE} from worker w where w.${by} = $1 order by w.sort_key, w.id limit 51`,
      [index],
      `worker_search_${by}`,
    );
  },

  async byPhone(tx: Tx, phone: string): Promise<SearchRow[]> {
    return tx.query<SearchRow>(
      `select ${LINE} from worker w where w.id in (select n.worker_id from worker_phone n where n.phone = $1) order by w.sort_key, w.id limit 51`,
      [phone],
      'worker_search_phone',
    );
  },
};

/** Ids of the people meant by words of a name, for other contexts' lists. */
export const NAME_HITS_SQL = {
  /** `$province`, `$pivot`, `$pivotEnd`, `$patterns`: texts of parameters. */
  inProvince: (p: { province: string; pivot: string; pivotEnd: string; patterns: string }) =>
    `select distinct w.id from worker_name_token t join worker w on w.id = t.worker_id
      where t.province_code = ${p.province} and t.token >= ${p.pivot} and t.token < ${p.pivotEnd} and (' ' || w.name_key) like all (${p.patterns}) limit ${HITS * 4}`,
};

export function patterns(tokens: readonly string[]): string[] {
  return tokens.map((token) => `% ${token}%`);
}

export function placeOf(scope: Scope): { province?: string; communes?: readonly string[]; organisationId?: string } {
  if (scope.kind === 'province') return { province: scope.province };
  if (scope.kind === 'commune') return { communes: scope.communes };
  return scope.kind === 'agency' ? { organisationId: scope.agencyId } : scope.kind === 'bank' ? { organisationId: scope.bankId } : {};
}
