import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { OrderTerms } from '../domain/job-order';

/** What an order asks and offers; which contract stands behind it and how many people it asked for stay with the offices. */
export interface PublicOrder extends Omit<
  OrderTerms,
  'title' | 'market' | 'legalForm' | 'programme' | 'contractId' | 'places' | 'closesOn' | 'exitOn'
> {
  readonly code: string;
  readonly agencyName: string;
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly market: string;
  readonly title: string;
  readonly closesOn: LocalDate | null;
  /** Places nobody holds yet. */
  readonly free: number;
}

const SHOWN = [
  'occupation',
  'employer',
  'workplace',
  'wage',
  'wageCurrency',
  'hoursPerWeek',
  'termMonths',
  'ageFrom',
  'ageTo',
  'sex',
  'education',
  'language',
  'conditions',
];

export const PublicOrderRows = {
  /** The soonest end first. */
  async list(tx: Tx, province: string | undefined): Promise<PublicOrder[]> {
    const rows = await tx.query<{ order: PublicOrder }>(
      `select jsonb_build_object('code', o.code, 'agencyName', o.agency, 'provinceCode', o.province_code, 'provinceName', p.name, 'market', o.market, 'title', o.title,
           'closesOn', o.closes_on, 'free', o.free) || (select jsonb_object_agg(key, value) from jsonb_each(o.terms) where key = any ($2)) as "order"
         from public_orders($1) o
         join admin_unit p on p.level = 'province' and p.code = o.province_code and business_day() between p.valid_from and p.valid_to
        order by o.closes_on nulls last, o.code limit 100`,
      [province ?? null, SHOWN],
      'public_orders',
    );
    return rows.map(({ order }) => order);
  },
};
