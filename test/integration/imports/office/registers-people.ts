import { addSheet, basics, bytesOf, csv, day, type OfficeFile, person, vn, workbook } from './office-file';
import { Workbook } from 'exceljs';
import { tcvn3, windows1258 } from './old-encodings';

const TAM_DUONG = ['ỦY BAN NHÂN DÂN HUYỆN TAM ĐƯỜNG'];

/** Who people are: identity numbers, names, birth days, places, encodings. */
export async function peopleFiles(): Promise<OfficeFile[]> {
  const P = (n: number) => person(n);
  const files: OfficeFile[] = [];
  const register = (name: string, bytes: Buffer, more: Omit<OfficeFile, 'name' | 'kind' | 'login' | 'bytes'>) =>
    files.push({ name, kind: 'register', login: 'centre-12', bytes, ...more });

  register(
    'identity numbers, header in row 12',
    await workbook([
      TAM_DUONG,
      ['PHÒNG LAO ĐỘNG'],
      [],
      ['DANH SÁCH LAO ĐỘNG ĐI LÀM VIỆC Ở NƯỚC NGOÀI'],
      ['(Tính đến ngày 30/06/2024)'],
      [],
      [],
      [],
      [],
      [],
      [],
      ['Nước đi', 'Xã', 'Số CMND/CCCD/ĐDCN', 'Họ & tên LĐ', 'TT', 'Giới', 'Ngày tháng năm sinh'],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
      ['Đài Loan', 'Xã Bản Bo', `'${P(1).id}`, P(1).name, 1, 'Nam', vn(P(1).birth)],
      [
        'ĐL',
        'Bản Bo',
        `${P(2).id.slice(0, 3)} ${P(2).id.slice(3, 6)} ${P(2).id.slice(6)}`,
        P(2).name.toUpperCase(),
        2,
        'Nữ',
        vn(P(2).birth, '.'),
      ],
      ['Nhật', 'X. Bản Bo', P(3).id.replace(/^0/, 'O'), P(3).name, 3, 'Nam', vn(P(3).birth)],
      [
        'Nhật',
        'xã bản bo',
        [...P(4).id].map((d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).join(''),
        P(4).name,
        4,
        'Nữ',
        vn(P(4).birth),
      ],
      ['Nhật', 'Bản Bo', '045123987', P(5).name, 5, 'Nam', vn(P(5).birth)],
      ['Nhật', 'Bản Bo', Number(P(6).id), P(6).name, 6, 'Nữ', vn(P(6).birth)],
      ['Nhật', 'Bản Bo', `${P(7).id.slice(0, 3)}.${P(7).id.slice(3, 6)}.${P(7).id.slice(6)}`, P(7).name, 7, 'Nam', vn(P(7).birth)],
      ['Nhật', 'Bản Bo', `${P(8).id}5`, P(8).name, 8, 'Nữ', vn(P(8).birth)],
      ['Nhật', 'Bản Bo', '1.2E+10', P(9).name, 9, 'Nam', vn(P(9).birth)],
      ['Nhật', 'Bản Bo', '', P(10).name, 10, 'Nữ', vn(P(10).birth)],
      ['Nhật', 'Bản Bo', P(11).id, '', 11, 'Nam', vn(P(11).birth)],
      ['', '', '', 'Người lập biểu', '', '', 'Tam Đường, ngày 30 tháng 6 năm 2024'],
    ]),
    {
      told: ['ID_LEADING_ZERO_LOST'],
      rows: [
        { row: 14, verdict: ['stored'], commune: '03424', values: basics(P(1), { market: 'TW' }) },
        { row: 15, verdict: ['stored'], commune: '03424', values: basics(P(2), { market: 'TW' }) },
        { row: 16, verdict: ['refuse'], code: ['ID_NOT_12_DIGITS'] },
        { row: 17, verdict: ['stored'], commune: '03424', values: basics(P(4), { market: 'JP' }) },
        { row: 18, verdict: ['refuse'], code: ['ID_OLD_CMND'] },
        { row: 19, verdict: ['ask'], code: ['ID_LEADING_ZERO_LOST'] },
        { row: 20, verdict: ['stored'], commune: '03424', values: basics(P(7), { market: 'JP' }) },
        { row: 21, verdict: ['refuse'], code: ['ID_NOT_12_DIGITS'] },
        { row: 22, verdict: ['refuse'], code: ['ID_PRECISION_LOST'] },
        { row: 23, verdict: ['ask', 'refuse'], code: ['ID_MISSING'] },
        { row: 24, verdict: ['refuse'], code: ['NAME_MISSING'] },
      ],
    },
  );

  register(
    'year of birth in a column for men and one for women, three rows of header, place in hamlet and commune',
    await workbook(
      [
        ['UBND HUYỆN PHONG THỔ'],
        ['SỔ THEO DÕI'],
        [],
        ['Số TT', 'Họ và tên', 'Năm sinh', '', 'Nơi cư trú', '', 'Số CCCD', 'Dân tộc'],
        ['', '', '', '', '(trước 01/7/2025)', '', '', ''],
        ['', '', 'Nam', 'Nữ', 'Thôn, bản', 'Xã, thị trấn', '', ''],
        ['A', 'B', 1, 2, 3, 4, 5, 6],
        [1, P(21).name, 1996, '', 'Bản Nà Củng', 'Mường So', P(21).id, 'Thái'],
        [2, P(22).name, '', '1998', 'Bản Dao Chải', 'TT Phong Thổ', P(22).id, 'Mông'],
        [3, P(23).name, vn(P(23).birth), '', 'Vàng Bó', 'TT. Phong Thổ', P(23).id, 'Dao'],
        [4, P(24).name, 1990, 1990, 'Huổi Sen', 'Mường So', P(24).id, 'Thái'],
        [5, P(25).name, '', '', 'Huổi Sen', 'Mường So', P(25).id, 'Thái'],
        [6, P(26).name, '', 1800, 'Huổi Sen', 'Mường So', P(26).id, 'Thái'],
      ],
      { merges: ['A4:A6', 'B4:B6', 'C4:D5', 'E4:F4', 'E5:F5', 'G4:G6', 'H4:H6'] },
    ),
    {
      rows: [
        {
          row: 8,
          verdict: ['stored'],
          commune: '03549',
          values: {
            ...basics(P(21)),
            birthDate: '1996',
            birthPrecision: 'Y',
            sex: 'M',
            hamlet: 'Nà Củng',
            ethnicCode: '03',
          },
          fieldAlso: { hamlet: ['Bản Nà Củng'] },
        },
        {
          row: 9,
          verdict: ['stored'],
          commune: '03549',
          values: {
            ...basics(P(22)),
            birthDate: '1998',
            birthPrecision: 'Y',
            sex: 'F',
            hamlet: 'Dao Chải',
            ethnicCode: '08',
          },
          fieldAlso: { hamlet: ['Bản Dao Chải'] },
        },
        {
          row: 10,
          verdict: ['stored'],
          commune: '03549',
          values: { ...basics(P(23)), hamlet: 'Vàng Bó', ethnicCode: '09' },
        },
        { row: 11, verdict: ['ask'], code: ['SEX_UNCLEAR'] },
        { row: 12, verdict: ['ask', 'refuse'], code: ['BIRTH_MISSING'] },
        { row: 13, verdict: ['refuse'], code: ['DATE_IMPOSSIBLE', 'DATE_UNREADABLE'] },
      ],
    },
  );

  register(
    'headers and names without marks',
    await workbook([
      ['DANH SACH LAO DONG XUAT KHAU'],
      ['STT', 'HO VA TEN', 'GIOI TINH', 'NGAY SINH', 'SO CMND', 'DIA CHI', 'NUOC', 'SDT'],
      ['1', 'LO VAN AN', 'nam', '2/9/1996', P(31).id, 'P. Tan Phong', 'Nhat Ban', '0712.345.671'],
      ['2', 'vang thi my', 'nu', day('1994-05-06'), P(32).id, 'Phường Đoàn Kết, TP Lai Châu', 'han quoc', 712345672],
      ['3', 'SUNG A PAO', 'NAM', '1/1/1990', P(33).id, 'Ban Na Khiet, xa Binh Lu', 'My', '0712345673'],
      ['4', 'TONG VAN BE', 'NAM', '1/1/1990', P(34).id, 'xa Khong Ton Tai', 'Nhat', ''],
    ]),
    {
      rows: [
        {
          row: 3,
          verdict: ['stored', 'ask'],
          commune: '03408',
          values: {
            fullName: 'Lo Van An',
            sex: 'M',
            birthDate: '1996-09-02',
            birthPrecision: 'YMD',
            idNumber: P(31).id,
            market: 'JP',
            phones: ['+84712345671'],
            stage: 'REGISTERED',
          },
        },
        {
          row: 4,
          verdict: ['stored', 'ask'],
          commune: '03388',
          values: {
            fullName: 'Vang Thi My',
            sex: 'F',
            birthDate: '1994-05-06',
            birthPrecision: 'YMD',
            idNumber: P(32).id,
            market: 'KR',
            phones: ['+84712345672'],
            stage: 'REGISTERED',
          },
        },
        { row: 5, verdict: ['ask'], code: ['MARKET_UNCLEAR'] },
        { row: 6, verdict: ['ask', 'refuse'], code: ['COMMUNE_UNKNOWN'] },
      ],
    },
  );

  const several = new Workbook();
  const head = ['STT', 'Họ tên', 'Ngày sinh', 'Giới tính', 'CCCD'];
  addSheet(several, 'Khun Há', [
    ['DANH SÁCH'],
    head,
    [1, P(41).name, day(P(41).birth), 'Nam', P(41).id],
    [2, P(42).name, day(P(42).birth), 'Nữ', P(42).id],
  ]);
  addSheet(several, 'Nậm Tăm', [
    [],
    [],
    [],
    [],
    head,
    [1, P(43).name, day(P(43).birth), 'Nam', P(43).id],
    [2, P(41).name, day(P(41).birth), 'Nam', P(41).id],
  ]);
  addSheet(several, 'Hồng Thu', [
    ['Những người sau đây cũng đi'],
    ['x', P(44).name, vn(P(44).birth), P(44).id],
    ['x', P(45).name, vn(P(45).birth), P(45).id],
    ['x', P(46).name, vn(P(46).birth), P(46).id],
  ]);
  addSheet(several, 'nháp', [head, [1, P(47).name, day(P(47).birth), 'Nam', P(47).id]], { state: 'hidden' });
  register('a sheet for each commune, one without header, one hidden', await bytesOf(several), {
    told: ['HIDDEN_SHEET', 'SHEET_SKIPPED'],
    rows: [
      { sheet: 'Khun Há', row: 3, verdict: ['duplicate'], code: ['DUPLICATE_IN_FILE'] },
      { sheet: 'Khun Há', row: 4, verdict: ['stored'], commune: '03430', values: basics(P(42)) },
      { sheet: 'Nậm Tăm', row: 6, verdict: ['stored'], commune: '03517', values: basics(P(43)) },
      { sheet: 'Nậm Tăm', row: 7, verdict: ['duplicate'], code: ['DUPLICATE_IN_FILE'] },
    ],
  });

  const plain = (at: number) => [
    ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số CCCD', 'Xã', 'Ghi chú'],
    ['1', P(at).name, vn(P(at).birth), 'Nam', P(at).id, 'Xã Mù Cả', 'chờ; gọi lại'],
    ['2', P(at + 1).name, P(at + 1).birth, 'Nữ', P(at + 1).id.slice(1), 'Mù Cả', ''],
    ['3', P(at + 2).name, vn(P(at + 2).birth, '-'), 'Nam', P(at + 2).id, 'Mù Cả', '=1+1'],
  ];
  const plainRows = (at: number): OfficeFile['rows'] => [
    { row: 2, verdict: ['stored'], commune: '03451', values: basics(P(at), { notes: 'chờ; gọi lại' }) },
    { row: 3, verdict: ['stored'], commune: '03451', values: basics(P(at + 1)) },
    { row: 4, verdict: ['stored'], commune: '03451', values: basics(P(at + 2), { notes: '=1+1' }) },
  ];
  const zeroes = { 'ID_LEADING_ZERO_LOST:E': 'yes' };
  register('csv, semicolons, UTF-8 with mark', Buffer.from(`\ufeff${csv(plain(51), ';')}`), {
    answers: zeroes,
    told: ['ID_LEADING_ZERO_LOST'],
    rows: plainRows(51),
  });
  register('csv, tabs, UTF-16', Buffer.from(`\ufeff${csv(plain(61), '\t')}`, 'utf16le'), {
    answers: zeroes,
    rows: plainRows(61),
  });
  register('csv in windows-1258', windows1258(csv(plain(71), ';')), { answers: zeroes, rows: plainRows(71) });
  register('the same words decomposed (NFD)', await workbook(plain(81).map((row) => row.map((cell) => cell.normalize('NFD')))), {
    answers: zeroes,
    rows: plainRows(81),
  });

  const old = (at: number) => plain(at).map((row, i) => row.map((cell) => (i === 0 && at === 0 ? cell : tcvn3(cell))));
  const oldRows = (at: number) => plainRows(at);
  register('TCVN3 with its font, agreed to convert', await workbook(old(91), { font: '.VnTime' }), {
    answers: { ...zeroes, ENCODING_TCVN3: 'yes' },
    told: ['ENCODING_TCVN3'],
    rows: oldRows(91),
  });
  register('TCVN3 without its font, agreed to convert', await workbook(old(101)), {
    answers: { ...zeroes, ENCODING_TCVN3: 'yes' },
    told: ['ENCODING_TCVN3'],
    rows: oldRows(101),
  });
  register('TCVN3, nobody agreed yet', await workbook(old(111), { font: '.VnTime' }), {
    told: ['ENCODING_TCVN3'],
    rows: [2, 3, 4].map((row) => ({ row, verdict: ['ask' as const] })),
  });

  register(
    'birth in day, month and year',
    await workbook(
      [
        ['XÃ SÌN HỒ'],
        ['STT', 'Họ và tên', 'Ngày, tháng, năm sinh', '', '', 'Giới tính', 'Số CCCD'],
        ['', '', 'Ngày', 'Tháng', 'Năm', '', ''],
        ...[121, 122, 123].map((n, i) => [
          i + 1,
          P(n).name,
          Number(P(n).birth.slice(8)),
          Number(P(n).birth.slice(5, 7)),
          Number(P(n).birth.slice(0, 4)),
          P(n).sex === 'F' ? 'Nữ' : 'Nam',
          P(n).id,
        ]),
        [4, P(124).name, '', '', 1991, 'Nữ', P(124).id],
        [5, P(125).name, 31, 2, 1991, 'Nam', P(125).id],
      ],
      { merges: ['A2:A3', 'B2:B3', 'C2:E2', 'F2:F3', 'G2:G3'] },
    ),
    {
      rows: [
        ...[121, 122, 123].map((n, i) => ({
          row: 4 + i,
          verdict: ['stored' as const],
          commune: '03478',
          values: basics(P(n)),
        })),
        {
          row: 7,
          verdict: ['stored'],
          commune: '03478',
          values: { ...basics(P(124)), birthDate: '1991', birthPrecision: 'Y' },
        },
        { row: 8, verdict: ['refuse'], code: ['DATE_IMPOSSIBLE'] },
      ],
    },
  );

  register(
    'name merged over two columns',
    await workbook(
      [
        ['UBND XÃ PA TẦN'],
        ['STT', 'Họ và tên', '', 'Ngày sinh', 'Giới tính', 'Số CCCD'],
        [1, 'Lò Thị', 'Hương', vn(P(132).birth), 'Nữ', P(132).id],
        [2, 'Vàng A', 'Sử', vn(P(133).birth), 'Nam', P(133).id],
      ],
      { merges: ['B2:C2'] },
    ),
    {
      rows: [
        { row: 3, verdict: ['stored'], commune: '03503', values: basics({ ...P(132), name: 'Lò Thị Hương' }) },
        { row: 4, verdict: ['stored'], commune: '03503', values: basics({ ...P(133), name: 'Vàng A Sử' }) },
      ],
    },
  );

  register(
    'poor households and sex by marks',
    await workbook([
      ['UBND XÃ DÀO SAN'],
      ['STT', 'Họ tên', 'Nam', 'Nữ', 'Ngày sinh', 'CCCD', 'Hộ nghèo', 'Hộ cận nghèo', 'Tôn giáo'],
      [1, P(141).name, 'x', '', vn(P(141).birth), P(141).id, 'x', '', 'Không'],
      [2, P(142).name, '', 'X', vn(P(142).birth), P(142).id, '', 'x', ''],
      [3, P(143).name, 'x', '', vn(P(143).birth), P(143).id, '', '', ''],
    ]),
    {
      told: ['COLUMN_UNKNOWN'],
      rows: [
        { row: 3, verdict: ['stored'], commune: '03571', values: basics(P(141), { householdClass: 'POOR' }) },
        { row: 4, verdict: ['stored'], commune: '03571', values: basics(P(142), { householdClass: 'NEAR_POOR' }) },
        { row: 5, verdict: ['stored'], commune: '03571', values: basics(P(143)) },
      ],
    },
  );
  return files;
}
