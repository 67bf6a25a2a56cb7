import { type DomainError, localDate, systemActor } from '@app/kernel';
import { Gazetteer, ImportUnits, type UnitAnswer, type UnitFault, type UnitFile, unitFile } from '@app/territory';
import { type TestDatabase, createTestDatabase } from '../../support/test-database';
import { nationalFiles } from './national-files';

const national = nationalFiles();
const UNITS = 'code,name,level,parent_code,type,valid_from,valid_to,alt_names,basis';
const SUCCESSION = 'old_code,new_code,note,kind,route,hint,old_level';
const csv = (...lines: string[]) => Buffer.from(`${lines.join('\n')}\n`);
const file = (name: string, ...lines: string[]) => unitFile(name, csv(...lines));

/** A decree of 2027, invented: Bản Bo is divided, Khun Há is renamed, Tả Lèng takes in Khổng Lào. */
const decree = () => [
  file(
    'units.csv',
    UNITS,
    '03424,Xã Bản Bo,commune,12,xa,2027-01-01,,,99/NQ-TEST',
    '99901,Xã Nà Tăm,commune,12,xa,2027-01-01,,,99/NQ-TEST',
    '03430,Phường Khun Há Mới,commune,12,phuong,2027-01-01,,,99/NQ-TEST',
  ),
  file(
    'succession.csv',
    SUCCESSION,
    '03424,03424,Nhập một phần,part,choose,1,commune',
    '03424,99901,Nhập một phần,part,choose,,commune',
    '03583,03405,Nhập toàn bộ,whole,auto,,commune',
  ),
];

