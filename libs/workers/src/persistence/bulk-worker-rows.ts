import { newId } from '@app/kernel';
import type { Tx } from '@app/platform';
import { nameKey, sortKey } from '../domain/worker-name';
import type { WorkerRecord } from '../domain/worker-record';
import { copyRows } from './copy-rows';

/** A person to insert, with the numbers already sealed. */
export interface NewWorkerRow {
  readonly id: string;
  readonly record: WorkerRecord;
  readonly citizenIdCipher: Buffer | null;
  readonly citizenIdIndex: Buffer | null;
  readonly passportCipher: Buffer | null;
  readonly passportIndex: Buffer | null;
}

const STAGING = `create temp table if not exists bulk_worker (
  id uuid, province_code text collate "C", commune_code text, declared_unit_id int, declared_place text, hamlet text, full_name text, name_key text collate "C",
  sort_key text, birth_date date, birth_precision text, sex text, ethnic_code text, household_class text, education text, skill text,
  citizen_id_cipher bytea, citizen_id_index bytea, passport_cipher bytea, passport_index bytea, consent boolean, resolved_by text,
  phones text[], groups text[], contacts jsonb, residence_id uuid, tokens text[] collate "C") on commit drop`;
const COLUMNS = [
  'id',
  'province_code',
  'commune_code',
  'declared_unit_id',
  'declared_place',
  'hamlet',
  'full_name',
  'name_key',
  'sort_key',
  'birth_date',
  'birth_precision',
  'sex',
  'ethnic_code',
  'household_class',
  'education',
  'skill',
  'citizen_id_cipher',
  'citizen_id_index',
  'passport_cipher',
  'passport_index',
  'consent',
  'resolved_by',
  'phones',
  'groups',
  'contacts',
  'residence_id',
  'tokens',
];

/** Set-based insertion of many persons: one COPY, then one statement per table. */
export const BulkWorkerRows = {
  /** Ids really inserted: a number somebody registered in the same moment stays theirs. */
  async insert(tx: Tx, rows: readonly NewWorkerRow[], registeredBy: string | null): Promise<Set<string>> {
    if (rows.length === 0) return new Set();
    await tx.execute(STAGING);
    await tx.execute(`truncate bulk_worker`);
    await copyRows(tx, 'bulk_worker', COLUMNS, rows, cells);
    const [{ ids, skipped } = { ids: [], skipped: 0 }] = await tx.query<{ ids: string[]; skipped: number }>(INSERT_WORKERS, [registeredBy]);
    if (skipped > 0) await tx.execute(`delete from bulk_worker b where b.id <> all ($1::uuid[])`, [ids]);
    for (const statement of CHILDREN) await tx.execute(statement);
    return new Set(ids);
  },
};

function cells({ id, record, ...sealed }: NewWorkerRow) {
  const { residence } = record;
  const birthDate = record.birthDate ?? null;
  const key = nameKey(record.fullName);
  return [
    id,
    residence.provinceCode,
    residence.communeCode,
    residence.declaredUnitId,
    residence.declaredPlace,
    residence.hamlet,
    record.fullName,
    key,
    sortKey(record.fullName),
    birthDate,
    birthDate && (record.birthPrecision ?? 'YMD'),
    record.sex,
    record.ethnicCode,
    record.householdClass,
    record.education,
    record.skill,
    sealed.citizenIdCipher,
    sealed.citizenIdIndex,
    sealed.passportCipher,
    sealed.passportIndex,
    record.consentFamilyNotice ?? false,
    residence.resolvedBy ?? 'written',
    record.phones?.length ? record.phones : null,
    record.priorityGroups?.length ? record.priorityGroups : null,
    record.contacts?.length ? JSON.stringify(record.contacts.map((contact) => ({ id: newId(), ...contact }))) : null,
    newId(),
    [...new Set(key.split(' ').filter(Boolean))],
  ];
}

const INSERT_WORKERS = `with made as (
  insert into worker (id, province_code, commune_code, declared_unit_id, declared_place, hamlet, full_name, name_key, sort_key, birth_date,
    birth_precision, sex, ethnic_code, household_class, education, skill, citizen_id_cipher, citizen_id_index, passport_cipher, passport_index,
    registered_by_id, consent_family_notice)
  select id, province_code, commune_code, declared_unit_id, declared_place, hamlet, full_name, name_key, sort_key, birth_date, birth_precision, sex,
    ethnic_code, household_class, education, skill, citizen_id_cipher, citizen_id_index, passport_cipher, passport_index, $1::uuid, consent
    from bulk_worker
  on conflict (citizen_id_index) do nothing
  returning id)
 select coalesce(array_agg(id), '{}') as ids, ((select count(*) from bulk_worker) - count(*))::int as skipped from made`;

const CHILDREN = [
  `insert into worker_name_token (province_code, token, worker_id)
   select b.province_code, word, b.id from bulk_worker b, unnest(b.tokens) as word order by 1, 2, 3`,
  `insert into worker_phone (worker_id, phone, position)
   select b.id, p.phone, min(p.position) - 1 from bulk_worker b, unnest(b.phones) with ordinality as p (phone, position) group by b.id, p.phone`,
  `insert into worker_residence (id, worker_id, unit_id, commune_code, hamlet, resolved_by)
   select b.residence_id, b.id, b.declared_unit_id, b.commune_code, b.hamlet, b.resolved_by from bulk_worker b`,
  `insert into worker_priority_group (worker_id, code) select distinct b.id, code from bulk_worker b, unnest(b.groups) as code`,
  `insert into family_contact (id, worker_id, full_name, kin, phone, commune_code, declared_unit_id, hamlet, consent)
   select c.id, b.id, c."fullName", c.kin, c.phone, c."communeCode", c."declaredUnitId", c.hamlet, coalesce(c.consent, false)
     from bulk_worker b, jsonb_to_recordset(b.contacts)
       as c (id uuid, "fullName" text, kin text, phone text, "communeCode" text, "declaredUnitId" int, hamlet text, consent boolean)
    where b.contacts is not null`,
];
