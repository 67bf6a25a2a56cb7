import { Workbook } from 'exceljs';
import { addSheet, basics, bytesOf, day, type OfficeFile, person, vn, workbook } from './office-file';

/** Lines that are no people, cells that cannot be trusted, columns whose words mislead. */
export async function lineFiles(): Promise<OfficeFile[]> {
  const P = (n: number) => person(n);
  const files: OfficeFile[] = [];
  const register = (name: string, bytes: Buffer, more: Omit<OfficeFile, 'name' | 'kind' | 'login' | 'bytes'>) =>
    files.push({ name, kind: 'register', login: 'centre-12', bytes, ...more });
  const title = ['UBND XÃ BUM TỞ'];
  const who = (n: number, i: number | string) => [i, P(n).name, vn(P(n).birth), P(n).sex === 'F' ? 'Nữ' : 'Nam', P(n).id];
  const WHO = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số CCCD'];
  const at = '03433';

  register(
    'merged cells, formulas, hidden rows and columns',
    await workbook(
      [
        title,
        [...WHO, 'Ngày XC', 'Nước', 'Ngày hết HĐ', 'Ghi chú', 'Tay nghề'],
        [...who(401, 1), day('2024-03-05'), 'Nhật', day('2027-03-04'), 'đã gọi', 'hàn'],
        [...who(402, 2), day('2024-03-05'), 'Nhật', '', '', ''],
        [...who(403, 3), day('2024-03-06'), 'Nhật', { formula: 'EDATE(F5,36)', result: day('2027-03-06') }, '', ''],
        [...who(404, 4), day('2024-03-06'), 'Nhật', '', { formula: '"a"&"b"', result: 'ab' }, ''],
        [{ formula: 'A6+1', result: 5 }, ...who(405, 5).slice(1), '', '', '', '', 'may'],
        [...who(406, 6), '', '', '', '', ''],
        [...who(407, 7), '', '', '', '', ''],
      ],
      { merges: ['F8:F9'], hiddenRows: [4], hiddenColumns: [10] },
    ),
    {
      told: ['HIDDEN_ROWS', 'HIDDEN_COLUMNS'],
      rows: [
        {
          row: 3,
          verdict: ['stored'],
          commune: at,
          values: basics(P(401), {
            exitDate: '2024-03-05',
            stage: 'ABROAD',
            market: 'JP',
            contractEnd: '2027-03-04',
            notes: 'đã gọi',
          }),
        },
        {
          row: 4,
          verdict: ['stored'],
          commune: at,
          values: basics(P(402), { exitDate: '2024-03-05', stage: 'ABROAD', market: 'JP' }),
        },
        { row: 5, verdict: ['refuse'], code: ['FORMULA_CELL'] },
        {
          row: 6,
          verdict: ['stored'],
          commune: at,
          warn: ['FORMULA_CELL'],
          values: basics(P(404), { exitDate: '2024-03-06', stage: 'ABROAD', market: 'JP' }),
          fieldAlso: { notes: ['ab'] },
        },
        { row: 7, verdict: ['stored'], commune: at, values: basics(P(405)) },
        { row: 8, verdict: ['refuse'], code: ['MERGED_DATA_CELL'] },
        { row: 9, verdict: ['refuse'], code: ['MERGED_DATA_CELL'] },
      ],
    },
  );

  register(
    'groups, subtotals, blank numbered lines, header again on each page',
    await workbook([
      ['ỦY BAN NHÂN DÂN HUYỆN SÌN HỒ'],
      WHO,
      ['I', 'Xã Nậm Tăm'],
      who(411, 1),
      who(412, 2),
      ['', 'Cộng: 3 người'],
      ['II', 'XÃ PU SAM CÁP (1 người)'],
      who(413, 3),
      [4, '', '', '', ''],
      [5],
      WHO,
      ['1', '2', '3', '4', '5'],
      ['', 'Xã Không Có Thật'],
      who(414, 6),
      ['', 'Tổng cộng', '', '', 4],
      ['', 'Người lập biểu', '', 'TM. ỦY BAN NHÂN DÂN'],
      ['', '(Ký, họ tên)', '', 'CHỦ TỊCH'],
      ['', 'Nguyễn Thị Lễ', '', 'Vàng A Sử'],
    ]),
    {
      told: ['SUBTOTAL_MISMATCH'],
      rows: [
        { row: 4, verdict: ['stored'], commune: '03517', values: basics(P(411)) },
        { row: 5, verdict: ['stored'], commune: '03517', values: basics(P(412)) },
        { row: 8, verdict: ['stored'], commune: '03532', values: basics(P(413)) },
        { row: 14, verdict: ['ask', 'refuse'], code: ['COMMUNE_UNKNOWN'] },
      ],
    },
  );

  register(
    'no running number; a family name that looks like a total',
    await workbook([
      title,
      WHO.slice(1),
      ['Tống Văn Sáng', vn(P(421).birth), 'Nam', P(421).id],
      ['Tống Thị Mai', vn(P(422).birth), 'Nữ', ''],
      ['Cộng: 2'],
    ]),
    {
      rows: [
        { row: 3, verdict: ['stored'], commune: at, values: basics({ ...P(421), name: 'Tống Văn Sáng' }) },
        { row: 4, verdict: ['ask', 'refuse'], code: ['ID_MISSING'] },
      ],
    },
  );

  register('five thousand empty rows with borders', await workbook([title, WHO, who(431, 1), who(432, 2)], { styledTo: 5_000 }), {
    rows: [
      { row: 3, verdict: ['stored'], commune: at, values: basics(P(431)) },
      { row: 4, verdict: ['stored'], commune: at, values: basics(P(432)) },
    ],
  });

  register(
    'days and states that belong to other papers',
    await workbook([
      title,
      [
        ...WHO,
        'Ngày cấp',
        'Nơi cấp',
        'Nơi sinh',
        'Tình trạng hôn nhân',
        'Trình độ ngoại ngữ',
        'Mã số BHXH',
        'Số hộ chiếu',
        'Ngày cấp',
        'Ngày hết hạn hộ chiếu',
        'Ngày hết hạn visa',
        'Ngày xuất ngũ',
        'Dự kiến về nước',
        'Ngày dự kiến XC',
        'Nhu cầu vay vốn (triệu)',
        'Dư nợ vay (triệu)',
        'Thời hạn vay (tháng)',
        'Tình trạng sức khỏe',
        'Ngày điều tra',
        'Ghi chú',
      ],
      [
        ...who(441, 1),
        '10/05/2021',
        'Cục Cảnh sát',
        'Lai Châu',
        'Đã kết hôn',
        'N4',
        '1234567',
        'C1234567',
        '01/02/2022',
        '01/02/2032',
        '05/03/2025',
        '01/01/2020',
        '04/03/2025',
        '05/03/2024',
        80,
        40,
        36,
        'Tốt',
        '01/06/2024',
        '',
      ],
      [...who(442, 2), '', '', '', 'Độc thân', '', '', '', '', '', '', '', '', '', '', '', '', '', '', 'khỏe'],
    ]),
    {
      told: ['COLUMN_UNKNOWN'],
      rows: [
        { row: 3, verdict: ['stored'], commune: at, values: basics(P(441), { passport: 'C1234567' }) },
        { row: 4, verdict: ['stored'], commune: at, values: basics(P(442), { notes: 'khỏe' }) },
      ],
    },
  );

  register(
    'more days and sums that belong to other papers',
    await workbook(
      [
        title,
        [
          ...WHO,
          'Ngày hết hạn GCN',
          'Ngày kết thúc đào tạo',
          'Vay NHCS',
          '',
          '',
          'Số tiền hỗ trợ (đồng)',
          'Số tiền ký quỹ',
          'Ngày cấp GCN',
          'Họ tên vợ/chồng',
          'Ngày nộp tiền',
          'Nước dự kiến đi',
          'Số lần gia hạn',
          'Thời gian đào tạo (tháng)',
        ],
        ['', '', '', '', '', '', '', 'Số tiền (tr.đ)', 'Ngày GN', 'Ngày đến hạn', '', '', '', '', '', '', '', ''],
        [
          ...who(481, 1),
          '01/04/2028',
          '01/04/2026',
          50,
          '01/02/2026',
          '01/02/2029',
          3000000,
          100000000,
          '02/04/2026',
          'Vàng Thị Thử',
          '03/04/2026',
          'Đức',
          1,
          3,
        ],
      ],
      { merges: ['H2:J2'] },
    ),
    {
      rows: [
        {
          row: 4,
          verdict: ['stored'],
          commune: at,
          values: basics(P(481), {
            loanAmount: 50_000_000,
            loanDate: '2026-02-01',
            certificateDate: '2026-04-02',
            stage: 'IN_TRAINING',
            contactName: 'Vàng Thị Thử',
            demandMarket: 'DE',
            market: 'DE',
          }),
        },
      ],
    },
  );

  register(
    'huyện and tỉnh in columns of their own',
    await workbook([
      [...WHO, 'Thôn/bản', 'Xã', 'Huyện', 'Tỉnh'],
      [...who(485, 1), 'Nậm Pục', 'Mường Mô', 'Nậm Nhùn', 'Lai Châu'],
      [...who(486, 2), 'Bản Mường', 'Mường Mô', '', 'Điện Biên'],
      [...who(487, 3), 'Bản Mường', 'Thanh Yên', 'Điện Biên', 'Tỉnh Điện Biên'],
      [...who(488, 4), '', 'Tả Lèng', 'Tam Đường', 'Tỉnh Lai Châu'],
    ]),
    {
      rows: [
        { row: 2, verdict: ['stored'], commune: '03472', values: basics(P(485), { hamlet: 'Nậm Pục' }) },
        { row: 3, verdict: ['ask', 'refuse'], code: ['COMMUNE_UNKNOWN', 'COMMUNE_AMBIGUOUS'] },
        { row: 4, verdict: ['ask', 'refuse'], code: ['COMMUNE_UNKNOWN', 'COMMUNE_AMBIGUOUS'] },
        { row: 5, verdict: ['stored'], commune: '03405', values: basics(P(488)) },
      ],
    },
  );

  register(
    'given names in a column nobody named',
    await workbook([
      title,
      ['STT', 'Họ và tên', '', 'Ngày sinh', 'Giới tính', 'CCCD', ''],
      [1, 'Lò Thị', 'Hương', vn(P(490).birth), 'Nữ', P(490).id, 'đã gặp'],
      [2, 'Lò Thị', 'Hoa', vn(P(492).birth), 'Nữ', P(492).id, 'đã gặp'],
    ]),
    {
      told: ['COLUMN_UNKNOWN'],
      rows: [
        { row: 3, verdict: ['stored'], commune: at, values: basics({ ...P(490), name: 'Lò Thị Hương' }) },
        { row: 4, verdict: ['stored'], commune: at, values: basics({ ...P(492), name: 'Lò Thị Hoa' }) },
      ],
    },
  );

  register(
    'papers of the course, in the order of a centre',
    await workbook([
      title,
      [...WHO, 'Ngày trúng tuyển', 'Ngày nhập học', 'Số GCN GDĐH', 'Ngày cấp', 'Ngày đăng ký', 'Tình trạng'],
      [...who(451, 1), '01/02/2026', '01/03/2026', '0249/2026/GCN-BV', '01/04/2026', '05/01/2026', ''],
      [...who(452, 2), '', '', '', '', '', 'bỏ trốn'],
      [...who(453, 3), '', '', '', '', '', 'đã xuất cảnh'],
      [...who(454, 4), '', '', '', '', '', 'đang học tiếng'],
    ]),
    {
      rows: [
        {
          row: 3,
          verdict: ['stored'],
          commune: at,
          values: basics(P(451), {
            selectedDate: '2026-02-01',
            courseStart: '2026-03-01',
            certificateNo: '0249/2026/GCN-BV',
            certificateDate: '2026-04-01',
            demandDate: '2026-01-05',
            stage: 'IN_TRAINING',
          }),
        },
        { row: 4, verdict: ['ask'], code: ['STATUS_NEEDS_EVIDENCE'] },
        { row: 5, verdict: ['ask'], code: ['STATUS_WITHOUT_DATE'] },
        { row: 6, verdict: ['stored'], commune: at, values: basics(P(454), { stage: 'IN_TRAINING' }) },
      ],
    },
  );

  register('two columns of numbers that differ', await workbook([title, [...WHO, 'Số CCCD'], [...who(461, 1), P(462).id]]), {
    refusal: ['HEADER_COLUMN_TWICE'],
    rows: [],
  });
  register(
    'no column of names',
    await workbook([title, ['STT', 'Số CCCD', 'Ngày sinh', 'Xã'], [1, P(463).id, vn(P(463).birth), 'Bum Tở']]),
    { refusal: ['HEADER_COLUMN_MISSING'], rows: [] },
  );
  register('no header at all', await workbook([who(464, 1), who(465, 2)]), {
    refusal: ['HEADER_NOT_FOUND', 'HEADER_COLUMN_MISSING'],
    rows: [],
  });
  register(
    'a list of departures given as a register',
    await workbook([
      ['DANH SÁCH XUẤT CẢNH'],
      ['STT', 'Mã hồ sơ/CCCD', 'Họ tên', 'Ngày xuất cảnh', 'Nước'],
      [1, P(466).id, P(466).name, '05/03/2024', 'Nhật'],
    ]),
    { refusal: ['HEADER_COLUMN_MISSING', 'HEADER_NOT_FOUND'], rows: [] },
  );

  const linked = new Workbook();
  addSheet(linked, 'DS', [
    title,
    WHO,
    who(471, 1),
    [2, { formula: "'[other.xlsx]S'!A1", result: 'Lò Văn Ánh' }, vn(P(472).birth), 'Nam', P(472).id],
    [3, { text: P(473).name, hyperlink: 'http://198.51.100.1/x' }, vn(P(473).birth), P(473).sex === 'F' ? 'Nữ' : 'Nam', P(473).id],
    [
      4,
      { richText: [{ text: P(474).name.slice(0, 3) }, { font: { bold: true }, text: P(474).name.slice(3) }] },
      vn(P(474).birth),
      P(474).sex === 'F' ? 'Nữ' : 'Nam',
      P(474).id,
    ],
    [5, 'Lò Văn \u202eÁnh', vn(P(475).birth), 'Nam', P(475).id],
    [6, 'Ðặng Văn Ánh', vn(P(476).birth), 'Nữ', P(476).id],
    [7, '123', vn(P(477).birth), 'Nam', P(477).id],
  ]);
  register('names that are formulas, links, rich text, hidden characters', await bytesOf(linked), {
    rows: [
      { row: 3, verdict: ['stored'], commune: at, values: basics(P(471)) },
      { row: 4, verdict: ['refuse'], code: ['FORMULA_CELL'] },
      { row: 5, verdict: ['stored'], commune: at, values: basics(P(473)) },
      { row: 6, verdict: ['stored'], commune: at, values: basics(P(474)) },
      { row: 7, verdict: ['refuse'], code: ['CONTROL_CHARACTERS'] },
      { row: 8, verdict: ['refuse'], code: ['HOMOGLYPH_IN_NAME'] },
      { row: 9, verdict: ['refuse'], code: ['NAME_NOT_A_NAME'] },
    ],
  });
  return files;
}
