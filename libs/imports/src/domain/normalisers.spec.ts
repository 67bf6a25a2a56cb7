import type { Cell } from './cell';
import { fromTcvn3, fromVni, looksTcvn3, looksVni } from './legacy-text';
import { readCitizenId } from './read-citizen-id';
import { readEducation, readMarket, readStatus, noteMeans } from './read-codes';
import { readContact, splitNumberAndDay } from './read-contact';
import { readDate } from './read-date';
import { headerUnit, readMoney } from './read-money';
import { readName } from './read-name';
import { readPhones } from './read-phones';
import { readTerm } from './read-term';

const day = (cell: Cell, options = {}) => {
  const reading = readDate(cell, options);
  return reading.kind === 'day'
    ? reading.precision === 'YMD'
      ? reading.day
      : `${reading.day} ${reading.precision}`
    : reading.kind === 'bad'
      ? reading.code
      : '';
};

describe('dates', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, 'DATE_IMPOSSIBLE'],
    [61, '1900-03-01'],
    [30829, '1984-05-27'],
    [44490, '2021-10-21'],
    [45657.75, '2024-12-31'],
    [0, 'DATE_IMPOSSIBLE'],
    [-1, 'DATE_IMPOSSIBLE'],
    [2958465, '9999-12-31'],
    [2958466, 'DATE_IMPOSSIBLE'],
    [['d', 46268], '2026-09-03'],
    [['d', 60], 'DATE_IMPOSSIBLE'],
    [['f', 45000], 'FORMULA_CELL'],
    [['e', '#REF!'], 'DATE_UNREADABLE'],
    [['b', true], 'DATE_UNREADABLE'],
    [36526, '2000-01-01'],
    [43890, '2020-02-29'],
  ] as [Cell, string][])('serial %j → %s', (cell, expected) => expect(day(cell)).toBe(expected));

  it.each([
    [0, '1904-01-01'],
    [1, '1904-01-02'],
    [60, '1904-03-01'],
    [43028, '2021-10-21'],
    [-1, 'DATE_IMPOSSIBLE'],
  ] as [Cell, string][])('1904 serial %j → %s', (cell, expected) => expect(day(cell, { date1904: true })).toBe(expected));

  it.each([
    ['03/02/2026', '2026-02-03'],
    ['3-2-2026', '2026-02-03'],
    ['3.2.2026', '2026-02-03'],
    [' 3 / 2 / 2026 ', '2026-02-03'],
    ['2026-02-03', '2026-02-03'],
    ['05032026', '2026-03-05'],
    ['ngày 3 tháng 2 năm 2026', '2026-02-03'],
    ['03/02/2026 00:00:00', '2026-02-03'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2023', 'DATE_IMPOSSIBLE'],
    ['31/02/2026', 'DATE_IMPOSSIBLE'],
    ['00/10/2026', 'DATE_IMPOSSIBLE'],
    ['15/13/2025', 'DATE_IMPOSSIBLE'],
    ['02/13/2026', 'DATE_IMPOSSIBLE'],
    ['31/9/2026', 'DATE_IMPOSSIBLE'],
    ['14/6/94', 'DATE_TWO_DIGIT_YEAR'],
    ['3-2-26', 'DATE_TWO_DIGIT_YEAR'],
    ['19/5/Giáp Thìn', 'DATE_UNREADABLE'],
    ['1994', 'DATE_UNREADABLE'],
    ['-', ''],
    ['', ''],
    [null, ''],
    ['không', ''],
    ["'01/02/2020", '2020-02-01'],
    ['１２/０３/２０２０', '2020-03-12'],
  ] as [Cell, string][])('text %j → %s', (cell, expected) => expect(day(cell)).toBe(expected));

  it.each([
    ['1994', '1994-01-01 Y'],
    [1994, '1994-01-01 Y'],
    ['05/1994', '1994-05-01 YM'],
    [32001, '1987-08-12'],
    ['14/6/94', 'DATE_TWO_DIGIT_YEAR'],
  ] as [Cell, string][])('birth %j → %s', (cell, expected) => expect(day(cell, { partial: true })).toBe(expected));

  it('tells a month written before the day', () => expect(readDate('02/13/2026')).toMatchObject({ monthFirst: true }));
});

describe('identity numbers', () => {
  it.each([
    ['012084988418', 'id 012084988418'],
    ['012 306 902 776', 'id 012306902776'],
    ["'012203935583", 'id 012203935583'],
    ['０１２０８４９８８４１８', 'id 012084988418'],
    [12096987717, 'short 012096987717'],
    ['12096987717', 'short 012096987717'],
    [1096987717, 'short 001096987717'],
    ['01219598598', 'ID_NOT_12_DIGITS'],
    ['O12206983624', 'ID_NOT_12_DIGITS'],
    ['1.2087E+10', 'ID_PRECISION_LOST'],
    [12087000000, 'ID_PRECISION_LOST'],
    [['p', '045964224'], 'ID_OLD_CMND'],
    ['045964224', 'ID_OLD_CMND'],
    [['p', '012096987717'], 'short 012096987717'],
    [45964224, 'ID_NOT_12_DIGITS'],
    ['', 'none'],
    ['chưa có', 'none'],
    [['f', '012084988418'], 'FORMULA_CELL'],
    [123456789012, 'id 123456789012'],
    [1234567890123, 'ID_PRECISION_LOST'],
  ] as [Cell, string][])('%j → %s', (cell, expected) => {
    const reading = readCitizenId(cell);
    expect(reading.kind === 'bad' ? reading.code : reading.kind === 'none' ? 'none' : `${reading.kind} ${reading.id}`).toBe(expected);
  });
});

