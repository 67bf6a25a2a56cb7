import { headerRowsOf, refusedRowsWorkbook } from '@app/imports';
import type { Actor } from '@app/kernel';
import { Workbook } from 'exceljs';
import { createImportFixture, hasShared, type ImportFixture } from './import-fixture';
import { person, vn, workbook } from './office/office-file';

const ready =
  hasShared('rows given back to offices', 'data/registers/organisations.json') &&
  hasShared('rows given back to offices', 'data/admin-units/units.csv');
const P = [600, 601, 602, 603, 604, 605].map(person);
const HEADER = ['STT', 'Họ và tên', 'Năm sinh', '', 'Số CCCD', 'SĐT', 'Ngày XC', 'Nước', 'Ghi chú'];
const FILE = () =>
  workbook(
    [
      ['ỦY BAN NHÂN DÂN HUYỆN SÌN HỒ'],
      HEADER,
      ['', '', 'Nam', 'Nữ'],
      ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
      ['I', 'Xã Nậm Tăm'],
      [1, P[0]!.name, '', vn(P[0]!.birth), P[0]!.id, '+84712346600', '', '-', '=goi lai'],
      [2, P[1]!.name, vn(P[1]!.birth), '', P[1]!.id.slice(0, 9), '+84712346601', '', '-', '=goi lai'],
      ['', 'Cộng: 2 người'],
      ['II', 'Xã Pu Sam Cáp'],
      [3, P[2]!.name, '', vn(P[2]!.birth), P[2]!.id, '', '31/02/2024', 'Nhật', ''],
      [4, P[3]!.name, vn(P[3]!.birth), '', P[3]!.id, '', '05/03/2024', 'Nhật', ''],
      [5, P[4]!.name, '', vn(P[4]!.birth), P[4]!.id, '', '', 'Nhật hoặc Hàn', ''],
      ['', 'Tổng cộng: 5 người'],
    ],
    { name: 'DS/2024'.replace('/', ' '), merges: ['A2:A3', 'B2:B3', 'C2:D2', 'E2:E3'] },
  );

