import { foldText, localDate, systemActor } from '@app/kernel';
import { Gazetteer, ImportUnits, SeedUnits, type UnitAnswer } from '@app/territory';
import { type TestDatabase, createTestDatabase } from '../../support/test-database';
import { type Row, nationalFiles } from './national-files';

const TODAY = '2026-11-22';
const LAST_OLD_DAY = localDate('2025-06-30');
const national = nationalFiles();
/** Without the reference files a test reports itself as not run (see nationalFiles) and passes. */
const given = (name: string, test: (files: NonNullable<typeof national>) => Promise<void> | void) =>
  it(name, async () => (national ? test(national) : undefined));
const codes = (answer: UnitAnswer) =>
  (answer.kind === 'found' ? [answer.today.code] : answer.kind === 'unknown' ? [] : answer.candidates.map((one) => one.code)).sort();

describe('the whole country', () => {
  let db: TestDatabase;
  let gazetteer: Gazetteer;
  const load = () => db.jobs.run(systemActor('test'), (tx) => Gazetteer.load(tx));
  const table = (name: string) =>
    db.sql(`select md5(string_agg(t::text, '|' order by t::text)) as digest, count(*)::int as n from ${name} t`);

  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    await new SeedUnits(db.jobs).run();
  });
  afterAll(() => db.close());

  it('is seeded from the package: 34 and 3,321 today, successors marked unverified', async () => {
    expect(await new SeedUnits(db.jobs).run()).toMatchObject({ outcome: 'unchanged' });
    const seed = await load();
    expect([seed.provincesToday().length, seed.communesToday().length]).toEqual([34, 3_321]);
    expect(seed.today('23938')).toMatchObject({ name: 'Xã Ia Mơ', province: '52' });
    expect(seed.today('25270')).toMatchObject({ name: 'Phường Lộc Ninh', type: 'phuong' });
    expect(codes(seed.resolveCode('30901', { asOf: LAST_OLD_DAY }))).toEqual(['30886']);
    expect(seed.resolveWritten('Giang Ma, Tam Đường', { province: '12' })).toMatchObject({
      kind: 'found',
      today: { code: '03405' },
      certain: false,
    });
    expect(await db.sql(`select from admin_unit where verified`)).toEqual([]);
  });

  given('replaces the seed with ids kept where level, code and first day are the same', async ({ folder }) => {
    const before = await db.sql<Row>(`select id, level, code, valid_from::text as f from admin_unit where code !~ '[A-Z]'`);
    const started = Date.now();
    const done = await new ImportUnits(db.jobs).run(folder);
    console.log(`national import over the seed: ${Date.now() - started} ms, ${JSON.stringify(done)}`);
    expect(done).toMatchObject({ outcome: 'imported', full: true });
    const [counts] = await db.sql(`select count(*)::int as units, count(*) filter (where not verified)::int as unverified from admin_unit`);
    expect(counts).toEqual({ units: 14_174, unverified: 0 });
    const after = new Map(
      (await db.sql<Row>(`select id, level, code, valid_from::text as f from admin_unit`)).map((row) => [
        `${row.level} ${row.code} ${row.f}`,
        row.id,
      ]),
    );
    expect(before.filter((row) => after.get(`${row.level} ${row.code} ${row.f}`) !== row.id)).toEqual([]);
    gazetteer = await load();
  });

  given('the same files twice change nothing', async ({ files }) => {
    const tables = ['admin_unit', 'admin_unit_succession', 'former_commune', 'unit_import', 'outbox', 'audit_entry'];
    const all = async () => {
      const digests = [];
      for (const name of tables) digests.push(await table(name));
      return digests;
    };
    const before = await all();
    expect(await new ImportUnits(db.jobs).run(files)).toMatchObject({ outcome: 'unchanged' });
    // Known under another digest (a line feed more): read again, and still nothing to change in the units.
    const again = files.map((file) => ({ ...file, sha256: `${file.sha256}-again`, text: `${file.text}\n` }));
    expect(await new ImportUnits(db.jobs).run(again)).toMatchObject({
      outcome: 'imported',
      units: 0,
      successions: 0,
      formers: 0,
      removed: 0,
    });
    const after = await all();
    expect(after.slice(0, 3)).toEqual(before.slice(0, 3));
  });

  given('takes all 9,654 undivided old communes to their successor, and asks for the 381 divided', ({ units, succession }) => {
    const routes = new Map<string, Row[]>();
    for (const row of succession)
      if (row.old_level === 'commune' && row.route !== 'none') routes.set(row.old_code!, [...(routes.get(row.old_code!) ?? []), row]);
    const old = units.filter((row) => row.level === 'commune' && row.valid_to === '2025-06-30');
    const wrong: unknown[] = [];
    const count = { found: 0, divided: 0 };
    for (const { code } of old) {
      const expected = routes.get(code!)!;
      const answer = gazetteer.resolveCode(code!, { asOf: LAST_OLD_DAY });
      const kind = expected[0]!.route === 'auto' ? 'found' : 'divided';
      if (answer.kind === 'found' || answer.kind === 'divided') count[answer.kind]++;
      const right =
        answer.kind === kind &&
        codes(answer).join() ===
          expected
            .map((row) => row.new_code!)
            .sort()
            .join() &&
        (answer.kind !== 'found' || answer.certain);
      if (!right) wrong.push({ code, kind: answer.kind, codes: codes(answer) });
    }
    console.log(`old communes by code: ${count.found} found, ${count.divided} ask, ${wrong.length} wrong of ${old.length}`);
    expect(wrong).toEqual([]);
    expect(count).toEqual({ found: 9_654, divided: 381 });
  });

  given('agrees with the statement that other contexts follow units by', async () => {
    const rows = await db.sql<{
      unit_id: number;
      today_id: number;
      commune_code: string | null;
      province_code: string;
    }>(`select * from unit_today('${TODAY}')`);
    const bySql = new Map(rows.map((row) => [row.unit_id, row]));
    expect(bySql.size).toBe(rows.length);
    const differing = gazetteer.units.filter((unit) => {
      const answer = gazetteer.resolveUnit(unit.id);
      const row = bySql.get(unit.id);
      if (answer.kind !== 'found') return row !== undefined;
      if (answer.today.unitId !== row?.today_id) return true;
      return row.commune_code !== null && gazetteer.today(answer.today.code)?.province !== row.province_code;
    });
    expect(differing).toEqual([]);
  });

  /** Read in the old district the file speaks of, as most registers are. */
  given('finds old names as people write them: right or asked, never wrong', ({ units, succession }) => {
    const parents = new Map(
      units.filter((row) => row.valid_to === '2025-06-30' && row.level !== 'commune').map((row) => [`${row.level} ${row.code}`, row]),
    );
    const targets = new Map<string, string[]>();
    for (const row of succession)
      if (row.old_level === 'commune' && row.route !== 'none')
        targets.set(row.old_code!, [...(targets.get(row.old_code!) ?? []), row.new_code!]);
    const count: Record<string, Record<string, number>> = {};
    const wrong: unknown[] = [];
    for (const row of units.filter((one) => one.level === 'commune' && one.valid_to === '2025-06-30')) {
      const district = parents.get(`district ${row.parent_code}`)!;
      const today = succession.find((one) => one.old_level === 'province' && one.old_code === district.parent_code)!.new_code!;
      const bare = row.name!.replace(/^(Xã|Phường|Thị trấn) /u, '');
      const forms: [string, string, object][] = [
        ['name with type, district known', row.name!, { oldDistrict: district.name }],
        ['bare name, district known', bare, { oldDistrict: district.name }],
        ['bare name, old column', bare, { oldDistrict: district.name, era: 'old' }],
        ['capitals', row.name!.toUpperCase(), { oldDistrict: district.name }],
        [
          'no marks',
          row.name!.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D'),
          { oldDistrict: district.name, era: 'old' },
        ],
        ['with district and province', `${row.name}, ${district.name}, ${parents.get(`province ${district.parent_code}`)!.name}`, {}],
        ['province only', row.name!, {}],
      ];
      for (const [form, written, context] of forms) {
        const answer = gazetteer.resolveWritten(written, { province: today, ...context });
        const verdict =
          answer.kind === 'found'
            ? targets.get(row.code!)!.length === 1 && targets.get(row.code!)![0] === answer.today.code
              ? 'right'
              : 'wrong'
            : answer.kind;
        (count[form] ??= {})[verdict] = (count[form]![verdict] ?? 0) + 1;
        if (verdict === 'wrong' || verdict === 'unknown') wrong.push({ form, written, district: district.name, answer });
      }
    }
    console.log(`old communes by name: ${JSON.stringify(count, null, 1)}\n${JSON.stringify(wrong.slice(0, 12))}`);
    expect(wrong).toEqual([]);
  });

  /** Each checked against the clause of its resolution. */
  const END_TO_END: [name: string, province: string, oldCode: string, today: string[]][] = [
    ['Thị trấn Tam Đường', '12', '03390', ['03390']],
    ['Xã Giang Ma', '12', '03405', ['03405']],
    ['Thị trấn Phong Thổ', '12', '03549', ['03549']],
    ['Xã Khổng Lào', '12', '03583', ['03583']],
    ['Xã Ma Quai', '12', '03508', ['03508']],
    ['Xã Bản Cái', '15', '02899', ['02896']],
    ['Xã Tả Phìn, Sa Pa', '15', '03013', ['03013']],
    ['Thị trấn Mường Khương', '15', '02761', ['02761']],
    ['Thị trấn Mù Căng Chải', '15', '04456', ['04456']],
    ['Thị trấn Mậu A', '15', '04375', ['04375']],
    ['Thị trấn Sa Rài', '82', '29926', ['29926']],
    ['Xã Thạnh Lợi', '82', '30040', ['30046']],
    ['Xã Phú Thuận B', '82', '29995', ['29992', '30154']],
    ['Xã Gáo Giồng', '82', '30079', ['30025', '30088']],
    ['Xã Tân Thạnh, huyện Thanh Bình', '82', '30157', ['30130', '30157']],
    ['Phường 1, thành phố Mỹ Tho', '82', '28261', ['28261']],
    ['Thị trấn Cái Bè', '82', '28360', ['28360']],
    ['Xã Phổ Nhơn', '51', '21457', ['21457']],
    ['Phường Phổ Thạnh', '51', '21478', ['21478']],
    ['Phường Nguyễn Nghiêm, thị xã Đức Phổ', '51', '21439', ['21439']],
    ['Xã Bình Hòa', '51', '21079', ['21061']],
    ['Xã Hà Mòn', '51', '23521', ['23500']],
  ];
  it.each(END_TO_END)('%s (province %s) is %s → %j, by code and by name', (name, province, oldCode, today) => {
    if (!national) return;
    expect(codes(gazetteer.resolveCode(oldCode, { asOf: LAST_OLD_DAY }))).toEqual(today);
    const answer = gazetteer.resolveWritten(name, { province });
    expect([answer.kind, codes(answer)]).toEqual([today.length === 1 ? 'found' : 'divided', today]);
    if (answer.kind === 'found' && name !== 'Xã Khổng Lào') expect(answer.old?.code).toBe(oldCode);
  });

  given(
    'asks where only marks tell two communes of a province apart, and takes a name that many provinces have only in its own',
    ({ units }) => {
      const bare = (name: string) => name.replace(/^(Xã|Phường|Đặc khu) /, '');
      const folded = (name: string) => foldText(bare(name)).replaceAll(' ', '');
      const today = units.filter((unit) => unit.level === 'commune' && !unit.valid_to);
      const groups = (key: (unit: Row) => string) => {
        const found = new Map<string, Row[]>();
        for (const unit of today) found.set(key(unit), [...(found.get(key(unit)) ?? []), unit]);
        return [...found.values()].filter((same) => same.length > 1);
      };
      const pairs = groups((unit) => `${unit.parent_code} ${folded(unit.name!)}`).filter(
        (same) => new Set(same.map(({ name }) => bare(name!))).size > 1,
      );
      const shared = groups((unit) => bare(unit.name!).toLowerCase());
      const wrong: string[] = [];
      for (const unit of pairs.flat()) {
        const unmarked = gazetteer.resolveWritten(foldText(bare(unit.name!)), { province: unit.parent_code!, era: 'today' });
        if (unmarked.kind === 'found') wrong.push(`${unit.name} without marks: ${unmarked.today.name}`);
        const marked = gazetteer.resolveWritten(unit.name!, { province: unit.parent_code!, era: 'today' });
        if (marked.kind === 'found' && marked.today.code !== unit.code) wrong.push(`${unit.name}: ${marked.today.code}`);
      }
      for (const unit of shared.flat()) {
        const answer = gazetteer.resolveWritten(unit.name!, { province: unit.parent_code! });
        if (answer.kind === 'found' && answer.today.code !== unit.code && !answer.old)
          wrong.push(`${unit.name} (${unit.parent_code}): ${answer.today.code}`);
      }
      console.log(`${pairs.length} pairs that differ by marks, ${shared.length} shared names tried, ${wrong.length} failed`);
      expect(pairs.length).toBeGreaterThanOrEqual(10);
      expect(shared.length).toBeGreaterThanOrEqual(300);
      expect(wrong).toEqual([]);
    },
  );

  given('counts of the day: 9 cities and 25 provinces, 2,599 communes, 709 wards, 13 special zones', async () => {
    const rows = await db.sql(
      `select level || ' ' || type as what, count(*)::int as n from admin_unit where '${TODAY}' between valid_from and valid_to group by 1 order by 1`,
    );
    expect(Object.fromEntries((rows as { what: string; n: number }[]).map((row) => [row.what, row.n]))).toEqual({
      'commune dac_khu': 13,
      'commune phuong': 709,
      'commune xa': 2_599,
      'province thanh_pho_tw': 9,
      'province tinh': 25,
    });
  });

  given('keeps every former name of the last rounds findable, or asks', ({ formers, units, succession }) => {
    const provinceOfDistrict = new Map(units.filter((row) => row.level === 'district').map((row) => [row.code, row.parent_code]));
    const parent = new Map(
      units.filter((row) => row.level === 'commune' && row.valid_to === '2025-06-30').map((row) => [row.code, row.parent_code]),
    );
    const count: Record<string, number> = {};
    const lost: unknown[] = [];
    for (const former of formers) {
      const district = parent.get(former.old_code!)!;
      const province = succession.find(
        (row) => row.old_level === 'province' && row.old_code === provinceOfDistrict.get(district),
      )!.new_code!;
      const answer = gazetteer.resolveWritten(former.former_name!, { province, oldDistrict: district, era: 'old' });
      const expected = codes(gazetteer.resolveCode(former.old_code!, { asOf: LAST_OLD_DAY }));
      const verdict =
        answer.kind === 'found' ? (expected.includes(answer.today.code) && expected.length === 1 ? 'right' : 'other place') : answer.kind;
      count[verdict] = (count[verdict] ?? 0) + 1;
      if (verdict === 'unknown' || verdict === 'other place') lost.push({ former, answer });
    }
    console.log(`former names: ${JSON.stringify(count)}`, JSON.stringify(lost));
    expect(count.unknown).toBeUndefined();
  });
});
