import { type CaseFilter, CaseQueries } from '@app/casework';
import type { Actor } from '@app/kernel';
import type { TransactionRunner, Tx } from '@app/platform';
import { SearchWorkers } from '@app/workers';
import type { TestDatabase } from '../../support/test-database';
import { AGENCY, CENTRE, COMMUNE, OFFICE, day, openDatabase } from './casework-fixture';

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

jest.setTimeout(300_000);

/** Of the 100,000 cases below: a bitmap of the contracts that still run may pay here, reading the whole stage never does. */
const MOST_READ = 15_000;

/** 100,000 cases in two provinces: plans under row-level security must stay on the indexes. */
describe('plans of lists and searches', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openDatabase();
    await db.sql(`insert into worker (id, province_code, commune_code, full_name, name_key, sort_key)
      select md5('w' || i)::uuid, case when i % 3 = 0 then '15' else '12' end, lpad((3000 + i % 200)::text, 5, '0'), 'Nguyễn Văn ' || chr(65 + i % 26) || i % 997,
             'nguyen van ' || chr(97 + i % 26) || i % 997, chr(97 + i % 26) || i % 997 || ' nguyễn văn' from generate_series(1, 100000) i`);
    await db.sql(
      `insert into worker_name_token (province_code, token, worker_id) select w.province_code, t, w.id from worker w, string_to_table(w.name_key, ' ') t`,
    );
    await db.sql(
      `insert into case_file (id, code, worker_id, province_code, commune_code, agency_id, market, stage, contract_end, departed_on, opened_from)
       select md5('c' || i)::uuid, 'P' || lpad(i::text, 9, '0'), w.id, w.province_code, w.commune_code, case when i % 2 = 0 then $1::uuid else $2::uuid end, (array['JP', 'TW', 'KR'])[1 + i % 3],
              (array['ABROAD', 'ABROAD', 'ABROAD', 'CONTRACTED', 'RETURNED'])[1 + i % 5], case when i % 5 <> 3 then date '2024-01-01' + i % 1400 end, date '2023-01-01', 'record'
         from generate_series(1, 100000) i join worker w on w.id = md5('w' || i)::uuid`,
      [OFFICE.agency, OFFICE.otherAgency],
    );
    await db.sql(
      `insert into case_file (id, code, worker_id, province_code, commune_code, stage, opened_from) values (md5('x')::uuid, 'PLANSPLANS', md5('w1')::uuid, '12', '03390', 'CLOSED', 'desk')`,
    );
    await db.sql('vacuum analyze');
  });
  afterAll(() => db.close());

  const spied = (plans: PlanNode[]): TransactionRunner =>
    ({
      run: (actor: Actor, work: (tx: Tx) => Promise<unknown>) => db.api.run(actor, (tx) => work({ ...tx, query: explained(tx, plans) })),
    }) as unknown as TransactionRunner;
  const explained =
    (tx: Tx, plans: PlanNode[]): Tx['query'] =>
    async (sql, values, name) => {
      if (/policy_rule/.test(sql)) return tx.query(sql, values, name);
      // The plan for these values, and the one a prepared statement gets that has run often.
      for (const mode of ['force_custom_plan', 'force_generic_plan']) {
        await tx.query(`set local plan_cache_mode = ${mode}`);
        const [row] = await tx.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`explain (analyze, format json) ${sql}`, values);
        plans.push(row!['QUERY PLAN'][0]!.Plan);
      }
      return tx.query(sql, values, name);
    };
  const nodes = (plan: PlanNode): PlanNode[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];
  /** Rows touched, kept or not: a page must not read its whole stage to show fifty. */
  const read = (node: PlanNode) => (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
  const offences = (plans: PlanNode[]) =>
    plans
      .flatMap(nodes)
      .filter(
        (node) =>
          (node['Node Type'] === 'Seq Scan' && ['case_file', 'worker', 'worker_name_token'].includes(node['Relation Name'] ?? '')) ||
          (node['Relation Name'] === 'case_file' && read(node) > MOST_READ) ||
          (node['Node Type'].includes('Sort') && node['Actual Rows'] * node['Actual Loops'] > 2100),
      )
      .map((node) => `${node['Node Type']} ${node['Relation Name'] ?? ''} ${read(node)}`);
  const indexes = (plans: PlanNode[]) =>
    new Set(
      plans
        .flatMap(nodes)
        .map((node) => node['Index Name'])
        .filter(Boolean),
    );

  it.each<[string, Actor, CaseFilter, string]>([
    ['province, every stage', CENTRE, { withTotal: true }, 'case_list_all'],
    ['province, one stage', CENTRE, { stages: ['RETURNED'], withTotal: true }, 'case_list'],
    ['province, running', CENTRE, { stages: ['ABROAD'], withTotal: true }, 'case_list'],
    ['province, return not confirmed', CENTRE, { stages: ['SUSPECTED_OVERSTAY'], withTotal: true }, 'case_list'],
    ['province, several stages and a market', CENTRE, { stages: ['RETURNED', 'CONTRACTED'], markets: ['TW'] }, 'case_list'],
    ['province, ends in a month', CENTRE, { endFrom: day('2026-11-01'), endTo: day('2026-11-30') }, 'case_list_all'],
    ['province, a name', CENTRE, { text: 'nguyen b12' }, 'worker_name_token_pkey'],
    ['agency', AGENCY, { withTotal: true }, 'case_agency'],
    ['agency, one stage', AGENCY, { stages: ['CONTRACTED'] }, 'case_agency'],
    [
      'commune',
      { ...COMMUNE, scope: { kind: 'commune', province: '12', communes: ['03007', '03008'] } },
      { withTotal: true },
      'case_commune',
    ],
  ])('%s', async (_, actor, filter, index) => {
    const plans: PlanNode[] = [];
    const page = await new CaseQueries(spied(plans)).list(actor, filter);
    expect(page.cases.length).toBeGreaterThan(0);
    expect(offences(plans)).toEqual([]);
    expect([...indexes(plans)]).toContain(index);
    if (filter.withTotal) expect(page.total).toBeLessThanOrEqual(1001);
  });

  it.each([
    ['a whole name', 'nguyen van b12'],
    ['words turned round', 'b12 nguyen'],
    ['the beginning of a word', 'van k10'],
  ])('search by %s reads ranges of the token index', async (_, text) => {
    const plans: PlanNode[] = [];
    const page = await new SearchWorkers(spied(plans), db.seal).run(CENTRE, { text });
    expect(page.workers.length).toBeGreaterThan(0);
    expect(offences(plans)).toEqual([]);
    expect([...indexes(plans)]).toContain('worker_name_token_pkey');
  });

  it('a page far down costs no more rows than the first', async () => {
    const queries = (plans: PlanNode[]) => new CaseQueries(spied(plans));
    let after: string | undefined;
    for (let page = 0; page < 40; page++)
      after = (await new CaseQueries(db.api).list(CENTRE, { stages: ['RETURNED'], limit: 100, ...(after && { after }) })).next;
    const [first, deep]: [PlanNode[], PlanNode[]] = [[], []];
    await queries(first).list(CENTRE, { stages: ['RETURNED'] });
    await queries(deep).list(CENTRE, { stages: ['RETURNED'], after });
    const most = (plans: PlanNode[]) =>
      Math.max(
        ...plans
          .flatMap(nodes)
          .filter((node) => node['Relation Name'] === 'case_file')
          .map(read),
      );
    expect(most(deep)).toBeLessThanOrEqual(most(first));
  });
});
