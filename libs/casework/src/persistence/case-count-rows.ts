import type { Tx } from '@app/platform';
import type { Stage, StoredStage } from '../domain/stages';
import { calendarStageSql } from './case-list-rows';

export interface CaseCount {
  readonly stage: string;
  readonly market: string | null;
  readonly communeCode: string | null;
  readonly cases: number;
  /** Of these: contract ended, no return known. */
  readonly ended: number;
}

/** How many cases stand where, as the calendar sees it on the business day. */
export interface StandingCount {
  readonly stage: Stage;
  readonly market: string | null;
  readonly communeCode: string | null;
  readonly cases: number;
}

/** Numbers without names, for leaders. */
export const CaseCountRows = {
  /** Cases of a province before the exit and abroad. `stay`: stay rules by market, as json. */
  async standing(tx: Tx, province: string, stages: readonly StoredStage[], stay: string): Promise<StandingCount[]> {
    return tx.query<StandingCount & Record<string, unknown>>(
      `select ${calendarStageSql('$3::jsonb')} as stage, c.market, c.commune_code as "communeCode", count(*)::int as cases
         from case_file c where c.province_code = $1 and c.stage = any ($2) group by 1, 2, 3`,
      [province, stages, stay],
      'case_standing',
    );
  },

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
