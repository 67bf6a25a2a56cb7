import { runSteps } from '@app/kernel';
import { Workbook as Excel, type Worksheet } from 'exceljs';
import { deflateRawSync } from 'node:zlib';
import { WorkbookReader } from '@app/imports';
import type { PlaceFinder } from '../../../libs/imports/src/domain/place';
import { readCaseReports } from '../../../libs/imports/src/domain/read-case-reports';
import { RegisterReading } from '../../../libs/imports/src/domain/read-register';
import { deciding } from '../../../libs/imports/src/domain/issue';
import { escapeFormula } from '../../../libs/imports/src/application/refused-rows-workbook';
import { READER } from './import-fixture';

const reader = new WorkbookReader(READER);
const find: PlaceFinder = (written) =>
  /giang ma|hồ thầu|ho thau/i.test(written)
    ? {
        kind: 'found',
        code: '03405',
        name: 'Xã Tả Lèng',
        unitId: 1,
        respelled: false,
        names: ['Xã Giang Ma', 'Xã Hồ Thầu', 'Xã Tả Lèng'],
      }
    : { kind: 'unknown' };
const options = {
  answers: {},
  today: '2026-11-22',
  find,
  isCommune: (written: string) => find(written, {}).kind === 'found',
};

async function sheet(fill: (page: Worksheet, book: Excel) => void): Promise<Buffer> {
  const book = new Excel();
  fill(book.addWorksheet('DS'), book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function register(bytes: Buffer, answers: Record<string, string> = {}) {
  const reading = new RegisterReading(await reader.read(bytes), { ...options, answers });
  const entries = [...reading.lines()];
  const { plan, questions, notices, refusal } = reading;
  return {
    plan,
    questions,
    notices,
    refusal,
    entries,
    verdicts: entries.map((entry) => deciding(entry.issues)?.code ?? 'ok'),
    codes: notices.map(({ code }) => code),
  };
}

const PERSON = ['Lò Văn Pản', '05/03/1996', 'Nam', '012096900001', 'Giang Ma'];
const code = (bytes: Buffer) =>
  reader.read(bytes).then(
    () => 'read',
    (error: { code: string }) => error.code,
  );

describe('headers', () => {
  it.each([
    ['usual', ['Họ và tên', 'Ngày sinh', 'Giới tính', 'Số CCCD', 'Xã']],
    ['unaccented', ['HO VA TEN', 'NGAY SINH', 'GIOI TINH', 'SO CCCD', 'XA/PHUONG']],
    ['other words', ['Tên người lao động', 'Sinh ngày', 'Nam/nữ', 'Số định danh cá nhân', 'Xã, phường, thị trấn']],
    ['abbreviated', ['Họ tên NLĐ', 'Năm sinh', 'GT', 'CCCD/CMND', 'Địa phương']],
    [
      'long',
      ['Họ tên người lao động', 'Ngày, tháng, năm sinh', 'Giới tính (Nam/Nữ)', 'Số căn cước công dân', 'Địa chỉ thường trú (thôn, xã)'],
    ],
  ])('%s, in row 3 and in any order', async (_, header) => {
    const order = [3, 1, 4, 0, 2];
    const read = await register(
      await sheet((page) => {
        page.addRow(['UBND HUYỆN TAM ĐƯỜNG']);
        page.addRow([]);
        page.addRow(['TT', ...order.map((i) => header[i])]);
        page.addRow([1, ...order.map((i) => PERSON[i])]);
      }),
    );
    expect(read.verdicts).toEqual(['ok']);
    expect(read.entries[0]!.values).toMatchObject({
      fullName: 'Lò Văn Pản',
      birthDate: '1996-03-05',
      sex: 'M',
      idNumber: '012096900001',
    });
  });

  it('two rows without merged cells, and a row of column numbers', async () => {
    const read = await register(
      await sheet((page) => {
        page.addRow(['STT', 'Họ và tên', 'Ngày sinh', null, 'CCCD', 'Xã', 'Hợp đồng', null]);
        page.addRow([null, null, 'Nam', 'Nữ', null, null, 'Số HĐ', 'Ngày ký']);
        page.addRow(['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)']);
        page.addRow([1, 'Lò Thị Mai', null, '1/2/1990', '012190900001', 'Hồ Thầu', '01/HĐ', '03/04/2024']);
      }),
    );
    expect(read.entries.map(({ values }) => [values.sex, values.birthDate, values.contractNo, values.contractSigned])).toEqual([
      ['F', '1990-02-01', '01/HĐ', '2024-04-03'],
    ]);
  });

  it('missing: refused with the list of what is missing; none at all: not found; the same key twice with other contents: refused', async () => {
    expect(
      (
        await register(
          await sheet((page) =>
            page.addRows([
              ['STT', 'Số điện thoại', 'Dân tộc', 'Ghi chú'],
              [1, '0912345678', 'Dao', 'x'],
            ]),
          ),
        )
      ).refusal,
    ).toMatchObject({ code: 'HEADER_COLUMN_MISSING', message: expect.stringContaining('họ tên') });
    expect(
      (
        await register(
          await sheet((page) =>
            page.addRows([
              ['a', 'b'],
              [1, 2],
            ]),
          ),
        )
      ).refusal?.code,
    ).toBe('HEADER_NOT_FOUND');
    const twice = await register(
      await sheet((page) =>
        page.addRows([
          ['Họ và tên', 'CCCD', 'CCCD', 'Ngày sinh', 'Xã'],
          ['Lò A', '012096900001', '012096900002', '1/1/1996', 'Giang Ma'],
        ]),
      ),
    );
    expect(twice.refusal?.code).toBe('HEADER_COLUMN_TWICE');
  });

  it.each([[';'], [','], ['\t']])('as text, separated by %j, with and without mark', async (mark) => {
    const text = [['Họ và tên', 'Ngày sinh', 'Giới tính', 'CCCD', 'Xã'], PERSON].map((row) => row.join(mark)).join('\r\n');
    for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le')])
      expect((await register(bytes)).verdicts).toEqual(['ok']);
  });
});

const HEADER = ['Họ và tên', 'Ngày sinh', 'Giới tính', 'CCCD', 'Xã', 'Ngày xuất cảnh', 'Ghi chú'];
const table = (...rows: unknown[][]) => sheet((page) => page.addRows([HEADER, ...rows]));

describe('contents', () => {
  it('hidden rows are taken and told, hidden columns and sheets are not read and told', async () => {
    const read = await register(
      await sheet((page, book) => {
        page.addRows([HEADER, PERSON, ['Lò Thị B', '1/1/1990', 'Nữ', '012190900002', 'Giang Ma', null, 'kín']]);
        page.getRow(3).hidden = true;
        page.getColumn(7).hidden = true;
        book.addWorksheet('nháp', { state: 'hidden' }).addRow(['Nguyễn Văn A', '012345678901']);
      }),
    );
    expect(read.verdicts).toEqual(['ok', 'ok']);
    expect(read.codes).toEqual(expect.arrayContaining(['HIDDEN_ROWS', 'HIDDEN_COLUMNS', 'HIDDEN_SHEET']));
    expect(read.entries[1]!.values.notes).toBeNull();
  });

  it('merged data cells, formulas and impossible days stop their rows only', async () => {
    const read = await register(
      await sheet((page) => {
        page.addRows([
          HEADER,
          PERSON,
          ['Lò Thị B', '1/1/1990', 'Nữ', '012190900002', 'Giang Ma'],
          ['Lò C', '1/1/1990', 'Nam', '012090900003', 'Giang Ma'],
          ['Lò D', '31/02/1990', 'Nam', '012090900004', 'Giang Ma'],
          ['Lò E', '1/1/1990', 'Nam', '012090900005', 'Giang Ma'],
        ]);
        page.mergeCells('G2:G3');
        page.getCell('G2').value = 'chung';
        page.getCell('D4').value = { formula: 'HYPERLINK("http://x")', result: '012090900003' } as never;
      }),
    );
    expect(read.verdicts).toEqual(['MERGED_DATA_CELL', 'MERGED_DATA_CELL', 'FORMULA_CELL', 'DATE_IMPOSSIBLE', 'ok']);
  });

  it('a column with the month first is refused as a whole, with examples', async () => {
    const read = await register(
      await table([...PERSON, '02/03/2026'], ['Lò Thị B', '1/1/1990', 'Nữ', '012190900002', 'Giang Ma', '02/13/2026']),
    );
    expect(read.refusal).toMatchObject({ code: 'DATE_COLUMN_ORDER', message: expect.stringContaining('02/13/2026') });
  });

  it('lost zeroes: one question for the column; yes puts them back, no refuses, silence waits', async () => {
    const bytes = await table(
      ['Lò Văn A', '5/3/1996', 'Nam', 12096900001, 'Giang Ma'],
      ['Lò Văn B', '5/3/1996', 'Nam', 12096900002, 'Giang Ma'],
    );
    expect((await register(bytes)).questions).toMatchObject([{ id: 'ID_LEADING_ZERO_LOST:D', rows: [2, 3], answer: null }]);
    expect((await register(bytes)).verdicts).toEqual(['ID_LEADING_ZERO_LOST', 'ID_LEADING_ZERO_LOST']);
    expect((await register(bytes, { 'ID_LEADING_ZERO_LOST:D': 'yes' })).entries.map(({ values }) => values.idNumber)).toEqual([
      '012096900001',
      '012096900002',
    ]);
    expect((await register(bytes, { ID_LEADING_ZERO_LOST: 'no' })).verdicts).toEqual(['ID_NOT_12_DIGITS', 'ID_NOT_12_DIGITS']);
  });

  it('old encoding by font and by pattern: asked with examples, converted only after a yes', async () => {
    const bytes = await sheet((page) => {
      page.addRows([
        ['Hä vµ tªn', 'Ngµy sinh', 'Giíi tÝnh', 'Sè CCCD', 'X·'],
        ['NguyÔn V¨n An', '05/03/1996', 'Nam', '012096900001', 'Giang Ma'],
      ]);
      page.getRow(1).font = { name: '.VnTime' };
      page.getCell('A2').font = { name: '.VnTime' };
    });
    const asked = await register(bytes);
    expect(asked.questions[0]).toMatchObject({
      id: 'ENCODING_TCVN3',
      question: expect.stringContaining('Nguyễn Văn An'),
    });
    expect(asked.verdicts).toEqual(['ENCODING_TCVN3']);
    expect((await register(bytes, { ENCODING_TCVN3: 'yes' })).entries[0]!.values.fullName).toBe('Nguyễn Văn An');
  });

  it('text that looks like a formula is stored as typed and escaped on the way out', async () => {
    const read = await register(await table([...PERSON, null, '=cmd|calc']));
    expect(read.entries[0]!.values.notes).toBe('=cmd|calc');
    expect(['=1', '+1', '-1', '@a', '\t=1', '\ufeff=1', 'a'].map(escapeFormula)).toEqual([
      "'=1",
      "'+1",
      "'-1",
      "'@a",
      "'\t=1",
      "'\ufeff=1",
      'a',
    ]);
  });

  it('departures under other headers: repeats wait, contradictions stop each other', async () => {
    const bytes = await sheet((page) =>
      page.addRows([
        ['Số thứ tự', 'Mã hồ sơ', 'Họ tên', 'Ngày XC', 'Nước tiếp nhận', 'Hết hạn hợp đồng'],
        [1, 'A-1', 'Lò A', '1/2/2026', 'Nhật', '1/2/2029'],
        [2, 'A-1', 'LO A', '1/2/2026', 'Nhật', '1/2/2029'],
        [3, 'B-1', null, '1/2/2026'],
        [4, 'B-1', null, '2/2/2026'],
        [5, 'C-1', null, '1/12/2026'],
      ]),
    );
    const read = runSteps(readCaseReports(await reader.read(bytes), 'departures', { answers: {}, today: '2026-11-22' }));
    expect(read.entries.map((entry) => deciding(entry.issues)?.code ?? 'ok')).toEqual([
      'ok',
      'REPEATED_ROW',
      'CONFLICT_IN_FILE',
      'CONFLICT_IN_FILE',
      'EXIT_IN_FUTURE',
    ]);
  });
});

describe('files that are not what they say', () => {
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="x"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    '_rels/.rels': '<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  };
  const cell = (text: string) =>
    `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`;

  it.each([
    ['old xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'FILE_NOT_XLSX'],
    ['html', Buffer.from('<html><table><tr><td>Họ tên</td></tr></table></html>'), 'FILE_NOT_XLSX'],
    ['empty', Buffer.alloc(0), 'FILE_DAMAGED'],
    ['cut zip', Buffer.from('504b0304000000', 'hex'), 'FILE_DAMAGED'],
    ['macros', zip({ ...parts, 'xl/vbaProject.bin': 'x', 'xl/worksheets/sheet1.xml': cell('a') }), 'FILE_NOT_XLSX'],
    ['a plain zip', zip({ 'a.txt': 'x' }), 'FILE_NOT_XLSX'],
    ['document type', zip({ ...parts, 'xl/worksheets/sheet1.xml': `<!DOCTYPE a [<!ENTITY b "c">]>${cell('&b;')}` }), 'FILE_DAMAGED'],
    ['entity', zip({ ...parts, 'xl/worksheets/sheet1.xml': cell('&b;') }), 'FILE_DAMAGED'],
    [
      'cut sheet',
      zip({ ...parts, 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>' }),
      'FILE_DAMAGED',
    ],
    ['bomb', zip({ ...parts, 'xl/worksheets/sheet1.xml': cell('A'.repeat(120 << 20)) }), 'FILE_TOO_LARGE_INFLATED'],
    ['100,000 entries', zip(Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`f${i}`, '']))), 'FILE_TOO_LARGE_INFLATED'],
    ['path names', zip({ '../../etc/x': 'x', ...parts, 'xl/worksheets/sheet1.xml': cell('a') }), 'FILE_DAMAGED'],
    ['sound', zip({ ...parts, 'xl/worksheets/sheet1.xml': cell('a &amp; b') }), 'read'],
  ])('%s → %3$s', async (_, bytes, expected) => expect(await code(bytes)).toBe(expected), 30_000);

  it('a declared size that lies is counted while it inflates', async () => {
    const bytes = zip({ ...parts, 'xl/worksheets/sheet1.xml': cell('A'.repeat(120 << 20)) }, 1000);
    expect(['FILE_DAMAGED', 'FILE_TOO_LARGE_INFLATED']).toContain(await code(bytes));
  }, 30_000);

  it('formatting down to the last row costs nothing; too many rows are refused with the number', async () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => `<row r="${i + 2}" s="1"/>`).join('');
    const long = `<worksheet><sheetData>${Array.from({ length: 60_001 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${(i * 7919) % 100_003}</v></c></row>`).join('')}</sheetData></worksheet>`;
    expect(await code(zip({ ...parts, 'xl/worksheets/sheet1.xml': cell('a').replace('</sheetData>', `${rows}</sheetData>`) }))).toBe(
      'read',
    );
    expect(await code(zip({ ...parts, 'xl/worksheets/sheet1.xml': long }))).toBe('FILE_TOO_MANY_ROWS');
  }, 30_000);
});

/** A zip as an attacker writes it: any names, any declared size. */
function zip(files: Record<string, string>, declared?: number): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text);
    const packed = deflateRawSync(data);
    const size = declared !== undefined && data.length > declared ? declared : data.length;
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(size, 22);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(offset, 42);
    local.push(head, Buffer.from(name), packed);
    central.push(entry, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
