import { addDays, localDate } from '@app/kernel';
import { daysUnderFreeze } from '../../../libs/loans/src/domain/freeze';
import { dayBalances, interestOn } from '../../../libs/loans/src/domain/interest';
import { amountsDue, EMPTY_BOOK } from '../../../libs/loans/src/domain/loan-book';
import { principalSchedule } from '../../../libs/loans/src/domain/schedule';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const LOANS = 100_000;
const FROZEN_LOANS = 5_000;
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

  it(`agrees to the đồng on ${FROZEN_LOANS} loans that were frozen, with what is late apart from what is not`, async () => {
    const next = random(20_261_215);
    const loans = Array.from({ length: FROZEN_LOANS }, (_, n) => {
      const from = addDays(FIRST, next(1_000));
      const gaps = [1 + next(60), 1 + next(60), 1 + next(60)];
      const parts = gaps.map(() => 1_000 * (1 + next(60_000)));
      return {
        n,
        from,
        due: gaps.map((_gap, i) =>
          addDays(
            from,
            gaps.slice(0, i + 1).reduce((sum, gap) => sum + gap, 0),
          ),
        ),
        parts,
        begins: addDays(from, next(150)),
        length: 1 + next(120),
        paidOn: addDays(from, 1 + next(150)),
        paid: next(parts.reduce((sum, part) => sum + part, 0)),
        days: 30 + next(210),
        moves: (['months', 'days', 'none'] as const)[next(3)]!,
      };
    });
    const rows = await db.sql<{ n: number; current: string; late: string }>(
      `with loan as (
         select l.*, l.begins + l.length as ends, (select min(m) from generate_series(0, 6) m where (l.begins + make_interval(months => m))::date >= l.begins + l.length) as months
           from jsonb_to_recordset($1::jsonb) l(n int, "from" date, due date[], parts bigint[], begins date, length int, "paidOn" date, paid bigint, days int, moves text)),
       moved as materialized (
         select l.*, array(select case when u.due < l.begins or l.moves = 'none' then u.due when l.moves = 'days' then u.due + l.length
             else (u.due + make_interval(months => l.months))::date end from unnest(l.due) with ordinality u(due, no) order by u.no) as at from loan l),
       daily as (
         select l.n, b.principal, least(b.principal, greatest(0, b.asked - b.repaid)) as late, d.day >= l.begins and d.day < l.ends as frozen
           from moved l cross join lateral (select l."from" + g as day from generate_series(0, l.days - 1) g) d
           cross join lateral (select l.parts[1] + l.parts[2] + l.parts[3] - case when d.day >= l."paidOn" then l.paid else 0 end as principal,
             case when d.day >= l."paidOn" then l.paid else 0 end as repaid,
             case when l.at[1] <= d.day then l.parts[1] else 0 end + case when l.at[2] <= d.day then l.parts[2] else 0 end
               + case when l.at[3] <= d.day then l.parts[3] else 0 end as asked) b)
       select n, floor(coalesce(sum(principal - late) filter (where not frozen), 0) * 83820 / (1000000::numeric * 365) + 0.5)::text as current,
           floor(coalesce(sum(late) filter (where not frozen), 0) * 108966 / (1000000::numeric * 365) + 0.5)::text as late
         from daily group by n`,
      [JSON.stringify(loans)],
    );
    const wrong = rows.filter(({ n, current, late }) => {
      const { from, due, parts, begins, length, paidOn, paid, days, moves } = loans[n]!;
      const freeze = { from: begins, to: addDays(begins, length) };
      const moved = daysUnderFreeze(due, freeze, moves);
      const instalments = parts.map((part, i) => ({ dueOn: moved[i]!, principal: BigInt(part) }));
      const terms = { ratePpm: 83_820n, overdueRatePpm: 108_966n, basisDays: 365n, roundingUnit: 1n, instalments, frozen: [freeze] };
      const lent = { on: from, principal: parts.reduce((sum, part) => sum + BigInt(part), 0n) };
      const book = { ...EMPTY_BOOK, moves: [lent, { on: paidOn, principal: -BigInt(paid) }] };
      const asked = amountsDue(book, terms, addDays(from, days));
      return asked.interest !== BigInt(current) || asked.overdueInterest !== BigInt(late);
    });
    console.log(`frozen loans against SQL: ${rows.length} tried, ${wrong.length} failed`);
    expect([rows.length, wrong]).toEqual([FROZEN_LOANS, []]);
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
