import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';

/** People kept alike: declared in one unit, placed in one commune of one province. Relatives carry no province. */
export interface Place {
  readonly unitId: number | null;
  readonly code: string | null;
  readonly province: string | null;
}

/** Where people of a place belong now; `to` null: divided, somebody must choose. `bearer`: the unit their code meant. */
export interface PlaceMove extends Place {
  readonly bearer: number | null;
  readonly to: { readonly communeCode: string; readonly provinceCode: string } | null;
}

export interface Asked {
  readonly workerId: string;
  readonly provinceCode: string;
}

export interface MovedPeople {
  readonly moved: number;
  readonly asked: readonly Asked[];
  /** Had been asked about since that day, and now have a commune. */
  readonly placed: readonly { readonly workerId: string; readonly since: LocalDate }[];
}

const MOVES = `unnest($1::int[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[]) as m (unit, old, old_province, bearer, commune, province)`;
const values = (moves: readonly PlaceMove[]) => [
  moves.map((m) => m.unitId ?? 0),
  moves.map((m) => m.code ?? ''),
  moves.map((m) => m.province ?? ''),
  moves.map((m) => m.bearer),
  moves.map((m) => m.to?.communeCode ?? null),
  moves.map((m) => m.to?.provinceCode ?? null),
];

/** Placed under the new units already: by a person, by a registration or by this very change. */
const SETTLED_SINCE = `exists (select from worker_residence r where r.worker_id = w.id and coalesce(r.valid_from, (r.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date) >= $7::date)`;
/** The last word on the person's place is a person's, and the commune still stands. */
const CHOSEN = `coalesce(w.commune_code in (select u.code from admin_unit u where u.level = 'commune' and business_day() between u.valid_from and u.valid_to)
  and (select r.resolved_by from worker_residence r where r.worker_id = w.id order by r.recorded_at desc limit 1) in ('chosen', 'code'), false)`;

export const ResidenceRows = {
  async placesOfPeople(tx: Tx): Promise<Place[]> {
    return tx.query<Place & { province: string }>(
      `select distinct declared_unit_id as "unitId", commune_code as code, province_code as province from worker`,
    );
  },

  async placesOfRelatives(tx: Tx): Promise<Place[]> {
    return tx.query<Place & { code: string }>(
      `select distinct declared_unit_id as "unitId", commune_code as code, null as province from family_contact`,
    );
  },

  /** One statement for everybody; keeps the move as residence history and the unit a bare code meant as declared. */
  async movePeople(tx: Tx, moves: readonly PlaceMove[], { day, whole }: { day: LocalDate; whole: boolean }): Promise<MovedPeople> {
    if (moves.length === 0) return { moved: 0, asked: [], placed: [] };
    const rows = await tx.query<Asked & { commune: string | null; since: LocalDate | null }>(
      `with moved as (
         update worker w set commune_code = m.commune, province_code = coalesce(m.province, w.province_code), declared_unit_id = coalesce(w.declared_unit_id, m.bearer),
             version = w.version + 1, changed_at = now()
           from ${MOVES}
          where coalesce(w.declared_unit_id, 0) = m.unit and coalesce(w.commune_code, '') = m.old and w.province_code = m.old_province
            and not ${whole ? `(${CHOSEN})` : SETTLED_SINCE}
         returning w.id, w.province_code, w.commune_code, w.declared_unit_id, w.hamlet, m.old
       ), history as (
         insert into worker_residence (id, worker_id, unit_id, commune_code, hamlet, valid_from, resolved_by, reason)
         select gen_random_uuid(), id, declared_unit_id, commune_code, hamlet, $7::date, case when commune_code is null then 'divided' else 'succession' end, nullif(old, '') from moved
       ), tokens as (
         update worker_name_token t set province_code = moved.province_code from moved where t.worker_id = moved.id and t.province_code <> moved.province_code
       )
       select id as "workerId", province_code as "provinceCode", commune_code as commune,
         case when old = '' then (select max(r.valid_from) from worker_residence r where r.worker_id = moved.id and r.resolved_by = 'divided') end as since from moved`,
      [...values(moves), day],
    );
    return {
      moved: rows.length,
      asked: rows.filter(({ commune }) => commune === null),
      placed: rows.flatMap(({ workerId, commune, since }) => (commune !== null && since !== null ? [{ workerId, since }] : [])),
    };
  },

  /** Relatives have no history: a person's answer writes them anew, and then they are younger than the decree. */
  async moveRelatives(
    tx: Tx,
    moves: readonly PlaceMove[],
    { day, whole }: { day: LocalDate; whole: boolean },
  ): Promise<{ moved: number; asked: readonly Asked[] }> {
    if (moves.length === 0) return { moved: 0, asked: [] };
    const rows = await tx.query<Asked & { commune: string | null }>(
      `with moved as (
         update family_contact f set commune_code = m.commune, declared_unit_id = coalesce(f.declared_unit_id, m.bearer) from ${MOVES}
          where coalesce(f.declared_unit_id, 0) = m.unit and coalesce(f.commune_code, '') = m.old and m.old_province = '' and ($8 or (f.created_at at time zone 'Asia/Ho_Chi_Minh')::date < $7::date)
         returning f.worker_id, f.commune_code
       )
       select w.id as "workerId", w.province_code as "provinceCode", min(moved.commune_code) as commune from moved join worker w on w.id = moved.worker_id
        group by w.id, moved.commune_code is null`,
      [...values(moves), day, whole],
    );
    return { moved: rows.length, asked: rows.filter(({ commune }) => commune === null) };
  },

  /** The day since which somebody must choose the person's commune; undefined: nobody asks. */
  async dividedSince(tx: Tx, workerId: string): Promise<LocalDate | undefined> {
    const [row] = await tx.query<{ since: LocalDate | null }>(
      `select max(valid_from) as since from worker_residence where worker_id = $1 and resolved_by = 'divided'`,
      [workerId],
    );
    return row?.since ?? undefined;
  },
};
