import { addDays, localDate } from '@app/kernel';
import { allocate, BUCKETS, bucketsOf, pay, type PaymentKind } from '../../../libs/loans/src/domain/allocation';
import { daysUnderFreeze } from '../../../libs/loans/src/domain/freeze';
import { dayBalances, interestOn } from '../../../libs/loans/src/domain/interest';
import { amountsDue, EMPTY_BOOK } from '../../../libs/loans/src/domain/loan-book';
import { principalSchedule } from '../../../libs/loans/src/domain/schedule';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const LOANS = 100_000;
const FROZEN_LOANS = 5_000;
const PAID_LOANS = 5_000;
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
describe('interest, schedules and the use of payments against an independent computation in SQL', () => {
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

  it(`uses ${PAID_LOANS} payments of every kind and size in every order of an office as SQL does, with what is due some time later`, async () => {
    const next = random(20_261_216);
    /** Some of the buckets, in any order: what an office may write into its policy. */
    const anyOrder = () => {
      const left: string[] = [...BUCKETS];
      const order = Array.from({ length: 1 + next(BUCKETS.length) }, () => left.splice(next(left.length), 1)[0]!);
      return order as unknown as typeof BUCKETS;
    };
    const loans = Array.from({ length: PAID_LOANS }, (_, n) => {
      const from = addDays(FIRST, next(1_000));
      const gaps = [1 + next(50), 1 + next(50), 1 + next(50)];
      const parts = gaps.map(() => 1_000 * (1 + next(60_000)));
      const due = gaps.map((_gap, i) => gaps.slice(0, i + 1).reduce((sum, gap) => sum + gap, 0));
      const paidAfter = next(4) === 0 ? due[next(3)]! : 1 + next(160);
      const whole = parts.reduce((sum, part) => sum + part, 0);
      return {
        n,
        from,
        due: due.map((days) => addDays(from, days)),
        parts,
        paidOn: addDays(from, paidAfter),
        amount: [1 + next(2_000_000), 1 + next(whole), 1 + next(2 * whole)][next(3)]!,
        kind: (['INTEREST', 'REPAYMENT', 'SETTLEMENT'] as const)[next(3)]! as PaymentKind,
        healthy: anyOrder(),
        overdue: anyOrder(),
        later: addDays(from, paidAfter + 1 + next(120)),
      };
    });
    const rows = await db.sql<{ n: number; split: string; due: string }>(
      `with loan as (
         select l.*, l.parts[1] + l.parts[2] + l.parts[3] as whole
           from jsonb_to_recordset($1::jsonb) l(n int, "from" date, due date[], parts bigint[], "paidOn" date, amount bigint, kind text, healthy text[], overdue text[], later date)),
       asked as materialized (
         select l.n, d.day, sum(case when u.due <= d.day then u.part else 0 end)::bigint as by_then, sum(case when u.due < d.day then u.part else 0 end)::bigint as before
           from loan l cross join lateral (select l."from" + g as day from generate_series(0, l.later - l."from") g) d cross join unnest(l.due, l.parts) u(due, part) group by l.n, d.day),
       accrued as materialized (
         select l.n, sum(l.whole - a.by_then) as current_days, sum(a.by_then) as late_days,
             floor(sum(l.whole - a.by_then) * 83820 / 365000000::numeric + 0.5)::bigint as interest, floor(sum(a.by_then) * 108966 / 365000000::numeric + 0.5)::bigint as late_interest
           from loan l join asked a on a.n = l.n and a.day < l."paidOn" group by l.n),
       owed as (
         select l.n, l.amount, l.kind, l.healthy, l.overdue, jsonb_build_object('overduePrincipal', a.before, 'overdueInterest', i.late_interest, 'interest', i.interest,
             'duePrincipal', a.by_then - a.before, 'futurePrincipal', l.whole - a.by_then) as due
           from loan l join asked a on a.n = l.n and a.day = l."paidOn" join accrued i on i.n = l.n),
       queue as (
         select o.n, o.amount, q.bucket, (o.due ->> q.bucket)::bigint as owed,
             coalesce(sum((o.due ->> q.bucket)::bigint) over (partition by o.n order by o.kind = 'SETTLEMENT' and q.bucket = 'futurePrincipal', q.no rows between unbounded preceding and 1 preceding), 0) as first
           from owed o cross join lateral (
             select bucket, no from unnest(case when (o.due ->> 'overduePrincipal')::bigint + (o.due ->> 'overdueInterest')::bigint > 0 then o.overdue else o.healthy end) with ordinality x(bucket, no)
              where o.kind <> 'INTEREST' union select 'futurePrincipal', 9 where o.kind = 'SETTLEMENT' and not 'futurePrincipal' = any
                (case when (o.due ->> 'overduePrincipal')::bigint + (o.due ->> 'overdueInterest')::bigint > 0 then o.overdue else o.healthy end)
             union select 'interest', 1 where o.kind = 'INTEREST') q),
       taken as (
         select n, jsonb_object_agg(bucket, least(owed, greatest(0, amount - first))) as used, max(amount) - sum(least(owed, greatest(0, amount - first)))::bigint as advance from queue group by n),
       split as materialized (
         select t.n, t.advance, b.v[1] as op, b.v[2] as oi, b.v[3] as i, b.v[4] as dp, b.v[5] as fp, b.v[1] + b.v[4] + b.v[5] as repaid, b.v
           from taken t cross join lateral (select array(select coalesce((t.used ->> x)::bigint, 0) from unnest($2::text[]) with ordinality u(x, no) order by no) as v) b),
       daily as materialized (
         select l.n, a.day, l.whole - s.repaid - u.used as principal, least(l.whole - s.repaid - u.used, greatest(0, a.by_then - s.repaid - u.used)) as late, u.used
           from loan l join split s on s.n = l.n join asked a on a.n = l.n and a.day >= l."paidOn" and a.day < l.later
           cross join lateral (select least(s.advance, greatest(0, a.by_then - s.repaid), l.whole - s.repaid) as used) u),
       since as (
         select l.n, max(d.used) as used,
             floor((sum(d.principal - d.late) + case when s.i > 0 then 0 else c.current_days end) * 83820 / 365000000::numeric + 0.5)::bigint as interest,
             floor((sum(d.late) + case when s.oi > 0 then 0 else c.late_days end) * 108966 / 365000000::numeric + 0.5)::bigint as late_interest
           from loan l join split s on s.n = l.n join accrued c on c.n = l.n join daily d on d.n = l.n group by l.n, s.i, s.oi, c.current_days, c.late_days)
       select s.n, array_to_string(s.v || s.advance, ' ') as split, concat_ws(' ', least(p.left, greatest(0, a.before - s.repaid - i.used)),
           case when s.oi > 0 then c.late_interest - s.oi else 0 end + i.late_interest, case when s.i > 0 then c.interest - s.i else 0 end + i.interest,
           least(p.left, greatest(0, a.by_then - s.repaid - i.used)) - least(p.left, greatest(0, a.before - s.repaid - i.used)),
           p.left - least(p.left, greatest(0, a.by_then - s.repaid - i.used)), s.advance - i.used) as due
         from split s join loan l on l.n = s.n join since i on i.n = s.n join accrued c on c.n = s.n join asked a on a.n = s.n and a.day = l.later
         cross join lateral (select l.whole - s.repaid - i.used as left) p`,
      [JSON.stringify(loans), BUCKETS],
    );
    const used = new Set<string>();
    const wrong = rows.filter(({ n, split, due }) => {
      const { from, due: days, parts, paidOn, amount, kind, healthy, overdue, later } = loans[n]!;
      const instalments = parts.map((part, i) => ({ dueOn: days[i]!, principal: BigInt(part) }));
      const terms = { ratePpm: 83_820n, overdueRatePpm: 108_966n, basisDays: 365n, roundingUnit: 1n, instalments, frozen: [] };
      const lent = { ...EMPTY_BOOK, moves: [{ on: from, principal: parts.reduce((sum, part) => sum + BigInt(part), 0n) }] };
      const asked = amountsDue(lent, terms, paidOn);
      const own = allocate(BigInt(amount), asked, bucketsOf(kind, asked, { healthy, overdue }));
      const then = amountsDue(pay(lent, terms, paidOn, own), terms, later);
      for (const bucket of [...BUCKETS, 'advance'] as const) if (own[bucket] > 0n) used.add(bucket);
      const told = (of: typeof then) => [...BUCKETS, 'advance' as const].map((bucket) => of[bucket]).join(' ');
      return told(own) !== split || told(then) !== due;
    });
    console.log(`payments against SQL: ${rows.length} tried, ${wrong.length} failed`);
    expect([rows.length, wrong]).toEqual([PAID_LOANS, []]);
    expect(used.size).toBe(BUCKETS.length + 1);
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
