import type { Cell, Sheet, Workbook } from './cell';
import { describeSheets } from './describe-sheets';
import type { ImportKind } from './match-columns';
import { planFile } from './plan-file';

/** Heads of files as offices write them (group and column, abbreviations, no marks, old fonts), two lines of each, and what every column is. */
const FILES: readonly (readonly [name: string, kind: ImportKind, head: readonly string[][], lines: readonly Cell[][], fields: string])[] = [
  [
    'sổ xã',
    'register',
    [['STT', 'Họ và tên', 'Ngày, tháng, năm sinh', 'Giới tính', 'Số CCCD', 'Dân tộc', 'Thôn, bản, TDP', 'Xã']],
    [
      ['1', 'Lò Văn Ánh', '01/02/1998', 'Nam', '012098900001', 'Thái', 'Bản Lướt', 'Mường Kim'],
      ['2', 'Vàng Thị Mỷ', '03/04/1999', 'Nữ', '012199900002', 'Mông', 'Bản 1', 'Mường Kim'],
    ],
    'seq fullName birthDate sex idNumber ethnic hamlet commune',
  ],
  [
    'viết tắt',
    'register',
    [['TT', 'Họ tên LĐ', 'NS', 'GT', 'CCCD', 'DT', 'ĐT', 'Nước XKLĐ', 'Ngày XC']],
    [
      [1, 'Lò Văn Ánh', 1998, 'Nam', '012098900001', 'Thái', '0312345678', 'Nhật', '05/03/2024'],
      [2, 'Vàng Thị Mỷ', 1999, 'Nữ', '012199900002', 'Mông', '0312345679', 'ĐL', '06/03/2024'],
    ],
    'seq fullName birthDate sex idNumber ethnic phones market exitDate',
  ],
  [
    'không dấu',
    'register',
    [['So TT', 'Ho va ten', 'Nam sinh', 'Gioi tinh', 'So CMND/CCCD', 'Xa/phuong', 'So dien thoai', 'Ghi chu']],
    [
      [1, 'Lo Van Anh', 1998, 'nam', '012098900001', 'Muong Kim', '0312345678', ''],
      [2, 'Vang Thi My', 1999, 'nu', '012199900002', 'Muong Kim', '0312345679', 'x'],
    ],
    'seq fullName birthDate sex idNumber commune phones notes',
  ],
  [
    'TCVN3',
    'register',
    [['STT', 'Hä vµ tªn', 'Ngµy sinh', 'Giíi tÝnh', 'Sè CCCD', '§Þa chØ']],
    [
      [1, 'Lß V¨n ¸nh', '01/02/1998', 'Nam', '012098900001', 'Mường Kim'],
      [2, 'Vµng ThÞ Mû', '02/02/1998', 'N÷', '012198900002', 'Mường Kim'],
    ],
    'seq fullName birthDate sex idNumber address',
  ],
  [
    'hai dòng',
    'register',
    [
      ['STT', 'Họ và tên', 'Ngày sinh', '', 'Số CCCD', 'Hợp đồng', '', '', 'Về nước', ''],
      ['', '', 'Nam', 'Nữ', '', 'Số HĐ', 'Ngày ký', 'Ngày hết hạn', 'Ngày', 'Hình thức'],
    ],
    [
      [1, 'Lò Văn Ánh', '01/02/1998', '', '012098900001', '12/HĐ', '01/02/2024', '01/02/2027', '', ''],
      [2, 'Vàng Thị Mỷ', '', '03/04/1999', '012199900002', '13/HĐ', '01/02/2024', '01/02/2027', '01/03/2026', 'trước hạn'],
    ],
    'seq fullName birthDateM birthDateF idNumber contractNo contractSigned contractEnd returnDate returnType',
  ],
  [
    'họ một cột tên một cột',
    'register',
    [['TT', 'Họ và tên', '', 'Sinh năm', 'Số căn cước', 'Nơi thường trú']],
    [
      [1, 'Lò Văn', 'Ánh', 1998, '012098900001', 'Mường Kim'],
      [2, 'Vàng Thị', 'Mỷ', 1999, '012199900002', 'Mường Kim'],
    ],
    'seq nameFront nameLast birthDate idNumber address',
  ],
  [
    'vay vốn',
    'register',
    [
      ['STT', 'Họ và tên', 'Ngày sinh', 'Số định danh cá nhân', 'Xã/phường', 'Hộ nghèo, cận nghèo', 'Vay NHCSXH', '', 'Ghi chú'],
      ['', '', '', '', '', '', 'Số tiền (tr.đ)', 'Ngày vay', ''],
    ],
    [
      [1, 'Lò Văn Ánh', '01/02/1998', '012098900001', 'Mường Kim', 'Nghèo', 50, '01/03/2024', ''],
      [2, 'Vàng Thị Mỷ', '03/04/1999', '012199900002', 'Mường Kim', 'Cận nghèo', 60, '01/03/2024', ''],
    ],
    'seq fullName birthDate idNumber commune householdClass loanAmount loanDate notes',
  ],
  [
    'thân nhân',
    'register',
    [
      ['STT', 'Tên người lao động', 'Ngày tháng năm sinh', 'CCCD', 'Xã', 'Thân nhân', '', 'Cán bộ phụ trách'],
      ['', '', '', '', '', 'Họ tên', 'Điện thoại', ''],
    ],
    [
      [1, 'Lò Văn Ánh', '01/02/1998', '012098900001', 'Mường Kim', 'Lò Văn Páo', '0312345678', 'Hoa'],
      [2, 'Vàng Thị Mỷ', '03/04/1999', '012199900002', 'Mường Kim', 'Vàng A Sử', '0312345679', 'Hoa'],
    ],
    'seq fullName birthDate idNumber commune contactName contactPhone officer',
  ],
  [
    'định hướng',
    'register',
    [['STT', 'Họ tên', 'Ngày sinh', 'Số CCCD', 'Xã', 'Ngày nhập học', 'Số GCN', 'Ngày cấp GCN', 'Trúng tuyển ngày']],
    [
      [1, 'Lò Văn Ánh', '01/02/1998', '012098900001', 'Mường Kim', '01/01/2024', '021/GCN', '12/01/2024', '01/12/2023'],
      [2, 'Vàng Thị Mỷ', '03/04/1999', '012199900002', 'Mường Kim', '01/01/2024', '022/GCN', '12/01/2024', '01/12/2023'],
    ],
    'seq fullName birthDate idNumber commune courseStart certificateNo certificateDate selectedDate',
  ],
  [
    'doanh nghiệp',
    'register',
    [['STT', 'Họ và tên', 'Năm sinh', 'CCCD', 'Xã', 'Doanh nghiệp phái cử', 'Công ty tiếp nhận', 'Ngành nghề', 'Mức lương', 'Thời hạn HĐ']],
    [
      [1, 'Lò Văn Ánh', 1998, '012098900001', 'Mường Kim', 'Cty Ba Vòng', 'Sakura', 'Chế tạo', '30 triệu', '36 tháng'],
      [2, 'Vàng Thị Mỷ', 1999, '012199900002', 'Mường Kim', 'Cty Ba Vòng', 'Fuji', 'May', '28 triệu', '36 tháng'],
    ],
    'seq fullName birthDate idNumber commune agency employer occupation wage termMonths',
  ],
  [
    'điện thoại là chữ',
    'register',
    [['STT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Xã', 'Điện thoại']],
    [
      [1, 'Lò Văn Ánh', '01/02/1998', '012098900001', 'Mường Kim', 'gọi trưởng bản'],
      [2, 'Vàng Thị Mỷ', '03/04/1999', '012199900002', 'Mường Kim', 'chưa có máy'],
    ],
    'seq fullName birthDate idNumber commune ?',
  ],
  [
    'ngày đi là số hiệu',
    'register',
    [['STT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Xã', 'Xuất cảnh']],
    [
      [1, 'Lò Văn Ánh', '01/02/1998', '012098900001', 'Mường Kim', 'VN 300 Nội Bài'],
      [2, 'Vàng Thị Mỷ', '03/04/1999', '012199900002', 'Mường Kim', 'VJ 922 Nội Bài'],
    ],
    'seq fullName birthDate idNumber commune ?',
  ],
  [
    'giới tính là ngày',
    'register',
    [['STT', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Số CCCD', 'Xã']],
    [
      [1, 'Lò Văn Ánh', '01/02/1998', '01/02/1998', '012098900001', 'Mường Kim'],
      [2, 'Vàng Thị Mỷ', '03/04/1999', '03/04/1999', '012199900002', 'Mường Kim'],
    ],
    'seq fullName ? birthDate idNumber commune',
  ],
  [
    'hộ chiếu',
    'register',
    [['No', 'Full name', 'Ngày sinh', 'Số hộ chiếu', 'Ngày cấp', 'Số CCCD', 'Quê quán']],
    [
      [1, 'Lo Van Anh', '01/02/1998', 'C1234567', '01/02/2023', '012098900001', 'Mường Kim'],
      [2, 'Vang Thi My', '03/04/1999', 'C1234568', '01/02/2023', '012199900002', 'Mường Kim'],
    ],
    'seq fullName birthDate passport - idNumber address',
  ],
  [
    'báo đi',
    'departures',
    [['STT', 'Mã hồ sơ / CCCD', 'Họ và tên', 'Ngày xuất cảnh', 'Thị trường', 'Ngày hết hạn HĐ']],
    [
      [1, '012098900001', 'Lò Văn Ánh', '05/03/2026', 'Nhật Bản', '04/03/2029'],
      [2, '012199900002', 'Vàng Thị Mỷ', '05/03/2026', 'Nhật Bản', '04/03/2029'],
    ],
    'seq key fullName exitDate market contractEnd',
  ],
  [
    'báo bay',
    'departures',
    [['TT', 'Số CCCD', 'Tên NLĐ', 'Ngày bay', 'Chuyến bay', 'Nước đến', 'Nghiệp đoàn', 'Từ ngày', 'Đến ngày']],
    [
      [1, '012098900001', 'Lò Văn Ánh', '05/03/2026', 'VN 300', 'Nhật', 'Fuji', '06/03/2026', '05/03/2029'],
      [2, '012199900002', 'Vàng Thị Mỷ', '05/03/2026', 'VN 300', 'Nhật', 'Fuji', '06/03/2026', '05/03/2029'],
    ],
    'seq idNumber fullName exitDate gate market employer contractStart contractEnd',
  ],
  [
    'báo về',
    'returns',
    [['STT', 'Mã hồ sơ', 'Họ tên', 'Ngày về nước', 'Lý do về', 'Ghi chú']],
    [
      [1, 'A1B2C3D4E5', 'Lò Văn Ánh', '05/03/2026', 'trước hạn', ''],
      [2, 'A1B2C3D4E6', 'Vàng Thị Mỷ', '05/03/2026', 'đúng hạn', ''],
    ],
    'seq caseCode fullName returnDate returnType notes',
  ],
  [
    'gia hạn',
    'extensions',
    [['STT', 'Số CCCD', 'Họ tên', 'Ngày hết hạn mới', 'Ngày ký gia hạn']],
    [
      [1, '012098900001', 'Lò Văn Ánh', '05/03/2027', '01/02/2026'],
      [2, '012199900002', 'Vàng Thị Mỷ', '05/03/2027', '01/02/2026'],
    ],
    'seq idNumber fullName extendedTo signedOn',
  ],
  [
    'gia hạn đến',
    'extensions',
    [['TT', 'CCCD', 'Họ và tên LĐ', 'Gia hạn đến ngày', 'Ghi chú']],
    [
      [1, '012098900001', 'Lò Văn Ánh', '05/03/2027', ''],
      [2, '012199900002', 'Vàng Thị Mỷ', '05/03/2027', ''],
    ],
    'seq idNumber fullName extendedTo notes',
  ],
  [
    'vắng mặt',
    'absences',
    [['STT', 'Số CCCD', 'Họ tên', 'Ngày phát hiện vắng mặt', 'Ngày làm việc cuối cùng']],
    [
      [1, '012098900001', 'Lò Văn Ánh', '05/03/2026', '01/03/2026'],
      [2, '012199900002', 'Vàng Thị Mỷ', '05/03/2026', '01/03/2026'],
    ],
    'seq idNumber fullName noticedOn lastSeenOn',
  ],
];

function bookOf(head: readonly string[][], lines: readonly Cell[][]): Workbook {
  const rows = [...head, ...lines].map((cells, i) => ({
    n: i + 1,
    hidden: false,
    cells: cells.map((cell) => (cell === '' ? null : cell)),
  }));
  const sheet: Sheet = { name: 'Trang 1', hidden: false, rows, merges: [], hiddenColumns: [] };
  return { format: 'xlsx', date1904: false, externalLinks: false, sheets: [sheet] };
}

describe('columns of twenty messy files', () => {
  const judged = FILES.map(([name, kind, head, lines, fields]) => {
    const book = bookOf(head, lines);
    const plan = planFile(book, kind, { answers: {}, today: '2026-11-22', isCommune: () => false });
    const columns = describeSheets(book, kind, plan)[0]!.columns;
    return { name, refusal: plan.refusal?.message, columns, expected: fields.split(' ') };
  });

  it('reads each of them', () =>
    expect(judged.filter(({ refusal }) => refusal).map(({ name, refusal }) => `${name}: ${refusal}`)).toEqual([]));

  it('matches at least nine columns of ten by itself, and takes none for another without asking', () => {
    const all = judged.flatMap(({ name, columns, expected }) =>
      expected.map((field, i) => ({ name, field, column: columns.find(({ letter }) => letter === String.fromCharCode(65 + i)) })),
    );
    const known = all.filter(({ field }) => field !== '?' && field !== '-');
    const right = known.filter(({ field, column }) => column?.field === field && column.certainty !== 'doubtful');
    const wrong = all.filter(
      ({ field, column }) => column?.field && column.field !== 'skip' && column.field !== field && column.certainty !== 'doubtful',
    );
    const told = (list: typeof all) =>
      list.map(({ name, field, column }) => `${name}: ${field} as ${column?.field} (${column?.certainty})`);
    console.info(`columns: ${known.length} tried, ${right.length} matched, ${wrong.length} taken for another`);
    expect(told(wrong)).toEqual([]);
    expect({ missed: told(known.filter((one) => !right.includes(one))), share: right.length / known.length >= 0.9 }).toMatchObject({
      share: true,
    });
  });
});
