import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { JobOrder, OrderState, OrderTerms, OrderVersion } from '../domain/job-order';

const ORDER = `o.id, o.code, o.agency_id as "agencyId", g.name as "agencyName", o.province_code as "provinceCode", o.state, o.version, o.approved_version as "approvedVersion",
  o.terms, coalesce(n.passed, 0) as passed, coalesce(n.exited, 0) as exited`;

export interface OrderFilter {
  readonly state?: OrderState;
  readonly market?: string;
  readonly agencyId?: string;
  /** Code of the order to go on after. */
  readonly after?: string;
  readonly limit: number;
}

export interface LockedOrder {
  readonly id: string;
  readonly agencyId: string;
  readonly provinceCode: string;
  readonly state: OrderState;
  readonly version: number;
  readonly approvedVersion: number | null;
  readonly terms: OrderTerms;
  readonly today: LocalDate;
}

/** Somebody who looks for an order; words folded as by `foldText`. */
export interface OrderSeeker {
  readonly age: number | null;
  readonly sex: string | null;
  readonly markets: readonly string[];
  /** Words one of which the occupation must hold. */
  readonly occupationWords: readonly string[];
  readonly occupationsNamed: boolean;
  readonly language: string | null;
}

/** `foldText` of the kernel, for the words of an order. */
const folded = (text: string) =>
  `trim(regexp_replace(lower(translate(regexp_replace(normalize(${text}, NFD), '[\\u0300-\\u036f]', '', 'g'), 'đĐ', 'dd')), '[^[:alnum:]]+', ' ', 'g'))`;

/**
 * What speaks for an order less what speaks against it, in points; what nobody may overlook (a free place, age, sex) weighs ten more. A point that is
 * not known counts for nothing. `$1` age, `$2` sex, `$3` markets, `$4` words of occupations, `$5` whether any was named, `$6` language.
 */
const RANK = `(
    case when o.places > coalesce(n.passed, 0) then 1 else -11 end
    + case when cardinality($3::text[]) = 0 then 0 when o.market = any ($3::text[]) then 1 else -1 end
    + case when not $5::boolean then 0 when exists (select from unnest($4::text[]) w where position(w in ${folded(`o.terms->>'occupation'`)}) > 0) then 1 else -1 end
    + case when $1::int is null then 0 when $1 between coalesce((o.terms->>'ageFrom')::int, 0) and coalesce((o.terms->>'ageTo')::int, 200) then 1 else -11 end
    + case when o.terms->>'sex' is null or $2::text is null then 0 when o.terms->>'sex' = $2 then 1 else -11 end
    + case when o.terms->>'language' is null then 0 when position(${folded(`o.terms->>'language'`)} in $6::text) > 0 then 1 else -1 end)`;

