import { join } from 'node:path';
import { DATA } from './places.mjs';

const ROLE_NAMES = {
  centre_staff: 'Cán bộ trung tâm DVVL',
  department_officer: 'Cán bộ Sở Nội vụ',
  agency_clerk: 'Nhân viên doanh nghiệp',
  commune_officer: 'Công chức xã',
  bank_officer: 'Cán bộ ngân hàng CSXH',
  leader: 'Lãnh đạo',
  administrator: 'Quản trị hệ thống',
};

/** The one screen of `npm start`: addresses, accounts, where the data lies, how to stop. */
export function screen({ url, host, page, accounts, queue, server, mode, today, seconds }) {
  const wide = Math.max(0, ...accounts.map(({ login }) => login.length));
  const accountLines = accounts.map(
    ({ login, role, organisation }) => `  ${login.padEnd(wide)}  ${ROLE_NAMES[role] ?? role}${organisation ? ` – ${organisation}` : ''}`,
  );
  return [
    '',
    `Bến Về đã sẵn sàng sau ${seconds.toFixed(1)} giây (${mode === 'demo' ? 'chạy thử' : 'chạy thật'}${today ? `, ngày làm việc cố định ${today}` : ''}).`,
    '',
    `  Địa chỉ        ${url}/   cán bộ xã: ${url}/xa/   trang công khai: ${url}/cong-khai/`,
    `  API            ${url}/api/v1   tài liệu: ${url}/api/docs   sức khỏe: ${url}/api/health/ready`,
    page ? `  Thư thử        ${page}   mọi thư dừng lại ở đây, không thư nào ra ngoài` : '  Thư            gửi thật qua SMTP_URL',
    ...(accounts.length ? ['', `Tài khoản dùng thử (mật khẩu chung: ${accounts[0].password})`, ...accountLines] : []),
    '',
    server
      ? `  Dữ liệu        ${server.data}  (PostgreSQL 127.0.0.1:${server.port}); mật khẩu, khóa, nhật ký: ${DATA}`
      : `  Dữ liệu        cơ sở dữ liệu của DATABASE_URL; nhật ký: ${join(DATA, 'logs')}`,
    `  Hàng đợi       ${queue.QUEUE_BACKEND === 'redis' ? queue.REDIS_URL.replace(/\/\/[^@]*@/, '//') : 'trong PostgreSQL (không thấy redis-server; không cần cài thêm gì)'}`,
    `  Lệnh vận hành  npm run cli -- --help`,
    host === '127.0.0.1' ? '' : `  Mở ra mạng     ${host}: mọi máy tới được địa chỉ này đều thấy trang đăng nhập`,
    'Dừng: Ctrl-C. Dữ liệu được giữ; chạy lại bằng npm start.',
    '',
  ].join('\n');
}
