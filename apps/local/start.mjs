// `npm start`: brings up everything, says where it is on one screen, keeps it alive, and ends all of it.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { openDatabase } from './database.mjs';
import {
  commonEnvironment,
  host,
  localUrl,
  mode,
  ownDatabase,
  port,
  publicUrl,
  reachDatabase,
  refuseWrong,
  reserveDoor,
} from './environment.mjs';
import { Fault } from './fault.mjs';
import { takeInstance } from './instance.mjs';
import { API_ENVIRONMENT, API_FLAGS, DATA, DIST, ROOT, makeDataFolder } from './places.mjs';
import { freePort } from './postgres.mjs';
import { endOrphans, forgetAll, remember, rememberEnvironment } from './process-record.mjs';
import { answers, chooseQueue, startQueueServer } from './queue-server.mjs';
import { command, ensureSchema, writeMarks } from './schema.mjs';
import { screen } from './screen.mjs';
import { Supervisor, lastLines } from './supervisor.mjs';

const began = Date.now();
const me = { kind: 'start', phase: 'starting', pid: process.pid, url: publicUrl(), data: DATA };
const say = (text) => console.log(text);
const stops = [];
let release = async () => undefined;
let step;
let closing;

/** Ends everything in the opposite order of its start: programs first, then queue and database. */
function close(code, because) {
  return (closing ??= (async () => {
    me.phase = 'closing';
    if (because) console.error(because);
    step?.kill('SIGTERM');
    for (const stop of stops.reverse()) await stop().catch((error) => console.error(error.message));
    if (stops.length) forgetAll();
    await release();
    if (!because && stops.length) say(`Đã dừng tất cả. Dữ liệu giữ nguyên tại ${DATA}.`);
    process.exit(code);
  })());
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void close(0));
process.on('disconnect', () => void close(0));

const supervisor = new Supervisor(
  (name, log) => void close(1, new Fault(`${name} dừng liên tục; nhật ký: ${join(DATA, 'logs')}.\n${log}`, `${name} keeps dying`).message),
);

async function takeFolder() {
  for (let waited = 0; ; waited += 200) {
    const turn = await takeInstance(DATA, me);
    if (turn.held) return (release = turn.release);
    const { kind, phase, pid, url } = turn.holder;
    if (kind === 'start' && phase !== 'closing')
      throw new Fault(
        `Bến Về đang chạy rồi tại ${url} (tiến trình ${pid}, dữ liệu ${DATA}); dùng luôn địa chỉ đó, hoặc dừng bằng Ctrl-C ở cửa sổ kia rồi chạy lại.`,
        `already running at ${url}`,
      );
    if (waited === 1_000) say(kind === 'cli' ? 'Đang chờ một lệnh khác làm xong …' : 'Đang chờ lần chạy trước dừng hẳn …');
    if (waited > 600_000)
      throw new Fault(`Tiến trình ${pid} giữ ${DATA} quá lâu; hãy dừng nó rồi chạy lại.`, 'the data folder is held by another process');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function bringDatabase() {
  if (!ownDatabase()) {
    for (const name of ['DATABASE_URL', 'DATABASE_JOBS_URL', 'DATABASE_OWNER_URL']) await reachDatabase(name);
    return { environment: {} };
  }
  const opened = await openDatabase({ fresh: true });
  let { server } = opened;
  stops.push(() => server.stop());
  const keepAlive = () =>
    server.exited.then(async () => {
      if (closing) return;
      say('Cơ sở dữ liệu dừng đột ngột; đang chạy lại …');
      server = (await openDatabase({ port: server.port })).server;
      if (server.exited) await keepAlive();
    });
  keepAlive().catch((error) =>
    close(1, new Fault(`Cơ sở dữ liệu không chạy lại được: ${error.message}`, 'database does not restart').message),
  );
  return opened;
}

async function bringQueue() {
  const choice = chooseQueue(process.env);
  if (choice.kind === 'postgres') return { QUEUE_BACKEND: 'postgres', REDIS_URL: '' };
  if (choice.kind === 'given') {
    if (!(await answers(choice.url)))
      throw new Fault(
        `Không kết nối được Redis ${new URL(choice.url).host}; hãy kiểm tra REDIS_URL, hoặc bỏ REDIS_URL để dùng hàng đợi trong PostgreSQL.`,
        'REDIS_URL is unreachable',
      );
    return { QUEUE_BACKEND: 'redis', REDIS_URL: choice.url };
  }
  const first = await startQueueServer(choice.program);
  stops.push(() => supervisor.stop(['queue']));
  await supervisor.watch(
    'queue',
    async () => (await startQueueServer(choice.program, first.port)).child,
    join(DATA, 'logs', 'queue.log'),
    first.child,
  );
  return { QUEUE_BACKEND: 'redis', REDIS_URL: first.url };
}

async function bringMail(common) {
  if (process.env.SMTP_URL || mode() === 'production') return {};
  const [smtp, page] = [await freePort(), await pagePort()];
  stops.push(() => supervisor.stop(['mail']));
  supervisor.program('mail', join(ROOT, 'apps/local/mail-catcher.mjs'), {
    ...common,
    MAIL_CATCHER_SMTP_PORT: String(smtp),
    MAIL_CATCHER_PAGE_PORT: String(page),
  });
  return { SMTP_URL: `smtp://127.0.0.1:${smtp}`, page: `http://localhost:${page}/` };
}

/** The usual port of mail catchers where it is free, so that a bookmark stays right. */
async function pagePort() {
  const { createServer } = await import('node:net');
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(freePort()));
    probe.listen(8025, '127.0.0.1', () => probe.close(() => resolve(8025)));
  });
}

