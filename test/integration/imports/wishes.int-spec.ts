import { type ImportReport, type SentFile } from '@app/imports';
import { createImportFixture, hasShared, type ImportFixture } from './import-fixture';
import { person, vn, workbook } from './office/office-file';

const ready =
  hasShared('what people say of a file', 'data/registers/organisations.json') &&
  hasShared('what people say of a file', 'data/admin-units/units.csv');
const P = [700, 701, 702, 703].map(person);
const line = (n: number, i: number, more: Partial<Record<'id' | 'birth' | 'commune', string>> = {}) => [
  n,
  P[i]!.name,
  more.birth ?? vn(P[i]!.birth),
  more.id ?? P[i]!.id,
  more.commune ?? 'Xã Nậm Tăm',
];

describe('what a person says of a file, over what the importer makes of it', () => {
  let fixture: ImportFixture;
  beforeAll(async () => {
    if (ready) fixture = await createImportFixture('2026-11-22');
  });
  afterAll(async () => fixture?.close());

  const run = async (bytes: Buffer, more: Partial<SentFile> = {}): Promise<ImportReport> =>
    fixture.importFile.run(await fixture.actor('centre-12'), { kind: 'register', fileName: 'a.xlsx', bytes, dryRun: true, ...more });
  const verdicts = (report: ImportReport) => report.results.map(({ row, verdict, code }) => [row, verdict, code]);

  it('tells what was understood of each sheet: header, columns with samples and certainty, lines left out', async () => {
    if (!ready) return;
    const report = await run(
      await workbook([
        ['DANH SÁCH'],
        ['STT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Xã', 'Mã nội bộ', 'SĐT'],
        [...line(1, 0), 'NB-1', 'chưa rõ'],
        [...line(2, 1), 'NB-2', 'gọi chú Páo'],
        ['', 'Cộng: 2 người'],
      ]),
    );
    const [sheet] = report.sheets;
    expect([sheet!.state, sheet!.header, sheet!.dataRows]).toEqual(['read', { top: 2, bottom: 2 }, 2]);
    expect(sheet!.columns.map(({ letter, field, certainty }) => [letter, field, certainty])).toEqual([
      ['A', 'seq', 'sure'],
      ['B', 'fullName', 'sure'],
      ['C', 'birthDate', 'sure'],
      ['D', 'idNumber', 'sure'],
      ['E', 'commune', 'sure'],
      ['F', null, null],
      ['G', 'phones', 'doubtful'],
    ]);
    expect(sheet!.columns[1]!.samples).toEqual([P[0]!.name, P[1]!.name]);
    expect(sheet!.left.map(({ what, count }) => [what, count])).toEqual([
      ['TITLE', 1],
      ['HEADER', 1],
      ['SUBTOTAL', 1],
    ]);
    expect(sheet!.preview[0]).toEqual({ row: 1, cells: ['DANH SÁCH'] });
    expect(sheet!.fields).toContain('exitDate');
  });

  it('reads a column as a person chose, also where no header stands, and remembers it for the sender', async () => {
    if (!ready) return;
    const rows = [
      ['STT', 'Người', 'Sinh', 'Giấy tờ số', 'Nơi', 'Bỏ đi'],
      [...line(1, 0), '=1'],
    ];
    const bytes = await workbook(rows, { name: 'DS' });
    const lost = await run(bytes);
    expect([lost.verdict, lost.sheets[0]!.header]).toEqual(['refuse', { top: 1, bottom: 1 }]);
    const mapping = { DS: { B: 'fullName', C: 'birthDate', D: 'idNumber', E: 'commune', F: 'skip' } };
    const wishes = { headerRow: { DS: [1, 1] as const }, mapping };
    const tried = await run(bytes, { wishes });
    expect(verdicts(tried)).toEqual([[2, 'create', null]]);
    expect(tried.sheets[0]!.columns.map(({ certainty }) => certainty)).toEqual(['sure', 'chosen', 'chosen', 'chosen', 'chosen', 'chosen']);
    const taken = await run(bytes, { wishes, dryRun: false, note: 'Danh sách của bản' });
    expect(taken.created).toBe(1);
    const [kept] = await fixture.db.sql<{ wishes: unknown; note: string; receipt_no: string }>(
      `select wishes, note, receipt_no::text from import_batch where id = $1`,
      [taken.batch],
    );
    expect(kept).toEqual({
      wishes: { mapping, headerRow: { DS: [1, 1] } },
      note: 'Danh sách của bản',
      receipt_no: expect.stringMatching(/^\d+$/),
    });
    const next = await run(await workbook([rows[0]!, [...line(1, 1), '=1']], { name: 'Khác' }));
    expect(verdicts(next)).toEqual([[2, 'create', null]]);
    expect(next.sheets[0]!.columns.map(({ certainty }) => certainty)).toEqual([
      'remembered',
      'remembered',
      'remembered',
      'remembered',
      'remembered',
      'remembered',
    ]);

    const headless = await workbook([line(1, 2)], { name: 'Trần' });
    expect((await run(headless)).verdict).toBe('refuse');
    const told = await run(headless, {
      wishes: { headerRow: { Trần: [0, 0] }, mapping: { Trần: { A: 'seq', B: 'fullName', C: 'birthDate', D: 'idNumber', E: 'commune' } } },
    });
    expect(verdicts(told)).toEqual([[1, 'create', null]]);
  });

  it('takes cells as they were typed anew, keeps where and never what, and loosens a merge only when all of it was typed', async () => {
    if (!ready) return;
    const bytes = await workbook(
      [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Xã'],
        line(1, 2, { id: '12345' }),
        line(2, 3, { birth: '31/02/1999', commune: 'Xã Nậm Tăm' }),
      ],
      { name: 'DS', merges: ['E2:E3'] },
    );
    expect(verdicts(await run(bytes)).map(([, verdict]) => verdict)).toEqual(['refuse', 'refuse']);
    const cells = [
      { sheet: 'DS', row: 2, column: 'D', value: P[2]!.id },
      { sheet: 'DS', row: 3, column: 'C', value: vn(P[3]!.birth) },
      { sheet: 'DS', row: 3, column: 'E', value: 'Xã Nậm Tăm' },
    ];
    expect(verdicts(await run(bytes, { wishes: { cells } })).map(([, , code]) => code)).toEqual(['MERGED_DATA_CELL', 'MERGED_DATA_CELL']);
    cells.push({ sheet: 'DS', row: 2, column: 'E', value: 'Xã Nậm Tăm' });
    const taken = await run(bytes, { wishes: { cells }, dryRun: false });
    expect(verdicts(taken)).toEqual([
      [2, 'create', null],
      [3, 'create', null],
    ]);
    const [kept] = await fixture.db.sql<{ wishes: string }>(`select wishes::text from import_batch where id = $1`, [taken.batch]);
    expect(kept!.wishes).not.toContain(P[2]!.id);
    expect(kept!.wishes).toContain('"typed"');
  });

  it('leaves out sheets nobody wants, and refuses fields such a file does not have', async () => {
    if (!ready) return;
    const bytes = await workbook([['STT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Xã'], line(1, 3)], { name: 'constructor' });
    expect((await run(bytes)).sheets[0]!.state).toBe('read');
    const left = await run(bytes, { wishes: { sheets: ['Khác'] } });
    expect([left.verdict, left.notices.map(({ code }) => code)]).toEqual(['refuse', ['SHEET_LEFT_OUT']]);
    await expect(run(bytes, { wishes: { mapping: { constructor: { A: 'salary' } } } })).rejects.toMatchObject({ code: 'MAPPING_WRONG' });
  });
});
