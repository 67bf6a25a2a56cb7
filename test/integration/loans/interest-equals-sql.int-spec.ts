import { addDays, localDate } from '@app/kernel';
import { dayBalances, interestOn } from '../../../libs/loans/src/domain/interest';
import { principalSchedule } from '../../../libs/loans/src/domain/schedule';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const LOANS = 100_000;
const FIRST = localDate('2023-01-01');

/** A generator that gives the same loans on every machine. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

/** PostgreSQL adds up the balance of every single day with its own numbers; the library counts stretches. */
describe('interest and schedules against an independent computation in SQL', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
  });
  afterAll(() => db.close());

  it(`agrees to the đồng on ${LOANS} random loans`, async () => {
    const next = random(20_261_204);
    let [tried, failed] = [0, 0];
    for (let block = 0; block < LOANS / 20_000; block++) {
      const loans = Array.from({ length: 20_000 }, (_, n) => {
        const from = addDays(FIRST, next(1_000));
        const days = [1 + next(20), 1 + next(20), 1 + next(20)];
        const balances = days.map(() => 1_000 * (1 + next(200_000)));
        return { n, from, days, balances, ppm: [66_000, 83_820, 85_800, 108_966][next(4)]!, unit: [1, 1_000][next(2)]! };
      });
      const rows = await db.sql<{ n: number; interest: string }>(
        `select l.n, (floor(sum(b.balance::numeric) * l.ppm / (1000000::numeric * 365 * l.unit) + 0.5) * l.unit)::text as interest
           from jsonb_to_recordset($1::jsonb) l(n int, "from" date, days int[], balances bigint[], ppm int, unit int)
           cross join lateral (select generate_series(0, l.days[1] + l.days[2] + l.days[3] - 1) as d) s
           cross join lateral (select case when s.d < l.days[1] then l.balances[1] when s.d < l.days[1] + l.days[2] then l.balances[2] else l.balances[3] end as balance) b
          group by l.n, l.ppm, l.unit`,
        [JSON.stringify(loans)],
      );
      for (const { n, interest } of rows) {
        const { from, days, balances, ppm, unit } = loans[n]!;
        let at = from;
        const stretches = days.map((length, i) => {
          const stretch = { from: at, to: addDays(at, length), balance: BigInt(balances[i]!) };
          at = stretch.to;
          return stretch;
        });
        tried++;
        if (interestOn(dayBalances(stretches), BigInt(ppm), { basisDays: 365n, roundingUnit: BigInt(unit) }) !== BigInt(interest)) failed++;
      }
    }
    console.log(`interest against SQL: ${tried} tried, ${failed} failed`);
    expect([tried, failed]).toEqual([LOANS, 0]);
  });

  it('lays the same instalments on the same days', async () => {
    const next = random(7);
    const plans = Array.from({ length: 3_000 }, (_, n) => ({
      n,
      amount: 500_000 * (1 + next(400)),
      from: addDays(FIRST, next(1_000)),
      term: 12 * (1 + next(5)),
      every: [3, 6, 12][next(3)]!,
    }));
    const rows = await db.sql<{ n: number; plan: string }>(
      `select p.n, string_agg((p."from" + make_interval(months => k * p.every))::date || ' ' ||
           case when k = p.term / p.every then p.amount - (k - 1) * e.equal else e.equal end, ',' order by k) as plan
         from jsonb_to_recordset($1::jsonb) p(n int, amount bigint, "from" date, term int, every int)
         cross join lateral (select ceil(p.amount::numeric / (p.term / p.every) / 1000)::bigint * 1000 as equal) e
         cross join lateral generate_series(1, p.term / p.every) k
        where p.amount > (p.term / p.every - 1) * e.equal group by p.n`,
      [JSON.stringify(plans)],
    );
    const wrong = rows.filter(({ n, plan }) => {
      const { amount, from, term, every } = plans[n]!;
      const own = principalSchedule({ amount: BigInt(amount), from, termMonths: term, everyMonths: every, instalmentUnit: 1_000n });
      return own.map(({ dueOn, principal }) => `${dueOn} ${principal}`).join(',') !== plan;
    });
    expect(rows.length).toBeGreaterThan(2_900);
    expect(wrong).toEqual([]);
  });
});
