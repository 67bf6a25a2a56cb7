import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { StoredWorker } from '../domain/fill-worker';
import type { KnownPerson } from '../domain/worker-line';

export interface KnownRow extends StoredWorker, KnownPerson {
  readonly citizenIdIndex: Buffer | null;
}

const COLUMNS = `w.id, w.id as "workerId", w.version, w.full_name as "fullName", w.province_code as "provinceCode", w.commune_code as "communeCode",
  w.birth_date as "birthDate", w.birth_precision as "birthPrecision", w.sex, w.ethnic_code as "ethnicCode", w.household_class as "householdClass",
  w.education, w.skill, w.hamlet, w.citizen_id_index as "citizenIdIndex", w.citizen_id_index is not null as "hasCitizenId",
  w.passport_index is not null as "hasPassport",
  array(select p.phone from worker_phone p where p.worker_id = w.id order by p.position) as phones,
  array(select f.full_name from family_contact f where f.worker_id = w.id) as "contactKeys",
  array(select g.code from worker_priority_group g where g.worker_id = w.id order by g.code) as "priorityGroups"`;

/** Persons the actor may see, by what identifies them. */
export const KnownWorkerRows = {
  async byCitizenIdIndex(tx: Tx, indexes: readonly Buffer[]): Promise<KnownRow[]> {
    if (indexes.length === 0) return [];
    return tx.query<KnownRow>(`select ${COLUMNS} from worker w where w.citizen_id_index = any ($1::bytea[])`, [indexes]);
  },

  async byId(tx: Tx, ids: readonly string[]): Promise<KnownRow[]> {
    return tx.query<KnownRow>(`select ${COLUMNS} from worker w where w.id = any ($1::uuid[])`, [ids]);
  },

  /** People without a number: the same name, full birth date and commune. */
  async withoutNumber(
    tx: Tx,
    people: readonly { province: string; commune: string | null; nameKey: string; birthDate: LocalDate }[],
  ): Promise<(KnownRow & { nameKey: string })[]> {
    if (people.length === 0) return [];
    return tx.query<KnownRow & { nameKey: string }>(
      `select ${COLUMNS}, w.name_key as "nameKey"
         from unnest($1::text[], $2::text[], $3::text[], $4::date[]) as p (province, commune, name_key, birth_date)
         join worker w on w.province_code = p.province and w.name_key = p.name_key and w.birth_date = p.birth_date
              and w.birth_precision = 'YMD' and w.commune_code is not distinct from p.commune
        where w.citizen_id_index is null`,
      [people.map((p) => p.province), people.map((p) => p.commune), people.map((p) => p.nameKey), people.map((p) => p.birthDate)],
    );
  },

  /** Which hashes belong to somebody, in whatever scope. */
  async knownAnywhere(tx: Tx, indexes: readonly Buffer[]): Promise<Set<string>> {
    if (indexes.length === 0) return new Set();
    const rows = await tx.query<{ known: Buffer }>(`select worker_known_anywhere($1::bytea[]) as known`, [indexes]);
    return new Set(rows.map((row) => row.known.toString('base64')));
  },
};
