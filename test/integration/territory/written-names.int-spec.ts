import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemActor } from '@app/kernel';
import { type Era, Gazetteer, ImportUnits, type UnitAnswer } from '@app/territory';
import { type TestDatabase, createTestDatabase } from '../../support/test-database';
import { nationalFiles } from './national-files';

interface TruthRow {
  commune?: { written: string; old?: string; code: string | null; name?: string; candidates?: { code: string }[] };
}

const national = nationalFiles();
const LAI_CHAU = '12';

describe('communes as registers write them', () => {
  let db: TestDatabase;
  let gazetteer: Gazetteer;
  const ask = (written: string, context: { province?: string; oldDistrict?: string; era?: Era } = {}): UnitAnswer =>
    gazetteer.resolveWritten(written, { province: LAI_CHAU, ...context });

  beforeAll(async () => {
    db = await createTestDatabase({ today: '2026-11-22' });
    if (!national) return;
    await new ImportUnits(db.jobs).run(national.files);
    gazetteer = await db.jobs.run(systemActor('test'), (tx) => Gazetteer.load(tx));
  });
  afterAll(() => db.close());

  it.each([
    ['so-theo-doi-tam-duong-2024', { oldDistrict: 'Tam Đường', era: 'old' as const }],
    ['danh-sach-xkld-phong-tho', { oldDistrict: 'Phong Thổ' }],
    ['doanh-nghiep-cap-nhat-xuat-canh', { oldDistrict: 'Phong Thổ' }],
    ['phan-bo-chi-tieu-2026', { era: 'today' as const }],
  ])('%s: every commune is read as its truth says', (file, context) => {
    const path = national && join(national.folder, `../registers/${file}.truth.json`);
    if (!path || !existsSync(path)) return console.log(`NOT RUN: ${file}, the truth file is not there`);
    const { rows } = JSON.parse(readFileSync(path, 'utf8')) as { rows: TruthRow[] };
    const wrong = rows.flatMap(({ commune }) => {
      if (!commune) return [];
      const answer = ask(commune.written, context);
      const expected = commune.code
        ? { kind: 'found', code: commune.code, old: commune.old }
        : {
            kind: commune.candidates?.length ? 'ask' : 'unknown',
            candidates: commune.candidates?.map((one) => one.code).sort(),
          };
      const given =
        answer.kind === 'found'
          ? { kind: 'found', code: answer.today.code, old: commune.old === undefined ? undefined : answer.old?.code }
          : answer.kind === 'unknown'
            ? { kind: 'unknown', candidates: [] }
            : { kind: 'ask', candidates: answer.candidates.map((one) => one.code).sort() };
      return JSON.stringify(given) === JSON.stringify(expected) ? [] : [{ written: commune.written, given, expected }];
    });
    console.log(`${file}: ${rows.filter((row) => row.commune).length} communes read, ${wrong.length} otherwise than the truth`);
    expect(wrong).toEqual([]);
  });

  const FORMS: [written: string, context: { province?: string; oldDistrict?: string; era?: Era }, expected: string][] = [
    ['Giang Ma, Tam Đường', {}, '03405'],
    ['Bản Mường Cấu, xã Khun Há', {}, '03430'],
    ['Bản Mường Cấu xã Khun Há huyện Tam Đường', {}, '03430'],
    ['Khun Há, Bản Mường Cấu', {}, '03430'],
    ['xã Mường So', {}, '03549'],
    ['X.Bản Lang', {}, '03583'],
    ['Bản Lang', {}, '03583'],
    ['TT.Phong Thổ', {}, '03549'],
    ['thị trấn  PHONG THỔ , H. Phong Thổ', {}, '03549'],
    ['Xã Ma Quai (cũ)', {}, '03508'],
    ['Xã Giang Ma (nay là xã Tả Lèng)', {}, '03405'],
    ['P. 1, TP. Mỹ Tho', { province: '82' }, '28261'],
    ['Phường 01, thành phố Mỹ Tho, tỉnh Tiền Giang', { province: '82' }, '28261'],
    ['xã Giang Ma, huyện Tam Đường, tỉnh Lai Châu', { province: '82' }, '03405'],
    ['Mường Than, Than Uyên', {}, '03595'],
    ['Mường Than', { era: 'old' }, '03595'],
    ['Mường Than', {}, 'ask 03595 03618'],
    ['Mường Than', { oldDistrict: 'Huyện Than Uyên' }, 'ask 03595 03618'],
    ['Nguyễn Nghiêm', { province: '51', oldDistrict: 'Đức Phổ' }, 'ask 21439 21457'],
    ['Nguyễn Nghiêm', { province: '51' }, 'ask 21025 21439 21457'],
    ['Nguyễn Nghiêm', { province: '51', era: 'today' }, '21457'],
    ['Phường Nguyễn Nghiêm', { province: '51', oldDistrict: 'Đức Phổ' }, '21439'],
    ['Bản 2', {}, 'unknown'],
    ['Ma Li Chải', {}, 'unknown'],
    ['', {}, 'unknown'],
    ['xã', {}, 'unknown'],
    ['Xã Giang Ma, huyện Phong Thổ', {}, 'ask 03405'],
    ['Lý Sơn', { province: '51' }, '21548'],
    ['huyện Lý Sơn', { province: '51' }, '21548'],
    ['xã Lộc Ninh', { province: '75' }, 'found-any'],
    ['Hòa Bình', { province: '99' }, 'unknown'],
  ];
  it.each(FORMS)('"%s" %j → %s', (written, context, expected) => {
    if (!national) return;
    const answer = ask(written, context);
    const codes =
      answer.kind === 'found'
        ? answer.today.code
        : answer.kind === 'unknown'
          ? 'unknown'
          : `ask ${answer.candidates
              .map((one) => one.code)
              .sort()
              .join(' ')}`;
    if (expected === 'found-any') expect(answer.kind).not.toBe('unknown');
    else expect(codes).toBe(expected);
  });

  it('says when the spelling differs, and when marks were left out', () => {
    if (!national) return;
    expect(ask('Tung Qua Lìn')).toMatchObject({
      kind: 'found',
      respelled: true,
      unmarked: false,
      old: { name: 'Xã Tông Qua Lìn' },
    });
    expect(ask('Si Lo Lau')).toMatchObject({ kind: 'found', respelled: false, unmarked: true });
    expect(ask('Khoen On')).toMatchObject({ kind: 'found', respelled: false, unmarked: false });
    expect(ask('Phường Bình Lư')).toMatchObject({ kind: 'found', respelled: true, today: { code: '03390' } });
  });

  it('reads a code by the day it was written: codes are reused', () => {
    if (!national) return;
    expect(gazetteer.resolveCode('21439')).toMatchObject({ kind: 'found', today: { name: 'Phường Đức Phổ' } });
    expect(gazetteer.resolveCode('23737')).toMatchObject({ kind: 'found', old: { name: 'Xã Ia Mơ Nông' } });
    expect(gazetteer.resolveCode('99999')).toEqual({ kind: 'unknown' });
    expect(gazetteer.resolveCode('12', { level: 'province' })).toMatchObject({
      kind: 'found',
      today: { name: 'Tỉnh Lai Châu' },
    });
    expect(gazetteer.resolveCode('10', { level: 'province' })).toMatchObject({
      kind: 'found',
      old: { name: 'Tỉnh Lào Cai' },
      today: { code: '15' },
    });
  });

  it('keeps one snapshot per database until units change', async () => {
    if (!national) return;
    expect(await db.jobs.run(systemActor('test'), (tx) => Gazetteer.load(tx))).toBe(gazetteer);
    expect(await db.api.run({ ...systemActor('test'), scope: { kind: 'none' } }, (tx) => Gazetteer.load(tx))).toBe(gazetteer);
  });
});
