import { basics, day, type OfficeFile, person, vn, workbook } from './office-file';

/** What happened to people: days, money, telephones, countries, contracts. */
export async function stepFiles(): Promise<OfficeFile[]> {
  const P = (n: number) => person(n);
  const files: OfficeFile[] = [];
  const register = (name: string, bytes: Buffer, more: Omit<OfficeFile, 'name' | 'kind' | 'login' | 'bytes'>) =>
    files.push({ name, kind: 'register', login: 'centre-12', bytes, ...more });
  const title = ['UBND XÃ BUM NƯA'];
  const who = (n: number, i: number) => [i, P(n).name, vn(P(n).birth), P(n).sex === 'F' ? 'Nữ' : 'Nam', P(n).id];
  const WHO = ['STT', 'Họ và tên NLĐ', 'Ngày sinh', 'Giới tính', 'Số CCCD'];
  const at = '03466';
  const left = (n: number, exitDate: string, more: Record<string, unknown> = {}) =>
    basics(P(n), { exitDate, stage: 'ABROAD', market: 'JP', ...more });
  const written = [
    '5.3.2024',
    '2024-03-05',
    '05-03-2024',
    'ngày 5 tháng 3 năm 2024',
    '05/03/2024 00:00',
    day('2024-03-05'),
    45356,
    '5 / 3 / 2024',
    '05/03/24',
    '31/02/2024',
    2024,
    '03/2024',
    'tháng 3',
    '5/3/2027',
    36,
    '—',
    '05032024',
    '3/5/Giáp Thìn',
  ];
  const dateRows: OfficeFile['rows'] = written.map((value, i) => {
    const row = 3 + i;
    if (i < 8 || value === '05032024') return { row, verdict: ['stored'], commune: at, values: left(201 + i, '2024-03-05') };
    if (value === '—') return { row, verdict: ['stored'], commune: at, values: basics(P(201 + i), { market: 'JP' }) };
    return {
      row,
      verdict: ['refuse', 'ask'],
      code: ['DATE_TWO_DIGIT_YEAR', 'DATE_IMPOSSIBLE', 'DATE_UNREADABLE', 'EXIT_IN_FUTURE'],
    };
  });
  register(
    'eighteen ways to write a day of exit',
    await workbook([title, [...WHO, 'Ngày bay', 'Thị trường'], ...written.map((value, i) => [...who(201 + i, i + 1), value, 'Nhật Bản'])]),
    { told: ['SERIAL_DATES'], rows: dateRows },
  );

  register(
    'dates of the 1904 system, school classes that became days',
    await workbook(
      [
        title,
        [...WHO, 'Ngày XC', 'Nước đi', 'Trình độ văn hoá'],
        [...who(221, 1), day('2024-03-05'), 'Nhật', day('2024-12-06')],
        [1, P(222).name, day(P(222).birth), 'Nữ', P(222).id, day('2023-02-28'), 'Nhật', '12/12'],
      ],
      { date1904: true },
    ),
    {
      rows: [
        {
          row: 3,
          verdict: ['stored'],
          commune: at,
          warn: ['CELL_BECAME_A_DATE'],
          values: left(221, '2024-03-05', { education: 'LOWER_SECONDARY' }),
        },
        { row: 4, verdict: ['stored'], commune: at, values: left(222, '2023-02-28', { education: 'UPPER_SECONDARY' }) },
      ],
    },
  );

  register(
    'a column with the month first',
    await workbook([
      title,
      [...WHO, 'Ngày xuất cảnh', 'Nước'],
      [...who(231, 1), '03/05/2024', 'Nhật'],
      [...who(232, 2), '03/25/2024', 'Nhật'],
      [...who(233, 3), '12/31/2023', 'Nhật'],
    ]),
    { refusal: ['DATE_COLUMN_ORDER'], rows: [] },
  );

  register(
    'telephones and families',
    await workbook([
      title,
      [...WHO, 'SĐT liên hệ', 'Người nhà'],
      [...who(241, 1), '+84 712 345 601', 'Lò Văn Pó (bố) - 0713 456 701'],
      [...who(242, 2), '0712.345.602 / 0753-345-602', 'mẹ: Vàng Thị Mào 0314567802'],
      [...who(243, 3), 712345603, 'Giàng A Chư (anh trai)'],
      [...who(244, 4), '01692345604', '0714567804'],
      [...who(245, 5), '0712345605 (Zalo), 0732345605', 'chồng'],
      [...who(246, 6), '84712345606', ''],
      [...who(247, 7), '0712345607 0722345607', ''],
      [...who(248, 8), '07123456', ''],
    ]),
    {
      rows: [
        {
          row: 3,
          verdict: ['stored'],
          commune: at,
          values: basics(P(241), {
            phones: ['+84712345601'],
            contactName: 'Lò Văn Pó',
            contactKin: 'bố',
            contactPhone: '+84713456701',
          }),
        },
        {
          row: 4,
          verdict: ['stored'],
          commune: at,
          values: basics(P(242), {
            phones: ['+84712345602', '+84753345602'],
            contactName: 'Vàng Thị Mào',
            contactKin: 'mẹ',
            contactPhone: '+84314567802',
          }),
        },
        {
          row: 5,
          verdict: ['stored'],
          commune: at,
          values: basics(P(243), { phones: ['+84712345603'], contactName: 'Giàng A Chư', contactKin: 'anh trai' }),
        },
        {
          row: 6,
          verdict: ['stored'],
          commune: at,
          warn: ['PHONE_OLD_11_DIGITS'],
          values: basics(P(244), { notes: 'Người nhà: 0714567804' }),
          fieldAlso: { notes: [null], contactPhone: ['+84714567804'], contactName: ['Người nhà'] },
        },
        {
          row: 7,
          verdict: ['stored'],
          commune: at,
          values: basics(P(245), { phones: ['+84712345605', '+84732345605'], notes: 'Người nhà: chồng' }),
          fieldAlso: { notes: [null], contactKin: ['chồng'], contactName: ['Chồng'] },
        },
        { row: 8, verdict: ['stored'], commune: at, values: basics(P(246), { phones: ['+84712345606'] }) },
        {
          row: 9,
          verdict: ['stored'],
          commune: at,
          values: basics(P(247), { phones: ['+84712345607', '+84722345607'] }),
        },
        { row: 10, verdict: ['stored'], commune: at, warn: ['PHONE_UNREADABLE_PART'], values: basics(P(248)) },
      ],
    },
  );

  register(
    'SĐT người nhà without a name',
    await workbook([title, [...WHO, 'Điện thoại', 'SĐT người nhà'], [...who(251, 1), '0712345611', '0713345611']]),
    {
      rows: [
        {
          row: 3,
          verdict: ['stored'],
          commune: at,
          values: basics(P(251), { phones: ['+84712345611'], notes: 'SĐT người nhà: 0713345611' }),
          fieldAlso: { notes: [null], contactName: ['Người nhà'], contactPhone: ['+84713345611'] },
        },
      ],
    },
  );

  register(
    'loans in million dong',
    await workbook([
      title,
      [...WHO, 'Vốn vay (triệu)', 'Mức lương (Yên/tháng)'],
      [...who(261, 1), 50, 180000],
      [...who(262, 2), '48,5', ''],
      [...who(263, 3), '93.000.000', ''],
      [...who(264, 4), '1tr5', ''],
      [...who(265, 5), '80 triệu', ''],
      [...who(266, 6), 75000000, ''],
      [...who(267, 7), '80.000', ''],
      [...who(268, 8), 'không', '180.000 JPY'],
      [...who(269, 9), -50, ''],
    ]),
    {
      told: ['MONEY_IN_MILLIONS'],
      rows: [
        {
          row: 3,
          verdict: ['stored'],
          commune: at,
          warn: ['MONEY_UNIT_DOUBTFUL', 'WAGE_CURRENCY'],
          values: basics(P(261), { loanAmount: 50_000_000, notes: 'Mức lương (Yên/tháng): 180000' }),
          fieldAlso: { notes: [null] },
        },
        { row: 4, verdict: ['stored'], commune: at, values: basics(P(262), { loanAmount: 48_500_000 }) },
        {
          row: 5,
          verdict: ['ask', 'stored'],
          commune: at,
          code: ['MONEY_UNIT_DOUBTFUL'],
          values: basics(P(263), { loanAmount: 93_000_000 }),
        },
        {
          row: 6,
          verdict: ['stored', 'ask'],
          commune: at,
          code: ['MONEY_UNIT_DOUBTFUL'],
          values: basics(P(264), { loanAmount: 1_500_000 }),
        },
        {
          row: 7,
          verdict: ['stored'],
          commune: at,
          warn: ['MONEY_SHORT_FORM'],
          values: basics(P(265), { loanAmount: 80_000_000 }),
        },
        { row: 8, verdict: ['ask'], code: ['MONEY_UNIT_DOUBTFUL'] },
        { row: 9, verdict: ['ask'], code: ['MONEY_UNIT_DOUBTFUL'] },
        {
          row: 10,
          verdict: ['stored'],
          commune: at,
          warn: ['MONEY_UNIT_DOUBTFUL', 'WAGE_CURRENCY'],
          values: basics(P(268), { notes: 'Mức lương (Yên/tháng): 180.000 JPY' }),
          fieldAlso: { notes: [null] },
        },
        { row: 11, verdict: ['ask'], code: ['MONEY_UNIT_DOUBTFUL'] },
      ],
    },
  );

  register(
    'the unit of money stands above the table',
    await workbook([
      title,
      ['', '', '', '', '', 'Đơn vị tính: nghìn đồng'],
      [...WHO, 'Số tiền vay'],
      [...who(271, 1), 150000],
      [...who(272, 2), '50.000'],
      [...who(273, 3), 90000],
    ]),
    {
      rows: [150_000_000, 50_000_000, 90_000_000].map((loanAmount, i) => ({
        row: 4 + i,
        verdict: ['stored' as const, 'ask' as const],
        commune: at,
        code: ['MONEY_UNIT_DOUBTFUL'],
        values: basics(P(271 + i), { loanAmount }),
      })),
    },
  );
  register(
    'dong without a unit',
    await workbook([
      title,
      [...WHO, 'Số tiền vay'],
      [...who(275, 1), '50.000.000'],
      [...who(276, 2), '150.000'],
      [...who(277, 3), 50],
      [...who(278, 4), '50,000,000đ'],
    ]),
    {
      rows: [
        { row: 3, verdict: ['stored'], commune: at, values: basics(P(275), { loanAmount: 50_000_000 }) },
        { row: 4, verdict: ['ask'], code: ['MONEY_UNIT_DOUBTFUL'] },
        { row: 5, verdict: ['ask'], code: ['MONEY_UNIT_DOUBTFUL'] },
        { row: 6, verdict: ['stored'], commune: at, values: basics(P(278), { loanAmount: 50_000_000 }) },
      ],
    },
  );

  const countries: [string, string | null][] = [
    ['Mỹ', 'US'],
    ['Hoa Kỳ', 'US'],
    ['Malaysia', 'MY'],
    ['Đài loan', 'TW'],
    ['Hàn Quốc (EPS)', 'KR'],
    ['Nhật hoặc Hàn', null],
    ['My', null],
    ['CHLB Đức', 'DE'],
    ['Hung-ga-ri', 'HU'],
    ['Ả Rập Xê Út', 'SA'],
    ['Lào', 'LA'],
    ['Đông Âu', null],
    ['', ''],
    ['Ma Cao', 'MO'],
    ['Ấn Độ', null],
  ];
  register('countries', await workbook([title, [...WHO, 'Quốc gia'], ...countries.map(([word], i) => [...who(281 + i, i + 1), word])]), {
    rows: countries.map(([, market], i) => ({
      row: 3 + i,
      ...(market === null
        ? { verdict: ['ask' as const], code: ['MARKET_UNCLEAR'] }
        : { verdict: ['stored' as const], commune: at, values: basics(P(281 + i), market ? { market } : {}) }),
    })),
  });

  register(
    'contracts before and after the exit',
    await workbook([
      title,
      [...WHO, 'Thị trường', 'Số HĐ', 'Ngày ký HĐ', 'Thời hạn HĐ', 'Ngày XC', 'Ngày hết HĐ', 'Ngày về nước', 'Đơn vị PC', 'Nơi tiếp nhận'],
      [...who(301, 1), 'Nhật', '12/2024/HĐ-BV', '01/02/2024', '3 năm', '05/03/2024', '04/03/2027', '', 'Cty Ba Vòng', 'Kitano Foods'],
      [...who(302, 2), 'Nhật', '13/2024/HĐ-BV', '01/02/2024', '36', '', '', '', 'C.ty Ba Vong', ''],
      [...who(303, 3), 'Nhật', '14/2024/HĐ-BV', '01/02/2024', '36 tháng', '05/01/2024', '', '', 'Ba Vòng', ''],
      [...who(304, 4), 'Nhật', '', '', '', '05/03/2020', '04/03/2023', '01/03/2023', 'Công ty lạ hoắc', ''],
      [...who(305, 5), 'Nhật', '', '', 'ba năm', '05/03/2024', '04/03/2024', '', '', ''],
      [...who(306, 6), 'Nhật', '', '', '3', '05/03/2024', '', '', '', ''],
      [...who(307, 7), 'Nhật', '15/2024/HĐ-BV', '01/02/2026', '36', '', '28/02/2030', '', 'Ba Vòng', 'Kitano Foods'],
      [...who(308, 8), 'Nhật', '', '', '', '', '', '01/03/2023', '', ''],
      [...who(309, 9), 'Nhật', '', '', 'ba năm', '05/03/2024', '', '', '', ''],
    ]),
    {
      rows: [
        {
          row: 3,
          verdict: ['stored'],
          commune: at,
          values: left(301, '2024-03-05', {
            contractNo: '12/2024/HĐ-BV',
            contractSigned: '2024-02-01',
            termMonths: 36,
            contractEnd: '2027-03-04',
            agencyKey: 'BV',
            employer: 'Kitano Foods',
          }),
        },
        {
          row: 4,
          verdict: ['stored'],
          commune: at,
          values: basics(P(302), {
            market: 'JP',
            stage: 'CONTRACTED',
            contractNo: '13/2024/HĐ-BV',
            contractSigned: '2024-02-01',
            termMonths: 36,
            agencyKey: 'BV',
          }),
        },
        { row: 5, verdict: ['refuse'], code: ['EXIT_BEFORE_CONTRACT'] },
        {
          row: 6,
          verdict: ['stored'],
          commune: at,
          warn: ['AGENCY_UNKNOWN'],
          values: left(304, '2020-03-05', {
            contractEnd: '2023-03-04',
            returnDate: '2023-03-01',
            returnType: 'COMPLETED',
            stage: 'RETURNED',
          }),
        },
        { row: 7, verdict: ['refuse'], code: ['CONTRACT_END_BEFORE_START'] },
        {
          row: 8,
          verdict: ['stored', 'ask'],
          commune: at,
          warn: ['TERM_UNCLEAR'],
          code: ['TERM_UNCLEAR'],
          values: left(306, '2024-03-05', { notes: 'Thời hạn HĐ: 3' }),
          fieldAlso: { notes: [null] },
        },
        {
          row: 9,
          verdict: ['stored'],
          commune: at,
          values: basics(P(307), {
            market: 'JP',
            stage: 'CONTRACTED',
            contractNo: '15/2024/HĐ-BV',
            contractSigned: '2026-02-01',
            termMonths: 36,
            agencyKey: 'BV',
            sendingEnd: '2030-02-28',
            sendingEmployer: 'Kitano Foods',
          }),
        },
        { row: 10, verdict: ['ask', 'refuse'], code: ['EXIT_MISSING'] },
        {
          row: 11,
          verdict: ['stored'],
          commune: at,
          warn: ['TERM_UNCLEAR'],
          values: left(309, '2024-03-05', { notes: 'Thời hạn HĐ: ba năm' }),
          fieldAlso: { notes: [null], termMonths: [36] },
        },
      ],
    },
  );
  return files;
}