describe('telephones', () => {
  it.each([
    ['0714 427 661', '+84714427661'],
    ['+84 912 345 678', '+84912345678'],
    ['84912345678', '+84912345678'],
    [315939230, '+84315939230'],
    ['0743 881 830, 0716 961 618', '+84743881830 +84716961618'],
    ['0318 031 657 / 0317156534', '+84318031657 +84317156534'],
    ['0728 244 561; 0734.118.392', '+84728244561 +84734118392'],
    ['01689999999', 'PHONE_OLD_11_DIGITS'],
    ['abc', 'PHONE_UNREADABLE_PART'],
    ['+81 90 1234 5678', '+819012345678'],
    ['0213 3876 543', '+842133876543'],
    ['', ''],
    ['không có', ''],
    ['0912345', 'PHONE_UNREADABLE_PART'],
  ] as [Cell, string][])('%j → %s', (cell, expected) => {
    const { phones, warnings } = readPhones(cell);
    expect([...phones, ...warnings].join(' ')).toBe(expected);
  });
});

describe('money', () => {
  it.each([
    ['19.500.000', 1, '19500000'],
    ['1,500,000', 1, '1500000'],
    [48000000, 1, '48000000'],
    ['83 triệu', 1, '83000000'],
    ['1,5tr', 1, '1500000'],
    ['48tr', 1_000_000, '48000000'],
    [67, 1_000_000, '67000000'],
    [93000000, 1_000_000, 'MONEY_UNIT_DOUBTFUL'],
    [48, 1, 'MONEY_UNIT_DOUBTFUL'],
    [-5, 1, 'MONEY_UNIT_DOUBTFUL'],
    ['10^18', 1, 'MONEY_UNIT_DOUBTFUL'],
    [1e18, 1, 'MONEY_UNIT_DOUBTFUL'],
    [48000, 1_000, '48000000'],
    ['', 1, ''],
    ['-', 1, ''],
    ['50.000.000đ', undefined, '50000000'],
    ['1.200 USD', 1, 'MONEY_UNIT_DOUBTFUL'],
    ['1.500', 1_000_000, 'MONEY_UNIT_DOUBTFUL'],
    ['62,5', 1_000_000, '62500000'],
  ] as [Cell, 1 | 1000 | 1000000 | undefined, string][])('%j in %s → %s', (cell, unit, expected) => {
    const reading = readMoney(cell, unit);
    expect(reading.kind === 'dong' ? String(reading.amount) : reading.kind === 'bad' ? reading.code : '').toBe(expected);
  });

  it.each([
    ['Số tiền (tr.đ)', 1_000_000],
    ['Số tiền (triệu đồng)', 1_000_000],
    ['Mức vay (đồng)', 1],
    ['Số tiền (nghìn đồng)', 1_000],
    ['Số tiền vay', undefined],
  ])('%s', (header, unit) => expect(headerUnit(header)).toBe(unit));
});

describe('names', () => {
  it.each([
    ['LÒ THỊ HƯƠNG', 'Lò Thị Hương'],
    ['  Lý  Sua', 'Lý Sua'],
    ["H'Hen Niê", "H'Hen Niê"],
    ['Lo\u0300 Thi\u0323 Mai', 'Lò Thị Mai'],
    ['Y', 'Y'],
    ['Ðặng Văn A', 'HOMOGLYPH_IN_NAME'],
    ['Nguyễn Vаn A', 'HOMOGLYPH_IN_NAME'],
    ['Lò\u202e Thị', 'CONTROL_CHARACTERS'],
    ['Lò\u0000', 'CONTROL_CHARACTERS'],
    ['Lò 😀', 'NAME_NOT_A_NAME'],
    ['012345678901', 'NAME_NOT_A_NAME'],
    ['A'.repeat(10_000), 'NAME_NOT_A_NAME'],
    ['Lò\ud800', 'CONTROL_CHARACTERS'],
    ['Lò\u200b Thị', 'Lò Thị'],
    ['=HYPERLINK("x")', 'NAME_NOT_A_NAME'],
    ['', 'none'],
  ] as [string, string][])('%j → %s', (text, expected) => {
    const reading = readName(text);
    expect(reading.kind === 'name' ? reading.name : reading.kind === 'bad' ? reading.code : 'none').toBe(expected);
  });
});