/** Three invented words of four syllables: easy to type, never a run of digits that the password rule would refuse. */
function demoPassword() {
  const [consonants, vowels] = ['bcdghklmnprstv', 'aeiou'];
  const syllable = () => consonants[randomBytes(1)[0] % consonants.length] + vowels[randomBytes(1)[0] % vowels.length];
  return Array.from({ length: 3 }, () => syllable() + syllable() + syllable() + syllable()).join('-');
}

async function seedDemo(server, marks, environment) {
  const file = join(DATA, 'demo-accounts.json');
  if (!marks.demo) {
    say('Đang tạo dữ liệu mẫu: tỉnh Lai Châu, 38 xã, khoảng 500 người lao động (không có người thật) …');
    const secret = join(DATA, 'demo-password');
    if (!existsSync(secret)) writeFileSync(secret, demoPassword(), { mode: 0o600 });
    const seeded = await command(
      ['demo', 'seed', '--size', 'small', '--password-file', secret],
      environment,
      (child) => (step = child),
    ).catch((error) => {
      if (error.code === 'DEMO_REFUSED') return { accounts: [], refused: true };
      console.error(`Không tạo được dữ liệu mẫu, chạy tiếp không có: ${error.message}`);
    });
    if (!seeded) return [];
    writeFileSync(file, JSON.stringify(seeded.accounts), { mode: 0o600 });
    await writeMarks(server, { ...marks, demo: seeded.refused === true ? 'refused' : 'seeded' });
  }
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

/** The background program has no door: its log says when it works. */
let jobsLogStart = 0;
const backgroundRuns = () =>
  readFileSync(join(DATA, 'logs', 'jobs.log'), 'utf8')
    .slice(jobsLogStart)
    .includes('background program started');

/** Until the API says it is ready; a program that dies twice before that cannot start, and its last words say why. */
async function ready() {
  for (let waited = 0; waited < 90_000; waited += 50) {
    const answer = await fetch(`${localUrl()}/api/health/ready`, { signal: AbortSignal.timeout(3_000) }).catch(() => undefined);
    if (answer?.ok && backgroundRuns()) return;
    for (const name of ['api', 'jobs'])
      if (supervisor.deaths(name) >= 2)
        throw new Fault(`${name} không chạy được:\n${lastLines(join(DATA, 'logs', `${name}.log`))}`, `${name} does not start`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Fault(
    `Sau 90 giây vẫn chưa sẵn sàng; xem nhật ký ở ${join(DATA, 'logs')}.\n${lastLines(join(DATA, 'logs', 'api.log'))}`,
    'not ready after 90 s',
  );
}

async function start() {
  makeDataFolder();
  await takeFolder();
  const build = await ensureBuild();
  const common = commonEnvironment();
  if (!ownDatabase() || mode() === 'production')
    refuseWrong({ ...common, DATABASE_URL: process.env.DATABASE_URL ?? 'postgres://embedded/benve' });
  await endOrphans();
  await reserveDoor();

  const database = await bringDatabase();
  const { page, ...mail } = await bringMail(common);
  const queue = await bringQueue();
  const environment = { ...common, ...database.environment, ...queue, ...mail };
  let accounts = [];
  if (database.server) {
    const marks = await ensureSchema(database.server, build, environment, (child) => (step = child));
    if (mode() === 'demo') accounts = await seedDemo(database.server, marks, environment);
  } else if (process.env.DATABASE_OWNER_URL) await command(['migrate'], environment, (child) => (step = child));
  if (closing) return;

  // The API works as its own role and never holds the keys of the others.
  const { DATABASE_JOBS_URL, DATABASE_OWNER_URL: _owner, ...api } = environment;
  stops.push(() => supervisor.stop(['api', 'jobs']));
  supervisor.program('api', join(DIST, 'apps/api/src/main.js'), { ...api, ...API_ENVIRONMENT }, API_FLAGS);
  jobsLogStart = existsSync(join(DATA, 'logs', 'jobs.log')) ? readFileSync(join(DATA, 'logs', 'jobs.log'), 'utf8').length : 0;
  supervisor.program('jobs', join(DIST, 'apps/jobs/src/main.js'), { ...api, DATABASE_URL: DATABASE_JOBS_URL });
  remember('launcher', process.pid);
  rememberEnvironment({
    ...database.environment,
    ...queue,
    ...mail,
    BENVE_KEYS_FILE: common.BENVE_KEYS_FILE,
    BENVE_MODE: mode(),
    PORT: String(port()),
    PUBLIC_URL: publicUrl(),
  });
  await ready();
  me.phase = 'ready';
  say(
    screen({
      url: publicUrl(),
      host: host(),
      page,
      accounts,
      queue,
      server: database.server,
      mode: mode(),
      today: process.env.BENVE_TODAY,
      seconds: (Date.now() - began) / 1000,
    }),
  );
}

start().catch((error) => close(1, error.remedy ? error.message : error));
// Keeps the process while its children run.
setInterval(() => undefined, 60_000);
