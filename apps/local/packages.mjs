// Dependency-free: makes a fresh checkout runnable. Says what it does on stderr: stdout may belong to a command's answer.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault, storageFault } from './fault.mjs';
import { ROOT } from './places.mjs';

const MODULES = join(ROOT, 'node_modules');
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** What is installed differs from the lock. npm's own record is compared, so a developer's `npm install` counts. */
export function isStale() {
  const record = join(MODULES, '.package-lock.json');
  if (!existsSync(record)) return true;
  const wanted = readJson(join(ROOT, 'package-lock.json')).packages;
  const found = readJson(record).packages;
  return Object.entries(wanted).some(([path, entry]) => {
    if (path === '' || entry.link) return false;
    const have = found[path];
    if (have) return have.version !== entry.version || !existsSync(join(ROOT, path, 'package.json'));
    return !entry.optional && !entry.devOptional && !entry.peer;
  });
}

/** Node 24 shipped by npm for this platform; else the running one when it is new enough. */
export function nodeProgram() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const packaged = join(MODULES, `node-${platform}-${process.arch}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(packaged) && spawnSync(packaged, ['--version'], { stdio: 'ignore' }).status === 0) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Fault(
    `Không có Node.js 24 đóng gói sẵn cho ${process.platform}-${process.arch}; hãy cài Node.js 24 trở lên rồi chạy lại.`,
    'no packaged Node.js 24 for this platform: install Node.js 24 or newer',
  );
}

/** Installs when stale; one at a time, however many launchers run. */
export function ensurePackages() {
  if (!isStale()) return;
  const free = takeTurn();
  try {
    if (isStale()) install();
  } finally {
    free();
  }
}

function install() {
  const began = Date.now();
  console.error('Đang cài các gói phụ thuộc (npm ci), lần đầu mất chừng nửa phút …');
  const args = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    '--loglevel=error',
    '--fetch-retries=2',
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=5000',
  ];
  // By the system's Node: npm ci deletes the packaged one. npm's answer must not reach stdout.
  const execPath = process.env.npm_node_execpath;
  const node = execPath && !execPath.startsWith(ROOT) ? execPath : process.execPath;
  const cli = process.env.npm_execpath;
  const options = { cwd: ROOT, stdio: ['ignore', 2, 2] };
  const npm = cli?.endsWith('.js')
    ? spawnSync(node, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (npm.status !== 0)
    throw new Fault(
      'npm ci không thành công (lý do ở ngay trên); hãy kiểm tra kết nối tới kho gói npm (npm ping), quyền ghi vào thư mục này và dung lượng ổ đĩa rồi chạy lại.',
      'npm ci failed: is the package registry reachable and this folder writable?',
    );
  console.error(`Đã cài xong trong ${((Date.now() - began) / 1000).toFixed(1)} giây.`);
}

/** A folder is made by exactly one process; the mark of a dead one is taken away. */
function takeTurn() {
  const turn = join(ROOT, '.installing');
  for (let tries = 0; ; tries++) {
    try {
      mkdirSync(turn);
      writeFileSync(join(turn, 'pid'), String(process.pid));
      return () => rmSync(turn, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw storageFault(error, ROOT);
      if (tries > 3 && !isAlive(join(turn, 'pid'))) rmSync(turn, { recursive: true, force: true });
      if (tries > 1200)
        throw new Fault('Một lần cài đặt khác chạy quá lâu; hãy dừng nó rồi chạy lại.', 'another installation runs too long');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    }
  }
}

function isAlive(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
