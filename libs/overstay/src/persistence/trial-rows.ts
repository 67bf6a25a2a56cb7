import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { judgedRows } from './close-sql';
import { findRows } from './raise-sql';
import type { sweepParameters } from './sweep-parameters';

/** Alerts of one rule in one commune that a run would open or close. */
export interface TrialCount extends Record<string, unknown> {
  readonly rule: string;
  readonly communeCode: string | null;
  readonly alerts: number;
}

/** What the sweep's own statements would do on a day, counted instead of written, as far as the actor's scope reaches. */
export const TrialRows = {
  async opens(
    tx: Tx,
    asOf: LocalDate,
    p: ReturnType<typeof sweepParameters>,
    latestDay: LocalDate,
    mostExamples: number,
  ): Promise<{ counts: TrialCount[]; examples: string[] }> {
    const [row] = await tx.query<{ counts: TrialCount[]; examples: string[] }>(
      `with ${findRows('full', 'null::bigint')},
       opened as (select rule, commune_code, case_code from detail where state = 'open')
       select coalesce((select jsonb_agg(o) from (select rule, commune_code as "communeCode", count(*)::int as alerts from opened group by 1, 2 order by 1, 2) o), '[]') as counts,
         array(select distinct case_code from opened order by case_code limit ${mostExamples}) as examples, $6::text is null as complete`,
      [asOf, '-infinity', p.rules, p.markets, p.offsets, null, p.variants, latestDay],
    );
    return row!;
  },

  async closes(tx: Tx, asOf: LocalDate, markets: string): Promise<TrialCount[]> {
    return tx.query<TrialCount>(
      `with ${judgedRows('full')}
       select v.rule, c.commune_code as "communeCode", count(*)::int as alerts from verdict v join case_file c on c.id = v.case_id
       where v.reason is not null group by 1, 2 order by 1, 2`,
      [asOf, markets],
    );
  },
};
