import type { Tx } from '@app/platform';
import type { WorkerRecord } from '../domain/worker-record';

/** New values of a known person; null = leave as it is. */
export interface WorkerChange {
  readonly id: string;
  readonly set: Readonly<Record<string, unknown>>;
  readonly citizenIdCipher?: Buffer | null;
  readonly citizenIdIndex?: Buffer | null;
  readonly passportCipher?: Buffer | null;
  readonly passportIndex?: Buffer | null;
  readonly contacts: NonNullable<WorkerRecord['contacts']>;
}

const hex = (value?: Buffer | null) => (value ? `\\x${value.toString('hex')}` : null);

/** Set-based change of known persons; a null never takes anything away. */
export const WorkerChangeRows = {
  async apply(tx: Tx, changes: readonly WorkerChange[]): Promise<void> {
    if (changes.length === 0) return;
    const rows = changes.map((c) => ({
      id: c.id,
      ...c.set,
      citizenIdCipher: hex(c.citizenIdCipher),
      citizenIdIndex: hex(c.citizenIdIndex),
      passportCipher: hex(c.passportCipher),
      passportIndex: hex(c.passportIndex),
      contacts: c.contacts.length > 0 ? c.contacts : null,
    }));
    const json = JSON.stringify(rows);
    await tx.execute(UPDATE, [json]);
    for (const statement of CHILDREN) await tx.execute(statement, [json]);
  },
};

const UPDATE = `update worker w set
    birth_date = coalesce(n."birthDate", w.birth_date), birth_precision = coalesce(n."birthPrecision", w.birth_precision), sex = coalesce(n.sex, w.sex),
    ethnic_code = coalesce(n."ethnicCode", w.ethnic_code), household_class = coalesce(n."householdClass", w.household_class),
    education = coalesce(n.education, w.education), skill = coalesce(n.skill, w.skill), hamlet = coalesce(n.hamlet, w.hamlet),
    citizen_id_cipher = coalesce(n."citizenIdCipher", w.citizen_id_cipher), citizen_id_index = coalesce(n."citizenIdIndex", w.citizen_id_index),
    passport_cipher = coalesce(n."passportCipher", w.passport_cipher), passport_index = coalesce(n."passportIndex", w.passport_index),
    version = w.version + 1, changed_at = now()
  from json_to_recordset($1::json) as n (id uuid, "birthDate" date, "birthPrecision" text, sex text, "ethnicCode" text, "householdClass" text, education text,
    skill text, hamlet text, "citizenIdCipher" bytea, "citizenIdIndex" bytea, "passportCipher" bytea, "passportIndex" bytea)
 where w.id = n.id`;

const PHONES = `json_to_recordset($1::json) as n (id uuid, phones json)`;
const CHILDREN = [
  `delete from worker_phone p using ${PHONES} where n.phones is not null and p.worker_id = n.id`,
  `insert into worker_phone (worker_id, phone, position)
   select n.id, v.phone, min(v.position) - 1 from ${PHONES}, json_array_elements_text(n.phones) with ordinality as v (phone, position)
    where n.phones is not null group by n.id, v.phone`,
  `insert into worker_priority_group (worker_id, code)
   select n.id, code from json_to_recordset($1::json) as n (id uuid, "priorityGroups" json), json_array_elements_text(n."priorityGroups") as code
    where n."priorityGroups" is not null on conflict do nothing`,
  `insert into family_contact (id, worker_id, full_name, kin, phone, commune_code, declared_unit_id, hamlet, consent)
   select gen_random_uuid(), n.id, c."fullName", c.kin, c.phone, c."communeCode", c."declaredUnitId", c.hamlet, coalesce(c.consent, false)
     from json_to_recordset($1::json) as n (id uuid, contacts json), json_to_recordset(n.contacts)
       as c ("fullName" text, kin text, phone text, "communeCode" text, "declaredUnitId" int, hamlet text, consent boolean)
    where n.contacts is not null`,
];
