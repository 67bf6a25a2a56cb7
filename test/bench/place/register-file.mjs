// A commune register of 50,000 rows and 25 columns as a workbook, of people nobody knows yet. Written once and kept.
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { nameParts } from './names.mjs';

const require = createRequire(import.meta.url);

const HEADER = [
  'STT',
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Số CCCD',
  'Dân tộc',
  'Thôn, bản',
  'Xã',
  'Số điện thoại',
  'Học vấn',
  'Thân nhân liên hệ (họ tên, quan hệ, SĐT)',
  'Ngày đăng ký',
  'Doanh nghiệp',
  'Ngày trúng tuyển',
  'Ngày nhập học',
  'Số GCN',
  'Ngày cấp GCN',
  'Số HĐ',
  'Ngày ký HĐ',
  'Thời hạn (tháng)',
  'Ngành nghề',
  'Mức lương (đồng/tháng)',
  'Ngày xuất cảnh',
  'Nước',
  'Ngày hết hạn HĐ',
];
const { written } = nameParts((text) => text).given;
const pad = (n, width = 2) => String(n).padStart(width, '0');
const vietnamese = (day) => `${pad(day.getUTCDate())}/${pad(day.getUTCMonth() + 1)}/${day.getUTCFullYear()}`;
const later = (day, days) => new Date(day.getTime() + days * 86_400_000);

/** @returns path of book `number`; another number holds other people */
export async function registerFile({ folder, rows, number, communes }) {
  const path = join(folder, 'registers', `${rows}-${number}.xlsx`);
  if (existsSync(path)) return path;
  mkdirSync(join(folder, 'registers'), { recursive: true });
  const { stream } = require('exceljs');
  const book = new stream.xlsx.WorkbookWriter({ filename: `${path}.draft`, useSharedStrings: true, useStyles: false });
  const sheet = book.addWorksheet('Sổ theo dõi');
  sheet.addRow(HEADER).commit();
  for (let n = 0; n < rows; n++) sheet.addRow(row(n, number * rows + n, communes)).commit();
  await sheet.commit();
  await book.commit();
  renameSync(`${path}.draft`, path);
  return path;
}

function row(n, serial, communes) {
  const parts = nameParts((text) => text);
  const female = serial % 2;
  const name = `${parts.family.written[serial % 32]} ${female ? 'Thị' : 'Văn'} ${written[(serial * 7) % written.length]}`;
  const birth = later(new Date(Date.UTC(1980, 0, 1)), (serial * 37) % 7000);
  const year = birth.getUTCFullYear();
  const id = `0${pad(10 + (serial % 20))}${year >= 2000 ? 2 + female : female}${pad(year % 100)}${pad(serial % 1_000_000, 6)}`;
  const signed = later(new Date(Date.UTC(2023, 6, 1)), (serial * 13) % 900);
  const left = later(signed, 60);
  return [
    n + 1,
    name,
    vietnamese(birth),
    female ? 'Nữ' : 'Nam',
    id,
    'Kinh',
    `Thôn ${1 + (serial % 12)}`,
    communes[serial % communes.length],
    `09${pad(serial % 100_000_000, 8)}`,
    '12/12',
    `${parts.family.written[serial % 32]} Văn Thân, bố, 08${pad((serial * 3) % 100_000_000, 8)}`,
    vietnamese(later(signed, -150)),
    `Công ty cổ phần nhân lực Bến Thử ${1 + (serial % 400)}`,
    vietnamese(later(signed, -90)),
    vietnamese(later(signed, -80)),
    `${pad(serial % 10_000, 4)}/GCN`,
    vietnamese(later(signed, -10)),
    `HD-${serial}`,
    vietnamese(signed),
    36,
    ['Chế biến thực phẩm', 'Cơ khí', 'Khán hộ công', 'Xây dựng'][serial % 4],
    28_000_000,
    vietnamese(left),
    ['Nhật Bản', 'Đài Loan', 'Hàn Quốc'][serial % 3],
    vietnamese(later(left, 1095)),
  ];
}
