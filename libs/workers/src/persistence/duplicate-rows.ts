import type { Tx } from '@app/platform';
import type { Duplicate } from '../domain/register-command';

/** The marks by which a person may be known already. */
export interface Marks {
  readonly provinceCode: string;
  readonly nameKey: string;
  readonly birthDate: string | null;
  /** Only the year was given. */
  readonly yearOnly: boolean;
  readonly phones: readonly string[];
  readonly citizenIdIndex: Buffer | null;
  readonly passportIndex: Buffer | null;
}

/** Visible people who share a mark; reasons in order of weight. */
export const DuplicateRows = {
  async of(tx: Tx, marks: Marks): Promise<Duplicate[]> {
    return tx.query<Duplicate & Record<string, unknown>>(
      `with hit (id, reason, weight) as (
         select w.id, 'SAME_CITIZEN_ID', 1 from worker w where w.citizen_id_index = $1
         union all select w.id, 'SAME_PASSPORT', 2 from worker w where w.passport_index = $2
         union all select w.id, 'SAME_NAME_AND_BIRTH_DATE', 3 from worker w
          where w.province_code = $3 and w.name_key = $4
            and case when $6::boolean or w.birth_precision <> 'YMD' then date_trunc('year', w.birth_date) = date_trunc('year', $5::date) else w.birth_date = $5::date end
         union all select p.worker_id, 'SAME_PHONE', 4 from worker_phone p where p.phone = any ($7::text[]))
       select w.id as "workerId", w.full_name as "fullName", w.birth_date as "birthDate", w.birth_precision as "birthPrecision",
              w.commune_code as "communeCode",
              (select u.name from admin_unit u where u.level = 'commune' and u.code = w.commune_code and business_day() between u.valid_from and u.valid_to) as "communeName",
              array_agg(h.reason order by h.weight) as reasons
         from (select distinct id, reason, weight from hit) h join worker w on w.id = h.id
        group by w.id order by min(h.weight), w.sort_key limit 20`,
      [marks.citizenIdIndex, marks.passportIndex, marks.provinceCode, marks.nameKey, marks.birthDate, marks.yearOnly, marks.phones],
    );
  },
};
