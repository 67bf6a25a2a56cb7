// `npm run cli -- …`: uses the running server's services, else starts the embedded database for this one command.
// stdout belongs to the command alone; everything said here goes to stderr.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { openDatabase } from './database.mjs';
import { commonEnvironment, ownDatabase } from './environment.mjs';
import { takeInstance } from './instance.mjs';
import { DATA, DIST, makeDataFolder } from './places.mjs';
import { runningEnvironment } from './process-record.mjs';
import { ensureSchema } from './schema.mjs';

const words = process.argv.slice(2);
/** Need no database: they must work where none can start. */
const ALONE = [undefined, 'help', '--help', 'keys'];
const stops = [];
let child;
let ending = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal));
process.on('disconnect', () => end('SIGTERM'));

function end(signal) {
  ending = true;
  child?.kill(signal);
}

async function services() {
  if (!ownDatabase() || ALONE.includes(words[0]) || words.includes('--help')) return {};
  makeDataFolder();
  for (let waited = 0; ; waited += 200) {
    const turn = await takeInstance(DATA, { kind: 'cli', phase: 'ready', pid: process.pid });
    if (turn.held) {
      stops.push(turn.release);
      return bring();
    }
    if (turn.holder.kind === 'start' && turn.holder.phase === 'ready') return runningEnvironment();
    if (waited === 2_000) console.error(`Đang chờ tiến trình ${turn.holder.pid} (${turn.holder.kind}, ${turn.holder.phase}) …`);
    if (ending) process.exit(1);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Queue and mails wait: what a command owes lies in the outbox until the next start. */
async function bring() {
  const { server, environment } = await openDatabase();
  // A server found running belongs to programs of a killed launcher: they keep it.
  if (!server.adopted) stops.unshift(() => server.stop());
  const found = { ...environment, QUEUE_BACKEND: 'postgres', REDIS_URL: '' };
  if (words[0] !== 'migrate') await ensureSchema(server, await ensureBuild(), { ...commonEnvironment(), ...found }, (one) => (child = one));
  return found;
}

async function main() {
  await ensureBuild();
  const found = await services();
  if (ending) return 1;
  const common = ALONE.includes(words[0]) ? { ...process.env } : commonEnvironment();
  child = spawn(process.execPath, ['--enable-source-maps', join(DIST, 'apps/cli/src/main.js'), ...words], {
    env: { ...common, ...found },
    // Paths are meant from where the line was typed; npm moves to the project's folder.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

let code = 1;
try {
  code = await main();
} catch (error) {
  console.error(error.remedy ? error.message : (error.stack ?? error));
} finally {
  for (const stop of stops) await stop();
}
process.exit(code);
