import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { Language } from '../domain/returnee';

export interface PublicOpening {
  readonly id: string;
  readonly firm: string;
  readonly occupation: string;
  readonly place: string;
  readonly communeName: string | null;
  readonly provinceCode: string;
  readonly provinceName: string;
  /** Places nobody holds yet. */
  readonly free: number;
  /** đồng a month. */
  readonly wageFrom: number;
  readonly wageTo: number | null;
  readonly language: Language | null;
  readonly until: LocalDate;
  /** The centre that refers people, and its number. */
  readonly office: string;
  readonly phone: string | null;
}

/** What anybody may know of openings. */
export const PublicOpeningRows = {
  /** The soonest end first. */
  async list(tx: Tx, province: string | undefined): Promise<PublicOpening[]> {
    return tx.query<PublicOpening & Record<string, unknown>>(
      `select o.id, o.firm, o.occupation, o.place, u.name as "communeName", o.province_code as "provinceCode", p.name as "provinceName", o.free, o.wage_from as "wageFrom",
         o.wage_to as "wageTo", o.language, o.until, o.office, o.phone
         from public_openings($1) o
         join admin_unit p on p.level = 'province' and p.code = o.province_code and business_day() between p.valid_from and p.valid_to
         left join admin_unit u on u.level = 'commune' and u.code = o.commune_code and business_day() between u.valid_from and u.valid_to
        order by o.until, o.id limit 100`,
      [province ?? null],
      'public_openings',
    );
  },
};
