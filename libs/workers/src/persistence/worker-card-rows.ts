import type { Tx } from '@app/platform';
import type { WorkerCard } from '../domain/worker-card';

const TODAY_NAME = (level: 'province' | 'commune') =>
  `(select u.name from admin_unit u where u.level = '${level}' and u.code = w.${level}_code and business_day() between u.valid_from and u.valid_to)`;

/** One person for the screen: numbers stay sealed, their presence shows. */
export const WorkerCardRows = {
  async find(tx: Tx, id: string): Promise<WorkerCard | undefined> {
    const rows = await tx.query<WorkerCard>(
      `select w.id, w.full_name as "fullName", w.birth_date as "birthDate", w.birth_precision as "birthPrecision", w.sex, w.ethnic_code as "ethnicCode",
         w.household_class as "householdClass", w.education, w.skill, w.province_code as "provinceCode", w.commune_code as "communeCode", w.hamlet,
         w.declared_place as "declaredPlace", ${TODAY_NAME('province')} as "provinceName", ${TODAY_NAME('commune')} as "communeName",
         (select u.name from admin_unit u where u.id = w.declared_unit_id and u.code is distinct from w.commune_code) as "declaredUnitName", w.citizen_id_index is not null as "hasCitizenId", w.passport_index is not null as "hasPassport",
         w.consent_family_notice as "consentFamilyNotice", w.version,
         array(select p.phone from worker_phone p where p.worker_id = w.id order by p.position) as phones,
         array(select o.phone from former_phone o where o.worker_id = w.id and o.contact_id is null and not exists (select from worker_phone p where p.worker_id = w.id and p.phone = o.phone)
           group by o.phone order by max(o.id) desc limit 5) as "formerPhones",
         array(select g.code from worker_priority_group g where g.worker_id = w.id order by g.code) as "priorityGroups",
         (select coalesce(json_agg(json_build_object('fullName', f.full_name, 'kin', f.kin, 'phone', f.phone, 'communeCode', f.commune_code, 'hamlet', f.hamlet) order by f.created_at, f.id), '[]')
            from family_contact f where f.worker_id = w.id) as contacts
       from worker w where w.id = $1`,
      [id],
    );
    return rows[0];
  },
};
