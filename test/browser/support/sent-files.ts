import type { Page } from './browser';

/** A register as a commune writes it: a header in two rows, a subtotal, a number that lost its zero, a day that does not exist, a telephone column of words. */
export const REGISTER = [
  ['DANH SÁCH NGƯỜI LAO ĐỘNG ĐI LÀM VIỆC Ở NƯỚC NGOÀI'],
  ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số CCCD', 'Xã', 'Điện thoại', 'Thị trường', 'Mã nội bộ'],
  ['1', 'Vàng A Páo', '01/02/1998', 'Nam', '012098977001', 'Bum Tở', 'gọi trưởng bản', 'Nhật Bản', 'NB-1'],
  ['2', 'Giàng Thị Mỷ', '31/02/1999', 'Nữ', '012199977002', 'Bum Tở', 'chưa có máy', 'ĐL', 'NB-2'],
  ['3', 'Lò Văn Ánh', '1997', 'Nam', '12097977003', 'Tà Tổng', 'gọi nhà hàng xóm', 'Hàn Quốc', 'NB-3'],
  ['', 'Cộng: 3 người'],
];

/** Text as a spreadsheet copies it. */
export const asCopied = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join('\t')).join('\r\n');

/** Departures of people nobody here knows, 8 cells a row. */
export const manyRows = (count: number): string[][] =>
  Array.from({ length: count }, (_, i) => [
    `0120989${String(i).padStart(5, '0')}`,
    'Vàng A Páo',
    '20/11/2026',
    '19/11/2029',
    'Nhật Bản',
    'ghi chú',
    '',
    `dòng ${i}`,
  ]);

/** Pastes as Ctrl+V does, with the text given rather than the machine's clipboard. */
export async function pasteInto(page: Page, target: string, text: string): Promise<void> {
  await page.locator(target).evaluate((element, copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Sends a register into the wizard and opens a step. */
export async function sendRegister(page: Page, step: number, rows: readonly (readonly string[])[] = REGISTER): Promise<void> {
  await page.setInputFiles('input[type=file]', {
    name: 'Danh sach XKLD 2026 (ban cuoi 2).csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows.map((row) => row.join(',')).join('\r\n')),
  });
  await page.waitForSelector('.step-bar');
  await page.click(`.step-bar li:nth-child(${step}) button`);
  if (step === 4) await page.waitForSelector('.cell-grid .chip');
}

/** An agency's own list with a title, another word for the country and a sum below; `lines` after the header. */
export const ownList = (lines: readonly (readonly string[])[]): string[][] => [
  ['DANH SÁCH LAO ĐỘNG CÔNG TY ĐANG QUẢN LÝ'],
  ['STT', 'Mã HS / CCCD', 'Họ và tên', 'Ngày xuất cảnh', 'Ngày hết hạn HĐ', 'Ngày về nước'],
  ...lines.map((cells, i) => [String(i + 1), ...cells]),
  ['', `Tổng cộng: ${lines.length} người`],
];

export async function pasteOwnList(page: Page, lines: readonly (readonly string[])[]): Promise<void> {
  await pasteInto(page, '.differences-input textarea', asCopied(ownList(lines)));
  await page.waitForSelector('.differences-tally');
}

/** The first cell of the agency's grid. */
export const FIRST_CELL = '.cell-grid [role=row][aria-rowindex="2"] [role=gridcell][aria-colindex="2"]';

export async function pasteReport(page: Page): Promise<void> {
  await page.click(FIRST_CELL);
  const rows = [
    ['012098900001', 'Vàng A Páo', '20/11/2026', '19/11/2029'],
    ['012098900002', 'Nguyễn Hoàng Phương Uyên Thảo Nguyên', '31/02/2026', ''],
    ['', 'Không có mã', '20/11/2026', ''],
  ];
  await pasteInto(page, FIRST_CELL, asCopied(rows));
  await page.waitForSelector('.cell-grid .chip');
}