describe('importing units', () => {
  let db: TestDatabase;
  let imports: ImportUnits;
  const codes = (answer: UnitAnswer) =>
    answer.kind === 'found' ? [answer.today.code] : answer.kind === 'unknown' ? [] : answer.candidates.map((one) => one.code);
  const refusal = (files: UnitFile[]) =>
    imports.run(files).then(
      () => undefined,
      (error: DomainError) => error,
    );
  const counts = async () =>
    (
      await db.sql<Record<string, number>>(
        'select (select count(*) from admin_unit)::int as units, (select count(*) from admin_unit_succession)::int as steps, (select count(*) from unit_import)::int as files',
      )
    )[0]!;
  const on = async <T>(day: string, read: (gazetteer: Gazetteer) => T) => {
    const other = await createRunner(day);
    return other.run(systemActor('test'), async (tx) => read(await Gazetteer.load(tx)));
  };
  /** The same database on another business day. */
  const createRunner = async (day: string) => {
    const { TransactionRunner, createDataSource } = await import('@app/platform');
    const source = await createDataSource({ url: db.urls.jobs, pool: 1, name: 'other-day' }).initialize();
    open.push(source);
    return new TransactionRunner(source, day);
  };
  const open: { destroy(): Promise<void> }[] = [];

  beforeAll(async () => {
    db = await createTestDatabase({ today: '2026-11-22' });
    imports = new ImportUnits(db.jobs);
    if (national) await imports.run(national.files);
    else
      await db.sql(
        `insert into admin_unit (level, code, name, bare_key, type, verified, valid_from) values ('province', '12', 'Tỉnh Lai Châu', 'lai chau', 'tinh', true, '2025-07-01')`,
      );
  });
  afterAll(async () => {
    for (const source of open) await source.destroy();
    await db.close();
  });

  const unitRow = '99990,Xã Thử,commune,12,xa,2027-01-01,,,99/NQ';
  const REFUSED: [what: string, files: () => UnitFile[], expected: Partial<UnitFault>][] = [
    [
      'an unknown parent',
      () => [file('units.csv', UNITS, '99990,Xã Thử,commune,13,xa,2027-01-01,,,')],
      { line: 2, column: 'parent_code', value: '13' },
    ],
    [
      'a parent for a province',
      () => [file('units.csv', UNITS, '97,Tỉnh Thử,province,12,tinh,2027-01-01,,,')],
      { column: 'parent_code', value: '12' },
    ],
    [
      'a code that lost its zeroes',
      () => [file('units.csv', UNITS, '3424,Xã Bản Bo,commune,12,xa,2027-01-01,,,')],
      { line: 2, column: 'code', value: '3424', message: expect.stringContaining('mất số 0') },
    ],
    [
      'a code of letters',
      () => [file('units.csv', UNITS, 'A3424,Xã Bản Bo,commune,12,xa,2027-01-01,,,')],
      { column: 'code', value: 'A3424' },
    ],
    [
      'the same unit twice',
      () => [file('units.csv', UNITS, unitRow, unitRow)],
      { line: 3, column: 'code', message: expect.stringContaining('dòng 2') },
    ],
    ['an unknown level', () => [file('units.csv', UNITS, '99990,Xã Thử,hamlet,12,xa,2027-01-01,,,')], { column: 'level', value: 'hamlet' }],
    [
      'a type of another level',
      () => [file('units.csv', UNITS, '99990,Xã Thử,commune,12,huyen,2027-01-01,,,')],
      { column: 'type', value: 'huyen' },
    ],
    [
      'a day that does not exist',
      () => [file('units.csv', UNITS, '99990,Xã Thử,commune,12,xa,2027-02-30,,,')],
      { column: 'valid_from', value: '2027-02-30' },
    ],
    [
      'an end before the beginning',
      () => [file('units.csv', UNITS, '99990,Xã Thử,commune,12,xa,2027-02-10,2027-01-10,,')],
      { column: 'valid_to' },
    ],
    ['a missing column', () => [file('units.csv', 'code,name,level', '99990,Xã,commune')], { line: 1, column: 'parent_code' }],
    ['a strange column', () => [file('units.csv', `${UNITS},colour`, `${unitRow},red`)], { line: 1, column: 'colour' }],
    ['a cell too many', () => [file('units.csv', UNITS, unitRow, `${unitRow},x`)], { line: 3 }],
    [
      'a successor nobody knows',
      () => [file('units.csv', UNITS, unitRow), file('succession.csv', SUCCESSION, '99990,99991,x,whole,auto,,commune')],
      { file: 'succession.csv', line: 2 },
    ],
    [
      'an unknown route',
      () => [file('units.csv', UNITS, unitRow), file('succession.csv', SUCCESSION, '99990,99990,x,whole,maybe,,commune')],
      { column: 'route', value: 'maybe' },
    ],
    ['no units at all', () => [file('units.csv', '')], { line: 1 }],
  ];
  it.each(REFUSED)('refuses %s, says where, and changes nothing', async (_, files, expected) => {
    const before = await counts();
    const error = await refusal(files());
    expect(error?.code).toBe('UNITS_FILE_REFUSED');
    const faults = error!.details.faults as UnitFault[];
    expect(faults).toContainEqual(expect.objectContaining(expected));
    expect(error!.message).toContain(`${faults[0]!.file} dòng ${faults[0]!.line}`);
    expect(await counts()).toEqual(before);
  });

  it('refuses bytes that are not UTF-8, and a folder without units.csv', async () => {
    expect(() => unitFile('units.csv', Buffer.from([0x63, 0xe0, 0x20]))).toThrow(expect.objectContaining({ code: 'UNITS_FILE_ENCODING' }));
    await expect(imports.run('/nowhere')).rejects.toMatchObject({ code: 'UNITS_FILE_MISSING' });
  });

  describe('with the whole country', () => {
    const given = (name: string, test: () => Promise<void>) => it(name, async () => (national ? test() : undefined));
    const text = (name: string) => national!.files.find((one) => one.name === name)!.text;
    const changed = (name: string, from: string | RegExp, to: string) =>
      national!.files.map((one) => (one.name === name ? unitFile(name, Buffer.from(text(name).replace(from, to))) : one));

    given('refuses wrong totals: one old commune less', async () => {
      const error = await refusal(changed('units.csv', /^03405,Xã Giang Ma.*\n/mu, ''));
      expect(error?.details.faults).toContainEqual(
        expect.objectContaining({ column: 'level', value: 'commune', message: expect.stringMatching(/10035.*10034/) }),
      );
    });

    given('refuses an old commune with two auto rows', async () => {
      const error = await refusal(changed('succession.csv', '03405,03405,', '03405,03430,Nhập toàn bộ,whole,auto,,commune\n03405,03405,'));
      expect(error?.details.faults).toContainEqual(
        expect.objectContaining({
          file: 'succession.csv',
          column: 'route',
          message: expect.stringContaining('Xã Giang Ma (03405)'),
        }),
      );
    });

    given('refuses an old commune that leaves its people nowhere', async () => {
      const error = await refusal(changed('succession.csv', /^03405,03405,.*\n/mu, ''));
      expect(error?.details.faults).toContainEqual(
        expect.objectContaining({ column: 'valid_to', message: expect.stringContaining('Xã Giang Ma') }),
      );
    });

    given('takes a corrected file: the wrong successor goes, nothing is doubled', async () => {
      const before = await counts();
      await imports.run(changed('succession.csv', '03405,03405,', '03405,03430,'));
      await on('2026-11-23', (g) => expect(codes(g.resolveCode('03405', { asOf: localDate('2025-06-30') }))).toEqual(['03430']));
      await imports.run(national!.files.map((one) => ({ ...one, sha256: `${one.sha256}-right` })));
      await on('2026-11-24', (g) => expect(codes(g.resolveCode('03405', { asOf: localDate('2025-06-30') }))).toEqual(['03405']));
      expect({ ...(await counts()), files: 0 }).toEqual({ ...before, files: 0 });
    });

    given('refuses a divided commune that begins no new row', async () => {
      const error = await refusal([
        file('units.csv', UNITS, unitRow),
        file(
          'succession.csv',
          `${SUCCESSION},effective_on`,
          '03424,03424,x,part,choose,,commune,2027-01-01',
          '03424,99990,x,part,choose,,commune,2027-01-01',
        ),
      ]);
      expect(error?.details.faults).toContainEqual(
        expect.objectContaining({
          column: 'old_code',
          value: '03424',
          message: expect.stringContaining('dòng mới trong units.csv'),
        }),
      );
    });

    given('takes a later decree as a small file: divided, renamed, merged, from its day on', async () => {
      const ids = await db.sql(`select id from admin_unit where code in ('03424', '03430', '03583') order by id`);
      expect(await imports.run(decree())).toMatchObject({ outcome: 'imported', full: false, successions: 4 });
      expect(
        await db.sql(`select id from admin_unit where code in ('03424', '03430', '03583') and valid_from < '2027-01-01' order by id`),
      ).toEqual(ids);
      await on('2026-12-31', (g) => {
        expect(codes(g.resolveCode('03424'))).toEqual(['03424']);
        expect(g.today('99901')).toBeUndefined();
        expect(g.today('03430')?.name).toBe('Xã Khun Há');
        expect(codes(g.resolveWritten('Khổng Lào', { province: '12' }))).toEqual(['03583']);
      });
      await on('2027-01-01', (g) => {
        expect(g.resolveCode('03424', { asOf: localDate('2026-12-31') })).toMatchObject({
          kind: 'divided',
          candidates: [
            { code: '03424', hint: true },
            { code: '99901', hint: false },
          ],
        });
        expect(g.today('03430')).toMatchObject({ name: 'Phường Khun Há Mới', type: 'phuong' });
        expect(codes(g.resolveWritten('Xã Khun Há', { province: '12' }))).toEqual(['03430']);
        // The old commune of before 2025 follows through both changes, and a divided step on the way is asked.
        expect(codes(g.resolveWritten('Bản Hon', { province: '12' }))).toEqual(['03430']);
        expect(codes(g.resolveWritten('Hoàng Thèn', { province: '12' }))).toEqual(['03405']);
        expect(g.resolveCode('03427', { asOf: localDate('2025-06-30') }).kind).toBe('divided');
        expect(g.communesToday('12')).toHaveLength(38);
      });
    });

    given('tells the others on the day the decree takes effect, and after a file of the whole country at once', async () => {
      const rows = await db.sql<{ payload: Record<string, unknown>; due: string }>(
        `select payload - 'file' as payload, (due_at at time zone 'Asia/Ho_Chi_Minh')::date::text as due from outbox where topic = 'territory.units-changed.v1' order by id`,
      );
      expect(rows[0]?.payload).toEqual({ day: '2026-11-22', whole: true });
      expect(rows.at(-1)).toEqual({ payload: { day: '2027-01-01', whole: false }, due: '2027-01-01' });
      // Whoever kept the code of the divided commune must be asked, though a new commune bears the same code.
      await on('2027-01-01', (g) => {
        expect(g.resolveCode('03424', { asOf: localDate('2026-12-31') }).kind).toBe('divided');
        expect(g.resolveCode('03583', { asOf: localDate('2026-12-31') })).toMatchObject({
          kind: 'found',
          today: { code: '03405' },
        });
        expect(g.resolveCode('03421', { asOf: localDate('2026-12-31') }).kind).toBe('unknown');
      });
    });

    given('the decree twice changes nothing, and neither does the national file made before it', async () => {
      const before = await counts();
      expect(await imports.run(decree())).toMatchObject({ outcome: 'unchanged' });
      const again = national!.files.map((one) => ({ ...one, sha256: `${one.sha256}-later` }));
      await imports.run(again);
      expect({ ...before, files: 0 }).toEqual({ ...(await counts()), files: 0 });
      await on('2027-01-01', (g) => {
        expect(g.resolveCode('03424', { asOf: localDate('2026-12-31') }).kind).toBe('divided');
        expect(g.communesToday('12')).toHaveLength(38);
      });
    });
  });
});
