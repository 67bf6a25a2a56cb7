import type { ImportReport } from '@app/imports';
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
});
