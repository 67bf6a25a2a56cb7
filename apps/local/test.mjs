// `npm test`: every suite this machine can run, one summary, and a line for each that could not.
//   npm test [words for Jest]   |   npm run test:redis   |   npm run test:faults   |   npm run test:browser
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { ROOT } from './places.mjs';

const words = process.argv.slice(2);
const redisOnly = take('--redis');
const faultsOnly = take('--faults');
const browserOnly = take('--browser');

function take(flag) {
  const at = words.indexOf(flag);
  return at >= 0 && words.splice(at, 1).length > 0;
}

const hasRedis = ['redis-server', 'valkey-server'].some((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0);
const hasChromium = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].some(
  (path) => path && existsSync(path),
);
const notRun = new Set();

/** What the words mean to Jest. The Redis run takes the suites that use queues, on that backend alone. */
function jestWords() {
  // The words come first: `--selectProjects` would take them for projects.
  if (browserOnly) return [...words, '--selectProjects', 'browser'];
  if (faultsOnly) return ['--selectProjects', 'faults', ...words];
  if (redisOnly) return ['--selectProjects', 'integration', 'e2e', 'faults', '--testPathPatterns', queueSuites().join('|'), ...words];
  return words;
}

function queueSuites() {
  const files = ['integration', 'e2e', 'faults'].flatMap((folder) => listSpecs(join(ROOT, 'test', folder)));
  return files
    .filter((file) => /TEST_REDIS_URL|queue-backends|eachBackend/i.test(readFileSync(file, 'utf8')))
    .map((file) => file.slice(ROOT.length + 1));
}

function listSpecs(folder) {
  try {
    return readdirSync(folder, { recursive: true })
      .filter((name) => name.endsWith('-spec.ts'))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** Jest's own output, passed through as it comes; tests say `NOT RUN: …` in it when a reference is missing. */
function jest(resultFile) {
  const without = hasChromium ? [] : ['--ignoreProjects', 'browser'];
  const args = [
    join(ROOT, 'node_modules/jest/bin/jest.js'),
    '--passWithNoTests',
    ...without,
    '--json',
    `--outputFile=${resultFile}`,
    ...jestWords(),
  ];
  const colour = process.stderr.isTTY ? { FORCE_COLOR: '1' } : {};
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...colour },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.on('disconnect', () => child.kill('SIGTERM'));
  let rest = '';
  child.stderr.on('data', (chunk) => {
    process.stderr.write(chunk);
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      const said = /NOT RUN: (.+)/.exec(line);
      if (said) notRun.add(said[1].trim());
    }
  });
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
}

await ensureBuild();
if (!hasRedis) {
  notRun.add('Redis runs of the queue suites, neither redis-server nor valkey-server is on PATH');
  if (redisOnly) {
    console.error(
      'NOT RUN: Redis runs of the queue suites, neither redis-server nor valkey-server is on PATH (apt-get install redis-server)',
    );
    process.exit(1);
  }
}
if (!hasChromium) {
  notRun.add('browser suites, Chromium is not installed (apt-get install chromium)');
  if (browserOnly) {
    console.error('NOT RUN: browser suites, Chromium is not installed (apt-get install chromium)');
    process.exit(1);
  }
}
const folder = mkdtempSync(join(tmpdir(), 'benve-result-'));
const began = Date.now();
const code = await jest(join(folder, 'result.json'));
try {
  const result = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));
  const suites = new Map();
  for (const suite of result.testResults) {
    const kind = /\/test\/([^/]+)\//.exec(suite.name)?.[1] ?? 'unit';
    const sum = suites.get(kind) ?? { tried: 0, failed: 0, seconds: 0 };
    for (const { status } of suite.assertionResults) {
      if (status === 'pending' || status === 'todo') notRun.add(`${suite.name.slice(ROOT.length + 1)}, it is switched off`);
      else sum.tried++;
      if (status === 'failed') sum.failed++;
    }
    if (suite.status === 'failed' && !suite.assertionResults.length) sum.failed++;
    sum.seconds += (suite.endTime - suite.startTime) / 1000;
    suites.set(kind, sum);
  }
  console.log('');
  for (const [kind, sum] of [...suites].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${kind.padEnd(14)} ${sum.tried} tried, ${sum.failed} failed (${sum.seconds.toFixed(1)} s)`);
  const all = [...suites.values()].reduce((a, b) => ({ tried: a.tried + b.tried, failed: a.failed + b.failed }), {
    tried: 0,
    failed: 0,
  });
  console.log(`${'all'.padEnd(14)} ${all.tried} tried, ${all.failed} failed (${((Date.now() - began) / 1000).toFixed(1)} s)`);
} catch (error) {
  console.error(`no result of Jest: ${error.message}`);
}
for (const line of notRun) console.log(`NOT RUN: ${line}`);
rmSync(folder, { recursive: true, force: true });
process.exit(code);
