import { CompareList, type ImportReport, type ListComparison } from '@app/imports';
import { KnownPeople } from '@app/workers';
import { createImportFixture, hasShared, type ImportFixture } from './import-fixture';
import { person, vn } from './office/office-file';

const ready =
  hasShared('reports of an agency', 'data/registers/organisations.json') && hasShared('reports of an agency', 'data/admin-units/units.csv');
const P = [800, 801, 802, 803, 804].map(person);
const REGISTER = [
  'STT,Họ và tên,Ngày sinh,Số CCCD,Xã,Doanh nghiệp phái cử,Nước,Ngày ký HĐ,Ngày xuất cảnh,Ngày hết hạn HĐ',
  ...P.map((p, i) =>
    [
      i + 1,
      p.name,
      vn(p.birth),
      p.id,
      'Xã Nậm Tăm',
      i === 4 ? 'Công ty TNHH Phái cử Sao Khuê Mới' : 'Cty Ba Vòng',
      'Nhật Bản',
      '01/02/2024',
    ]
      .concat(i === 3 ? ['', ''] : ['05/03/2024', '04/03/2027'])
      .join(),
  ),
].join('\r\n');

describe('returns, extensions and absences in one list', () => {
  let fixture: ImportFixture;
  beforeAll(async () => {
    if (!ready) return;
    fixture = await createImportFixture('2026-11-22');
    const taken = await send('register', REGISTER, 'centre-12');
    expect(taken.created).toBe(5);
  });
  afterAll(async () => fixture?.close());

  const send = async (kind: string, csv: string, login = 'agency-bv'): Promise<ImportReport> =>
    fixture.importFile.run(await fixture.actor(login), { kind, fileName: 'dan-tu-excel.csv', bytes: Buffer.from(csv) });
  const verdicts = ({ results }: ImportReport) => results.map(({ verdict, code }) => [verdict, code]);
  const caseOf = async (i: number) =>
    (
      await fixture.db.sql<Record<string, unknown>>(
        `select c.stage, c.contract_end::text as ends, c.returned_on::text as back, c.absconded_on::text as gone from case_file c join worker w on w.id = c.worker_id where w.full_name = $1`,
        [P[i]!.name],
      )
    )[0]!;

  it('holds the own list of an agency against its cases: only what differs, and keeps nothing', async () => {
    if (!ready) return;
    const compare = new CompareList(fixture.db.api, fixture.reader, new KnownPeople(fixture.db.seal));
    const hold = async (csv: string, { abroad = true, answers = {} } = {}): Promise<ListComparison> =>
      compare.run(await fixture.actor('agency-bv'), { fileName: 'ds.csv', bytes: Buffer.from(csv), answers }, abroad);
    const list = [
      'DANH SÁCH LAO ĐỘNG ĐANG QUẢN LÝ',
      'STT,Mã HS / CCCD,Họ và tên,Nước,Ngày xuất cảnh,Ngày hết hạn HĐ,Ngày về nước',
      `1,${P[0]!.id},${P[0]!.name.toUpperCase()},Nhật,5.3.2024,04/03/2028,`,
      `2,${P[1]!.id.replace(/^0/, '')},${P[1]!.name},Nhật Bản,05/03/2024,04/03/2027,31/02/2026`,
      `3,${P[3]!.id},${P[3]!.name},Đài Loan,10/11/2026,09/11/2029,`,
      `4,${P[4]!.id},${P[4]!.name},Nhật Bản,05/03/2024,04/03/2027,`,
      `5,12345,Người Lạ,Nhật Bản,05/03/2024,04/03/2027,`,
      `6,${P[0]!.id},${P[0]!.name},Nhật,05/03/2024,04/03/2027,`,
      'Tổng cộng: 6 người',
    ].join('\n');
    const before = await fixture.db.sql(
      `select (select count(*) from import_batch) as batches, (select max(id) from audit_entry) as audit`,
    );
    const asked = await hold(list);
    expect(asked.questions).toMatchObject([{ code: 'ID_LEADING_ZERO_LOST' }]);
    expect(asked.unread.map(({ row, code }) => [row, code])).toEqual([
      [4, 'ID_LEADING_ZERO_LOST'],
      [7, 'ID_NOT_12_DIGITS'],
      [8, 'REPEATED_ROW'],
    ]);
    const told = await hold(list, { answers: { ID_LEADING_ZERO_LOST: 'yes' } });
    expect(told).toMatchObject({ reasons: [], lines: 6, same: 0 });
    expect(told.people.map(({ row, fullName, differences }) => [row, fullName, differences])).toEqual([
      [3, P[0]!.name, [{ field: 'contractEnd', ours: '2027-03-04', theirs: '2028-03-04', written: '04/03/2028', form: 'extensions' }]],
      [4, P[1]!.name, [{ field: 'returnDate', ours: null, theirs: null, written: '31/02/2026', form: null }]],
      [
        5,
        P[3]!.name,
        [
          { field: 'market', ours: 'JP', theirs: 'TW', written: 'Đài Loan', form: null },
          { field: 'exitDate', ours: null, theirs: '2026-11-10', written: '10/11/2026', form: 'departures' },
          { field: 'contractEnd', ours: null, theirs: '2029-11-09', written: '09/11/2029', form: 'departures' },
        ],
      ],
    ]);
    expect(told.unknown).toEqual([{ sheet: 'CSV', row: 6, key: P[4]!.id, fullName: P[4]!.name }]);
    expect(told.missing.map(({ fullName }) => fullName)).toEqual([P[2]!.name]);
    expect(told.missingTotal).toBe(1);
    const shorter = `Mã HS,Họ tên,Ngày về nước\n${told.people[0]!.caseCode},${P[0]!.name},\n`;
    expect((await hold(shorter)).missing).toHaveLength(2);
    expect(await hold(shorter, { abroad: false })).toMatchObject({ lines: 1, same: 1, missingTotal: 3 });
    expect((await hold('Họ tên,Ngày xuất cảnh,Ngày về nước\nLò Văn Thử,05/03/2024,\n')).reasons).toMatchObject([
      { code: 'HEADER_COLUMN_MISSING' },
    ]);
    await expect(
      compare.run(await fixture.actor('centre-12'), { fileName: 'ds.csv', bytes: Buffer.from(list) }, true),
    ).rejects.toMatchObject({
      code: 'AGENCY_NEEDED',
    });
    expect(
      await fixture.db.sql(`select (select count(*) from import_batch) as batches, (select max(id) from audit_entry) as audit`),
    ).toEqual(before);
  });

  it('takes new ends of contracts, each held against the case, and nothing twice', async () => {
    if (!ready) return;
    const csv = [
      'Mã HS / CCCD,Họ tên,Ngày hết hạn mới,Ghi chú',
      `${P[0]!.id},${P[0]!.name},04/03/2028,`,
      `${P[1]!.id},${P[1]!.name},04/03/2026,`,
      `${P[2]!.id},Người Khác,04/03/2028,`,
      `${P[3]!.id},,04/03/2028,`,
      `${P[4]!.id},,04/03/2028,`,
      '012345678901,,,',
    ].join('\n');
    const taken = await send('extensions', csv);
    expect(verdicts(taken)).toEqual([
      ['update', null],
      ['refuse', 'EXTENSION_NOT_LATER'],
      ['refuse', 'NAME_MISMATCH'],
      ['refuse', 'BEFORE_EXIT'],
      ['refuse', 'CASE_NOT_FOUND'],
      ['refuse', 'EXTENSION_MISSING'],
    ]);
    expect(taken.results[1]!.message).toContain('Đang ghi 04/03/2027');
    expect((await caseOf(0)).ends).toBe('2028-03-04');
    expect(verdicts(await send('extensions', csv))[0]).toEqual(['duplicate', 'NO_CHANGE']);
    await fixture.undo.run(await fixture.actor('agency-bv'), taken.batch!);
    expect((await caseOf(0)).ends).toBe('2027-03-04');
  });

  it('takes returns', async () => {
    if (!ready) return;
    const csv = `Số CCCD,Họ tên,Ngày về nước,Hình thức về\n${P[1]!.id},${P[1]!.name},01/11/2026,\n${P[2]!.id},,01/12/2026,\n${P[0]!.id},,,\n`;
    expect(verdicts(await send('returns', csv))).toEqual([
      ['update', null],
      ['refuse', 'RETURN_IN_FUTURE'],
      ['refuse', 'RETURN_MISSING'],
    ]);
    expect(await caseOf(1)).toMatchObject({ stage: 'RETURNED', back: '2026-11-01' });
  });

  it('takes absences from agencies only, asks for the sweep, and concludes nothing', async () => {
    if (!ready) return;
    const csv = `Số CCCD,Họ tên,Ngày phát hiện vắng mặt,Ngày làm việc cuối cùng\n${P[2]!.id},${P[2]!.name},10/11/2026,08/11/2026\n${P[1]!.id},,10/11/2026,\n${P[0]!.id},,01/01/2024,\n${P[0]!.id},,10/12/2026,`;
    await expect(send('absences', csv, 'centre-12')).rejects.toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    const taken = await send('absences', csv);
    expect(verdicts(taken).slice(0, 2)).toEqual([
      ['update', null],
      ['refuse', 'CASE_STATE'],
    ]);
    expect(
      verdicts(
        await send(
          'absences',
          csv
            .split('\n')
            .filter((_, i) => i !== 4)
            .join('\n'),
        ),
      ),
    ).toEqual([
      ['duplicate', 'NO_CHANGE'],
      ['refuse', 'CASE_STATE'],
      ['refuse', 'BEFORE_EXIT'],
    ]);
    expect(await caseOf(2)).toMatchObject({ stage: 'ABSCONDED', gone: '2026-11-10' });
    const wanted = await fixture.db.sql(`select from outbox where topic = 'sweeps.requested.v1'`);
    expect(wanted.length).toBeGreaterThan(0);
  });

  it('takes certificates of orientation of people who have not left, once, and opens the gate by them', async () => {
    if (!ready) return;
    const head = 'Mã HS / CCCD,Họ tên,Ngày cấp chứng chỉ,Số chứng chỉ';
    const csv = [
      head,
      `${P[3]!.id},${P[3]!.name},20/11/2026,015/2026/GCN`,
      `${P[0]!.id},,20/11/2026,016/2026/GCN`,
      `${P[3]!.id},${P[3]!.name},20/11/2026,015/2026/GCN`,
      `${P[4]!.id},,20/11/2026,017/2026/GCN`,
    ].join('\n');
    expect(verdicts(await send('certificates', csv))).toEqual([
      ['update', null],
      ['refuse', 'CASE_STATE'],
      ['duplicate', 'REPEATED_ROW'],
      ['refuse', 'CASE_NOT_FOUND'],
    ]);
    const [gate] = await fixture.db.sql<Record<string, unknown>>(
      `select c.facts #>> '{guards,ORIENTATION,on}' as "on", c.certificate_until::text as until from case_file c join worker w on w.id = c.worker_id where w.full_name = $1`,
      [P[3]!.name],
    );
    expect(gate).toEqual({ on: '2026-11-20', until: '2028-11-20' });
    expect(verdicts(await send('certificates', [head, `${P[3]!.id},,20/11/2026,`].join('\n')))).toEqual([['duplicate', 'NO_CHANGE']]);
    expect(verdicts(await send('certificates', [head, `${P[3]!.id},,23/11/2026,`].join('\n')))).toEqual([['refuse', 'DATE_IN_FUTURE']]);
  });

  it('refuses in a list who would be away longer than one turn of the programme, with the rule', async () => {
    if (!ready) return;
    await fixture.db.sql(
      `update case_file set legal_form = 'SEASONAL', market = 'KR' where worker_id = (select id from worker where full_name = $1)`,
      [P[3]!.name],
    );
    const list = (end: string) => `Mã HS / CCCD,Họ tên,Ngày xuất cảnh,Ngày hết hạn HĐ\n${P[3]!.id},${P[3]!.name},20/11/2026,${end}\n`;
    const refused = await send('departures', list('21/07/2027'));
    expect(verdicts(refused)).toEqual([['refuse', 'TURN_TOO_LONG']]);
    expect(refused.results[0]!.message).toContain('thời hạn tối đa của chương trình');
    expect(verdicts(await send('departures', list('20/07/2027')))).toEqual([['update', null]]);
    expect(await caseOf(3)).toMatchObject({ stage: 'ABROAD', ends: '2027-07-20' });
  });
});