export const OrderRows = {
  async today(tx: Tx): Promise<LocalDate> {
    return (await tx.query<{ today: LocalDate }>(`select business_day() as today`, [], 'business_day'))[0]!.today;
  },

  async list(tx: Tx, { state, market, agencyId, after, limit }: OrderFilter): Promise<JobOrder[]> {
    return tx.query<JobOrder & Record<string, unknown>>(
      `with page as (
         select * from job_order o where ($1::text is null or o.state = $1) and ($2::text is null or o.market = $2) and ($3::uuid is null or o.agency_id = $3)
            and ($4::text is null or o.code > $4) order by o.code limit $5)
       select ${ORDER} from page o join organisation g on g.id = o.agency_id
         left join order_counts((select coalesce(array_agg(id), '{}') from page)) n on n.order_id = o.id order by o.code`,
      [state ?? null, market ?? null, agencyId ?? null, after ?? null, limit],
      'order_list',
    );
  },

  /** Of all orders of the scope that still take people those that would do best for a person: {@link RANK}, compared over every one of them. */
  async open(tx: Tx, person: OrderSeeker, limit: number): Promise<JobOrder[]> {
    return tx.query<JobOrder & Record<string, unknown>>(
      `with open as materialized (select * from job_order o where o.state = 'approved' and (o.closes_on is null or o.closes_on >= business_day()))
       select ${ORDER} from open o join organisation g on g.id = o.agency_id
         left join order_counts((select coalesce(array_agg(id), '{}') from open)) n on n.order_id = o.id
        order by ${RANK} desc, o.code limit $7`,
      [person.age, person.sex, person.markets, person.occupationWords, person.occupationsNamed, person.language, limit],
      'order_open',
    );
  },

  async find(tx: Tx, id: string): Promise<JobOrder | undefined> {
    const rows = await tx.query<JobOrder & Record<string, unknown>>(
      `select ${ORDER} from job_order o join organisation g on g.id = o.agency_id left join order_counts(array[$1]::uuid[]) n on n.order_id = o.id where o.id = $1`,
      [id],
      'order_find',
    );
    return rows[0];
  },

  async versions(tx: Tx, id: string): Promise<OrderVersion[]> {
    return tx.query<OrderVersion & Record<string, unknown>>(
      `select v.version, v.terms, v.state, v.filed_at as "filedAt", f.display_name as "filedBy", v.reason, v.decided_at as "decidedAt", d.display_name as "decidedBy"
         from job_order_version v left join account f on f.id = v.filed_by left join account d on d.id = v.decided_by
        where v.order_id = $1 order by v.version desc`,
      [id],
    );
  },

  /** Whoever takes or gives places of the order waits for the others here. */
  async lock(tx: Tx, id: string): Promise<LockedOrder | undefined> {
    const rows = await tx.query<LockedOrder & Record<string, unknown>>(
      `select o.id, o.agency_id as "agencyId", o.province_code as "provinceCode", o.state, o.version, o.approved_version as "approvedVersion", o.terms, business_day() as today
         from job_order o where o.id = $1 for no key update`,
      [id],
      'order_lock',
    );
    return rows[0];
  },

  /** Cases take their places under this lock and see nothing of {@link lock}: without it somebody takes one while fewer are approved. */
  async holdPlaces(tx: Tx, id: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('job_order:' || $1, 0))`, [id]);
  },

  /** People who hold a place; asked after {@link holdPlaces}, it stays true until the end of the transaction. */
  async passed(tx: Tx, id: string): Promise<number> {
    const [row] = await tx.query<{ passed: number }>(
      `select coalesce((select passed from order_counts(array[$1]::uuid[])), 0) as passed`,
      [id],
      'order_passed',
    );
    return row!.passed;
  },

  async file(tx: Tx, row: { id: string; code: string; agencyId: string; provinceCode: string; terms: OrderTerms }): Promise<void> {
    const { terms } = row;
    await tx.execute(
      `insert into job_order (id, code, agency_id, province_code, contract_id, market, title, places, closes_on, terms)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        row.id,
        row.code,
        row.agencyId,
        row.provinceCode,
        terms.contractId ?? null,
        terms.market,
        terms.title,
        terms.places,
        terms.closesOn ?? null,
        JSON.stringify(terms),
      ],
    );
    await insertVersion(tx, row.id, 1, terms);
  },

  async fileVersion(tx: Tx, id: string, version: number, terms: OrderTerms): Promise<void> {
    await tx.execute(`update job_order_version set state = 'superseded' where order_id = $1 and state = 'submitted'`, [id]);
    await insertVersion(tx, id, version, terms);
    await tx.execute(
      `update job_order set version = $2, state = case when approved_version is null then 'submitted' else state end, changed_at = now() where id = $1`,
      [id, version],
    );
  },

  async pendingTerms(tx: Tx, id: string, version: number): Promise<{ terms: OrderTerms; filedBy: string | null } | undefined> {
    const rows = await tx.query<{ terms: OrderTerms; filedBy: string | null }>(
      `select terms, filed_by as "filedBy" from job_order_version where order_id = $1 and version = $2 and state = 'submitted'`,
      [id, version],
    );
    return rows[0];
  },

  async approve(tx: Tx, id: string, version: number, terms: OrderTerms): Promise<void> {
    await decideVersion(tx, id, version, 'approved', null);
    await tx.execute(
      `update job_order set state = 'approved', approved_version = $2, market = $3, title = $4, places = $5, closes_on = $6, terms = $7, contract_id = $8, changed_at = now() where id = $1`,
      [id, version, terms.market, terms.title, terms.places, terms.closesOn ?? null, JSON.stringify(terms), terms.contractId ?? null],
    );
  },

  /** A refused change leaves what was approved before; a refused first version refuses the order. */
  async refuse(tx: Tx, id: string, version: number, reason: string): Promise<void> {
    await decideVersion(tx, id, version, 'refused', reason);
    await tx.execute(
      `update job_order set state = case when approved_version is null then 'refused' else state end, changed_at = now() where id = $1`,
      [id],
    );
  },

  async close(tx: Tx, id: string): Promise<void> {
    await tx.execute(`update job_order_version set state = 'superseded' where order_id = $1 and state = 'submitted'`, [id]);
    await tx.execute(`update job_order set state = 'closed', changed_at = now() where id = $1`, [id]);
  },
};

async function insertVersion(tx: Tx, id: string, version: number, terms: OrderTerms): Promise<void> {
  await tx.execute(`insert into job_order_version (order_id, version, terms, filed_by) values ($1, $2, $3, $4)`, [
    id,
    version,
    JSON.stringify(terms),
    tx.actor.accountId,
  ]);
}

async function decideVersion(tx: Tx, id: string, version: number, state: string, reason: string | null): Promise<void> {
  await tx.execute(
    `update job_order_version set state = $3, reason = $4, decided_by = $5, decided_at = now() where order_id = $1 and version = $2`,
    [id, version, state, reason, tx.actor.accountId],
  );
}
