import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { EligibilityFacts } from '../domain/eligibility';
import { scopeSql, scopeValue } from './scope-sql';

/** Cases that can still be proposed or selected. */
const WAITING = `('REGISTERED', 'COUNSELLED', 'SOURCED')`;

export const EligibilityRows = {
  /** People of the scope whose case waits for an order, by who came first. */
  async waiting(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select c.worker_id as id from case_file c where ${scopeSql(tx.actor.scope, '$2')} and c.stage in ${WAITING} group by c.worker_id order by min(c.created_at), c.worker_id limit $1`,
      [limit, scopeValue(tx.actor.scope)],
    );
    return rows.map(({ id }) => id);
  },

  /** One row per person of the scope. `livedSince`: communes in which somebody still lived on or after that day; null = not asked. */
  async facts(tx: Tx, workerIds: readonly string[], market: string, livedSince: LocalDate | null): Promise<EligibilityFacts[]> {
    return tx.query<EligibilityFacts & Record<string, unknown>>(
      `with lived as (
         select worker_id, array_agg(distinct commune_code) as communes from (
           select r.worker_id, r.commune_code, lead(coalesce(r.valid_from, r.recorded_at::date)) over (partition by r.worker_id order by r.recorded_at, r.id) as left_on
             from worker_residence r where $3::date is not null and r.worker_id = any ($1::uuid[])) r
          where commune_code is not null and (left_on is null or left_on >= $3::date) group by worker_id)
       select w.id as "workerId", w.birth_date as "birthDate", w.birth_precision as "birthPrecision", w.sex, w.commune_code as "communeCode", l.communes as "livedIn",
         f.overstayed, f.relatives, f.unnumbered as "unnumberedKin", f.kin as "overstayingKin", f.away
         from worker w join eligibility_record($1::uuid[], $2) f on f.worker_id = w.id left join lived l on l.worker_id = w.id where w.id = any ($1::uuid[])`,
      [workerIds, market, livedSince],
      'eligibility_facts',
    );
  },

  /** Communes with at least so many confirmed overstays in the market, and how many of their people are there at all. */
  async measured(tx: Tx, market: string, least: number): Promise<{ communeCode: string; overstaying: number; there: number }[]> {
    return tx.query<{ communeCode: string; overstaying: number; there: number }>(
      `select commune_code as "communeCode", overstaying, there from measured_localities($1, $2)`,
      [market, least],
    );
  },
};
