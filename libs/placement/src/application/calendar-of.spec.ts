import { localDate as day } from '@app/kernel';
import { calendarOf } from './calendar-of';

const FAIR = {
  id: '0190aaaa-0000-7000-8000-000000000001',
  title: 'Phiên giao dịch việc làm, tháng 12; lưu động',
  heldOn: day('2026-12-05'),
  startsAt: '06:30',
  endsAt: '11:30',
  place: 'Nhà văn hóa xã Bình Lư',
  communeName: 'Xã Bình Lư',
  provinceName: 'Tỉnh Lai Châu',
  firms: ['Công ty Chè Tam Đường'],
  transport: null,
  organisationName: 'Trung tâm',
  phone: null,
};
const linesOf = (text: string) => text.replace(/\r\n[ \t]/g, '').split('\r\n');

describe('a fair as a calendar file', () => {
  it('stands at its hours of Viet Nam, in UTC', () => {
    const lines = linesOf(calendarOf(FAIR));
    expect(lines).toContain('DTSTART:20261204T233000Z');
    expect(lines).toContain('DTEND:20261205T043000Z');
    expect(lines).toContain(`UID:fair-${FAIR.id}`);
  });
  it('fills a morning where the end is not told', () => {
    expect(linesOf(calendarOf({ ...FAIR, endsAt: null }))).toContain('DTEND:20261205T033000Z');
  });
  it('escapes what would break the file, and folds no line over 75 bytes', () => {
    const text = calendarOf(FAIR);
    expect(linesOf(text)).toContain('SUMMARY:Phiên giao dịch việc làm\\, tháng 12\\; lưu động');
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });
});
