import { basics, csv, day, type OfficeFile, person, vn, workbook } from './office-file';

/** Lists of departures as agencies send them, and the register that made their cases known. */
export async function departureFiles(): Promise<OfficeFile[]> {
  const P = (n: number) => person(n);
  const files: OfficeFile[] = [];
  const known = Array.from({ length: 24 }, (_, i) => 501 + i);
  files.push({
    name: 'the register the departures speak of',
    kind: 'register',
    login: 'centre-12',
    bytes: await workbook([
      ['UBND XÃ KHOEN ON'],
      ['STT', 'Mã HS', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số CCCD', 'Nước', 'Số GCN GDĐH', 'Số HĐ', 'Ngày ký HĐ', 'Doanh nghiệp'],
      ...known.map((n, i) => [
        i + 1,
        `TU-${n}`,
        P(n).name,
        vn(P(n).birth),
        P(n).sex === 'F' ? 'Nữ' : 'Nam',
        P(n).id,
        'Nhật',
        `GCN-${n}`,
        `HD-${n}`,
        '01/02/2024',
        n < 522 ? 'Ba Vòng' : 'Sao Khuê Mới',
      ]),
    ]),
    rows: known.map((n, i) => ({
      row: 3 + i,
      verdict: ['stored'],
      commune: '03640',
      values: basics(P(n), {
        market: 'JP',
        stage: 'CONTRACTED',
        certificateNo: `GCN-${n}`,
        contractNo: `HD-${n}`,
        contractSigned: '2024-02-01',
        agencyKey: n < 522 ? 'BV' : 'SK',
      }),
    })),
  });
  const departures = (name: string, bytes: Buffer, more: Omit<OfficeFile, 'name' | 'kind' | 'login' | 'bytes'>) =>
    files.push({ name, kind: 'departures', login: 'agency-bv', bytes, ...more });
  const left = (exitDate: string, more: Record<string, unknown> = {}) => ({ exitDate, market: 'JP', ...more });

  departures(
    'departures, other words, other order',
    await workbook([
      ['CÔNG TY CP NHÂN LỰC BA VÒNG'],
      ['BÁO CÁO LAO ĐỘNG XUẤT CẢNH THÁNG 3/2024'],
      [],
      ['Ngày bay', 'Ngày hết HĐ', 'HỌ VÀ TÊN LĐ', 'Số CCCD/ĐDCN', 'TT', 'Nước đi', 'Xí nghiệp', 'Sân bay', 'Dự kiến về', 'Ghi chú'],
      ['05/03/2024', '04/03/2027', P(501).name.toUpperCase(), P(501).id, 1, 'NB', 'Kitano Foods', 'Nội Bài', '04/03/2025', ''],
      [day('2024-03-06'), day('2027-03-05'), P(502).name, `'${P(502).id}`, 2, 'Nhật Bản', '', '', '', ''],
      [45358, '', P(503).name.normalize('NFD'), P(503).id.replace(/(\d{3})(\d{3})/, '$1 $2 '), 3, '', '', '', '', ''],
      ['31/02/2024', '', P(504).name, P(504).id, 4, 'Nhật', '', '', '', ''],
      ['05/03/2024', '', P(505).name, P(506).id, 5, 'Nhật', '', '', '', ''],
      ['05/01/2024', '', P(507).name, P(507).id, 6, 'Nhật', '', '', '', ''],
      ['05/03/2027', '', P(508).name, P(508).id, 7, 'Nhật', '', '', '', ''],
      ['05/03/2024', '', P(509).name, P(509).id, 8, 'Hàn Quốc', '', '', '', ''],
      ['05/03/2024', '', P(522).name, P(522).id, 9, 'Nhật', '', '', '', ''],
      ['05/03/2024', '', 'Lò Văn Không', '012096999999', 10, 'Nhật', '', '', '', ''],
      ['05/03/2024', '', P(510).name, Number(P(510).id), 11, 'Nhật', '', '', '', ''],
      ['05/03/24', '', P(511).name, P(511).id, 12, 'Nhật', '', '', '', ''],
      ['05/03/2024', '01/01/2024', P(512).name, P(512).id, 13, 'Nhật', '', '', '', ''],
      ['05/03/2024', '', P(513).name, P(513).id, 14, 'Nhật', '', '', '', ''],
      ['05/03/2024', '', P(513).name, P(513).id, 15, 'Nhật', '', '', '', ''],
      ['06/03/2024', '', P(514).name, P(514).id, 16, 'Nhật', '', '', '', ''],
      ['07/03/2024', '', P(514).name, P(514).id, 17, 'Nhật', '', '', '', ''],
      ['', '', P(515).name, P(515).id, 18, 'Nhật', '', '', '', 'chưa bay'],
      [2024, '', P(516).name, P(516).id, 19, 'Nhật', '', '', '', ''],
      ['', '', 'NGƯỜI LẬP', '', '', 'GIÁM ĐỐC'],
    ]),
    {
      told: ['ID_LEADING_ZERO_LOST', 'SERIAL_DATES'],
      rows: [
        {
          row: 5,
          verdict: ['stored'],
          values: left('2024-03-05', { contractEnd: '2027-03-04', employer: 'Kitano Foods', gate: 'Nội Bài' }),
        },
        { row: 6, verdict: ['stored'], values: left('2024-03-06', { contractEnd: '2027-03-05' }) },
        { row: 7, verdict: ['stored'], values: left('2024-03-07') },
        { row: 8, verdict: ['refuse'], code: ['DATE_IMPOSSIBLE'] },
        { row: 9, verdict: ['refuse'], code: ['NAME_MISMATCH'] },
        { row: 10, verdict: ['refuse'], code: ['EXIT_BEFORE_CONTRACT'] },
        { row: 11, verdict: ['refuse'], code: ['EXIT_IN_FUTURE'] },
        { row: 12, verdict: ['ask'], code: ['MARKET_DIFFERS'] },
        { row: 13, verdict: ['refuse'], code: ['CASE_NOT_FOUND'] },
        { row: 14, verdict: ['refuse'], code: ['CASE_NOT_FOUND'] },
        { row: 15, verdict: ['ask'], code: ['ID_LEADING_ZERO_LOST'] },
        { row: 16, verdict: ['refuse'], code: ['DATE_TWO_DIGIT_YEAR'] },
        { row: 17, verdict: ['refuse'], code: ['CONTRACT_END_BEFORE_START'] },
        { row: 18, verdict: ['stored'], values: left('2024-03-05') },
        { row: 19, verdict: ['duplicate'], code: ['REPEATED_ROW'] },
        { row: 20, verdict: ['refuse'], code: ['CONFLICT_IN_FILE'] },
        { row: 21, verdict: ['refuse'], code: ['CONFLICT_IN_FILE'] },
        { row: 22, verdict: ['refuse'], code: ['EXIT_MISSING'] },
        { row: 23, verdict: ['refuse'], code: ['DATE_IMPOSSIBLE', 'DATE_UNREADABLE'] },
      ],
    },
  );
  departures(
    'returns by case code, csv',
    Buffer.from(
      csv(
        [
          ['STT', 'Mã hồ sơ', 'Họ tên', 'Ngày về nước', 'Lý do về'],
          ['1', 'TU-501', P(501).name, '06/03/2025', 'trước hạn'],
          ['2', 'TU-502', 'lo van khac ten', '06/03/2025', ''],
          ['3', 'TU-503', P(503).name, '06/01/2024', ''],
          ['4', 'TU-517', P(517).name, '06/03/2025', ''],
          ['5', 'TU-999', P(518).name, '06/03/2025', ''],
        ],
        ',',
      ),
    ),
    {
      rows: [
        {
          row: 2,
          verdict: ['stored'],
          values: left('2024-03-05', {
            contractEnd: '2027-03-04',
            employer: 'Kitano Foods',
            gate: 'Nội Bài',
            returnDate: '2025-03-06',
            returnType: 'EARLY',
          }),
        },
        { row: 3, verdict: ['refuse'], code: ['NAME_MISMATCH'] },
        { row: 4, verdict: ['refuse'], code: ['RETURN_BEFORE_EXIT'] },
        { row: 5, verdict: ['refuse'], code: ['RETURN_BEFORE_EXIT'] },
        { row: 6, verdict: ['refuse'], code: ['CASE_NOT_FOUND'] },
      ],
    },
  );
  const head = ['STT', 'Số CCCD', 'Họ tên'];
  departures(
    'expected departures are no departures',
    await workbook([
      [...head, 'Ngày dự kiến xuất cảnh'],
      [1, P(518).id, P(518).name, '05/03/2024'],
    ]),
    { refusal: ['HEADER_COLUMN_MISSING'], rows: [] },
  );
  departures(
    'departures, month first',
    await workbook([
      [...head, 'Ngày XC'],
      [1, P(518).id, P(518).name, '03/05/2024'],
      [2, P(519).id, P(519).name, '03/15/2024'],
    ]),
    { refusal: ['DATE_COLUMN_ORDER'], rows: [] },
  );
  departures(
    'register of people given as departures',
    await workbook([
      ['STT', 'Họ tên', 'Số CCCD', 'Ngày sinh', 'Xã', 'Trình độ'],
      [1, P(520).name, P(520).id, vn(P(520).birth), 'Khoen On', '9/12'],
    ]),
    { refusal: ['HEADER_COLUMN_MISSING'], rows: [] },
  );
  return files;
}
