// What the processes are told: the operator's own settings first, the rest from what the launcher brings.
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Fault } from './fault.mjs';
import { DATA, DIST, ROOT } from './places.mjs';

const require = createRequire(import.meta.url);
const given = (name) => process.env[name] || undefined;

/** A database of the operator's own means real people: production, unless the operator says otherwise. */
export const ownDatabase = () => given('DATABASE_URL') === undefined;
export const mode = () => given('BENVE_MODE') ?? (ownDatabase() ? 'demo' : 'production');
export const port = () => Number(given('PORT') ?? 3000);
export const host = () => given('HOST') ?? '127.0.0.1';
export const publicUrl = () => given('PUBLIC_URL') ?? `http://localhost:${port()}`;
/** Where this machine itself reaches the API. */
export const localUrl = () => `http://${['0.0.0.0', '::'].includes(host()) ? '127.0.0.1' : host()}:${port()}`;

/** Settings every process shares. */
export function commonEnvironment() {
  return {
    ...process.env,
    HOST: host(),
    PORT: String(port()),
    PUBLIC_URL: publicUrl(),
    BENVE_MODE: mode(),
    BENVE_DATA_DIR: DATA,
    BENVE_KEYS_FILE: keyFile(),
    NODE_COMPILE_CACHE: join(DATA, 'compile-cache'),
  };
}

/** The key that protects personal numbers: made once for a trial, brought by the operator in production. */
function keyFile() {
  const file = given('BENVE_KEYS_FILE');
  if (!file && mode() === 'production')
    throw new Fault(
      'Chạy thật cần BENVE_KEYS_FILE; tạo một lần bằng: npm run cli -- keys create <tệp>, rồi cất bản sao ở nơi an toàn.',
      'production needs BENVE_KEYS_FILE: npm run cli -- keys create <file>',
    );
  const path = file ?? join(DATA, 'keys.json');
  if (!existsSync(path)) {
    if (file)
      throw new Fault(
        `Không thấy tệp khóa ${file}; hãy sửa BENVE_KEYS_FILE hoặc tạo: npm run cli -- keys create ${file}.`,
        'key file not found',
      );
    require(join(DIST, 'libs/platform/src/sealing/key-file.js')).createKeyFile(path);
  }
  return path;
}

/** The environment check of the program itself, before anything is started. */
export function refuseWrong(environment) {
  require(join(ROOT, 'node_modules/reflect-metadata'));
  const { readConfig } = require(join(DIST, 'libs/platform/src/config/app-config.js'));
  try {
    readConfig(environment);
  } catch (error) {
    const faults = error.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
    throw new Fault(`Cấu hình sai: ${faults.join(' · ')}. Hãy sửa các biến môi trường này rồi chạy lại.`, 'wrong environment');
  }
  if (!ownDatabase() && !given('DATABASE_JOBS_URL'))
    throw new Fault(
      'Có DATABASE_URL thì cần cả DATABASE_JOBS_URL (vai trò benve_jobs) cho chương trình nền.',
      'DATABASE_URL also needs DATABASE_JOBS_URL, the connection of benve_jobs',
    );
}

/** The operator's database answers, or one line says what to look at. Never prints the password. */
export async function reachDatabase(name) {
  const url = given(name);
  if (!url) return;
  const { Client } = require('pg');
  let client;
  try {
    client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    await client.connect();
    await client.query('select 1');
  } catch (error) {
    const { hostname, port, pathname, username } = URL.canParse(url) ? new URL(url) : {};
    const where = hostname ? `${username}@${hostname}:${port || 5432}${pathname}` : '(địa chỉ sai dạng postgres://…)';
    throw new Fault(
      `Không kết nối được cơ sở dữ liệu ${name} ${where} (${error.code ?? error.message}); hãy kiểm tra máy chủ đang chạy, địa chỉ, tài khoản và mật khẩu.`,
      `${name} is unreachable`,
    );
  } finally {
    await client?.end().catch(() => undefined);
  }
}

/** The door of the API is free, or one line says how to choose another. */
export function reserveDoor() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      if (error.code === 'EADDRINUSE')
        reject(
          new Fault(
            `Cổng ${port()} đang có chương trình khác dùng; hãy chạy với cổng khác: PORT=${port() + 1} npm start.`,
            `port ${port()} is in use`,
          ),
        );
      else if (error.code === 'EACCES')
        reject(
          new Fault(
            `Không được phép mở cổng ${port()}; hãy chọn cổng từ 1024 trở lên: PORT=3000 npm start.`,
            `port ${port()} is not allowed`,
          ),
        );
      else reject(new Fault(`Không mở được ${host()}:${port()} (${error.code}); hãy sửa HOST và PORT.`, 'cannot listen on HOST:PORT'));
    });
    probe.listen(port(), host(), () => probe.close(resolve));
  });
}
