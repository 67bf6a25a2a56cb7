import type { Tx } from '@app/platform';

export interface CaseCount {
  readonly stage: string;
  readonly market: string | null;
  readonly communeCode: string | null;
  readonly cases: number;
  /** Of these: contract ended, no return known. */
  readonly ended: number;
}

/** Numbers without names, for leaders. */
export const CaseCountRows = {
  async count(tx: Tx): Promise<CaseCount[]> {
    return tx.query<CaseCount>(
      `select stage, market, commune_code as "communeCode", count(*)::int as cases,
         (count(*) filter (where stage = 'ABROAD' and returned_on is null and contract_end < business_day()))::int as ended
       from case_file group by stage, market, commune_code order by stage, market, commune_code`,
      [],
      'case_counts',
    );
  },
};