describe('old encodings', () => {
  it.each([
    ['NguyÔn V¨n An', 'Nguyễn Văn An'],
    ['TrÇn ThÞ H­¬ng', 'Trần Thị Hương'],
    ['§ç Hång Qu©n', 'Đỗ Hồng Quân'],
    ['Lß V¨n P¶n', 'Lò Văn Pản'],
  ])('TCVN3 %s', (old, now) => {
    expect(looksTcvn3(old)).toBe(true);
    expect(fromTcvn3(old)).toBe(now);
  });
  it.each([
    ['Nguyeãn Vaên An', 'Nguyễn Văn An'],
    ['Traàn Thò Höông', 'Trần Thị Hương'],
    ['Ñoã Hoàng Quaân', 'Đỗ Hồng Quân'],
  ])('VNI %s', (old, now) => {
    expect(looksVni(old)).toBe(true);
    expect(fromVni(old)).toBe(now);
  });
  it('raises no false alarm on Unicode names', () => {
    const [front, last] = [
      ['Hoàng', 'Đỗ', 'Trần', 'Lý', 'Vũ', 'Hà', 'Tô', 'Mùa', 'Sùng', 'Cà', 'Tòng', 'Lù', 'Vừ', 'Phàn', 'Chẻo'],
      [
        'Hòa',
        'Hoà',
        'Thúy',
        'Thuý',
        'Quý',
        'Xuân',
        'Tuấn',
        'Thuê',
        'Oanh',
        'Hoan',
        'Yến',
        'Ín',
        'Bun',
        'Sơn',
        'Loan',
        'Ánh',
        'Ơn',
        'Toàn',
        'Khoa',
      ],
    ];
    let alarms = 0;
    for (const a of front!)
      for (const b of last!) for (const c of last!) if (looksTcvn3(`${a} ${b} ${c}`) || looksVni(`${a} ${b} ${c}`)) alarms += 1;
    expect(alarms).toBe(0);
  });
});

describe('words', () => {
  it.each([
    ['Đài loan ', 'TW'],
    ['ĐL', 'TW'],
    ['Taiwan', 'TW'],
    ['Nhật', 'JP'],
    ['Ru-ma-ni', 'RO'],
    ['Xinh-ga-po', 'SG'],
    ['HQ', 'KR'],
    ['Nhật hoặc Đài Loan', '? JP,TW'],
    ['Đông Âu', '? RO,HU,PL'],
    ['Atlantis', '? '],
  ])('market %s', (text, expected) => {
    const reading = readMarket(text);
    expect(reading.kind === 'market' ? reading.code : reading.kind === 'unclear' ? `? ${reading.candidates.join()}` : '').toBe(expected);
  });
  it.each([
    ['36', 36],
    ['36 tháng', 36],
    ['03 năm', 36],
    ['4 năm 10 tháng', 58],
    ['1,5 năm', 18],
    [36, 36],
    ['vô hạn', null],
  ])('term %s', (text, months) => expect(readTerm(text)).toBe(months));
  it.each([
    ['9/12', 'LOWER_SECONDARY'],
    ['12/12', 'UPPER_SECONDARY'],
    ['5/12', 'PRIMARY'],
    ['7/10', 'LOWER_SECONDARY'],
    ['THPT', 'UPPER_SECONDARY'],
    ['Cao đẳng', 'COLLEGE'],
  ])('education %s', (text, code) => expect(readEducation(text).code).toBe(code));
  it('turns a class that became a date back', () =>
    expect(readEducation(['d', 45635])).toEqual({ code: 'LOWER_SECONDARY', becameDate: true }));
  it.each([
    ['Đang làm việc', 'ABROAD', false],
    ['Bỏ trốn', null, true],
    ['Hết HĐ chưa về', 'ABROAD', false],
    ['Chưa XC', 'CONTRACTED', false],
  ])('status %s', (text, stage, evidence) => expect(readStatus(text)).toMatchObject({ stage, evidence }));
  it.each([
    ['Chết do tai nạn giao thông', 'DECEASED'],
    ['Đã xin rút hồ sơ', 'WITHDRAWN'],
    ['Liên lạc qua Zalo', null],
    ['Gia đình cam kết về đúng hạn', null],
  ])('note %s', (text, meaning) => expect(noteMeans(text)).toBe(meaning));
  it.each([
    ['Cà Thị Ơn (chị gái) - 0735927791', { name: 'Cà Thị Ơn', kin: 'chị gái', phone: '+84735927791' }],
    ['mẹ: Sần Thị Lan, 0735 927 791', { name: 'Sần Thị Lan', kin: 'mẹ', phone: '+84735927791' }],
    ['Lù Thị Lan (mẹ)', { name: 'Lù Thị Lan', kin: 'mẹ', phone: null }],
  ])('contact %s', (text, expected) => expect(readContact(text)).toEqual(expected));
  it.each([
    ['0249/2026/GCN-BV; 01/04/2026', '0249/2026/GCN-BV', '01/04/2026'],
    ['0282/2023/GCN-BV ngày 06/10/2023', '0282/2023/GCN-BV', '06/10/2023'],
    ['0289/2024/GCN-SK (12/1/2024)', '0289/2024/GCN-SK', '12/1/2024'],
    ['17/GCN', '17/GCN', null],
  ])('certificate %s', (text, number, on) => expect(splitNumberAndDay(text)).toEqual({ number, day: on }));
});