describe('rows that were not taken', () => {
  let fixture: ImportFixture;
  beforeAll(async () => {
    if (ready) fixture = await createImportFixture('2026-11-22');
  });
  afterAll(async () => fixture?.close());

  it('come back under their own header with row and reason, and go in once they are put right; the batch can be taken back', async () => {
    if (!ready) return;
    const actor = await fixture.actor('centre-12');
    const bytes = await FILE();
    const taken = await fixture.importFile.run(actor, { kind: 'register', fileName: 'a.xlsx', bytes });
    expect(taken.results.map(({ row, verdict, code }) => [row, verdict, code])).toEqual([
      [6, 'create', null],
      [7, 'refuse', 'ID_OLD_CMND'],
      [10, 'refuse', 'DATE_IMPOSSIBLE'],
      [11, 'create', null],
      [12, 'ask', 'MARKET_UNCLEAR'],
    ]);
    const report = new Workbook();
    await report.xlsx.load(
      (await refusedRowsWorkbook(await fixture.reader.read(bytes), taken.results, headerRowsOf(taken.sheets))) as never,
    );
    const page = report.worksheets[0]!;
    const lines = Array.from({ length: page.rowCount }, (_, i) => page.getRow(i + 1));
    const held = lines.filter((row) => typeof row.getCell(10).value === 'number');
    expect(held.map((row) => [row.getCell(10).value, row.getCell(2).value])).toEqual([
      [7, P[1]!.name],
      [10, P[2]!.name],
      [12, P[4]!.name],
    ]);
    for (const row of held) expect(String(row.getCell(12).value)).toContain(`Dòng ${String(row.getCell(10).value)}`);
    expect(lines.some((row) => row.getCell(2).value === P[0]!.name)).toBe(false);

    held[0]!.getCell(5).value = P[1]!.id;
    held[1]!.getCell(7).value = '29/02/2024';
    held[2]!.getCell(8).value = 'Nhật';
    const corrected = await fixture.importFile.run(actor, {
      kind: 'register',
      fileName: 'b.xlsx',
      bytes: Buffer.from(await report.xlsx.writeBuffer()),
    });
    expect(corrected.results.map(({ verdict, message }) => [verdict, message])).toEqual([
      ['create', null],
      ['create', null],
      ['create', null],
    ]);
    const stored = await fixture.db.sql(
      `select w.full_name, w.sex, c.commune_code, c.departed_on, c.market, e.detail->>'note' as note, (select phone from worker_phone p where p.worker_id = w.id) as phone
         from import_row r join worker w on w.id = r.worker_id join case_file c on c.id = r.case_id join case_event e on e.case_id = c.id and e.kind = 'REGISTERED' where r.batch_id = $1 order by r.row_number`,
      [corrected.batch],
    );
    expect(stored).toEqual([
      {
        full_name: P[1]!.name,
        sex: 'M',
        commune_code: '03517',
        departed_on: null,
        market: null,
        note: '=goi lai',
        phone: '+84712346601',
      },
      {
        full_name: P[2]!.name,
        sex: 'F',
        commune_code: '03532',
        departed_on: '2024-02-29',
        market: 'JP',
        note: null,
        phone: null,
      },
      {
        full_name: P[4]!.name,
        sex: 'F',
        commune_code: '03532',
        departed_on: null,
        market: 'JP',
        note: null,
        phone: null,
      },
    ]);

    const undone = await fixture.undo.run(actor, corrected.batch!);
    expect(undone.left).toEqual([]);
    expect(await fixture.db.sql(`select full_name from worker order by full_name`)).toHaveLength(2);
    expect(
      (
        await fixture.importFile.run(actor, {
          kind: 'register',
          fileName: 'b.xlsx',
          bytes: Buffer.from(await report.xlsx.writeBuffer()),
        })
      ).created,
    ).toBe(3);
  }, 120_000);

  it('answers to questions nobody asked change nothing', async () => {
    if (!ready) return;
    const actor = await fixture.actor('centre-12');
    const bytes = await workbook([
      HEADER,
      ['', '', 'Nam', 'Nữ'],
      ['', 'Xã Nậm Tăm'],
      [1, P[5]!.name, vn(P[5]!.birth), '', Number(P[5]!.id)],
    ]);
    const run = (answers: Record<string, string>) =>
      fixture.importFile.run(actor, { kind: 'register', fileName: 'c.xlsx', bytes, answers, dryRun: true });
    for (const answers of [
      {},
      { 'NO_SUCH_QUESTION:Z': 'yes' },
      { 'ID_LEADING_ZERO_LOST:Z': 'yes' },
      JSON.parse('{"__proto__": "yes"}'),
    ] as Record<string, string>[])
      expect((await run(answers)).ask).toBe(1);
    expect((await run({ 'ID_LEADING_ZERO_LOST:E': 'yes' })).created).toBe(1);
    expect((await run({ 'ID_LEADING_ZERO_LOST:E': 'no' })).refused).toBe(1);
  }, 60_000);

  it('offices that may not send a kind of file are told so before it is read', async () => {
    if (!ready) return;
    const bank = await fixture.actor('bank-12');
    const agency = await fixture.actor('agency-bv');
    const commune = {
      ...bank,
      role: 'commune_officer',
      scope: { kind: 'commune', province: '12', communes: ['03517'] },
    } as unknown as Actor;
    const tries: [Actor, string][] = [
      [bank, 'register'],
      [bank, 'departures'],
      [commune, 'register'],
      [commune, 'departures'],
      [agency, 'register'],
    ];
    for (const [actor, kind] of tries)
      await expect(
        fixture.importFile.run(actor, { kind, fileName: 'x.xlsx', bytes: Buffer.from('not even a file') }),
      ).rejects.toMatchObject({
        kind: 'forbidden',
        code: 'ROLE_NOT_ALLOWED',
        message: expect.stringMatching(/[ộợảệậ]/) as string,
      });
    await expect(fixture.importFile.run(bank, { kind: 'nothing', fileName: 'x', bytes: Buffer.alloc(0) })).rejects.toMatchObject({
      code: 'IMPORT_KIND_UNKNOWN',
    });
  }, 60_000);
});
