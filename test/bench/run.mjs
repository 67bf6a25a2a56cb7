// npm run bench -- [name …] [--size 10k|100k|500k|1m] [--pairs 5] [--json <file>]
import { readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../../apps/local/places.mjs';
import { Report } from './measure/report.mjs';
import { SETTINGS, openBenchServer } from './place/bench-server.mjs';
import { SIZES, TODAY } from './place/generate.mjs';

/** `works`: the hot paths of the server; `web`: what a person feels in the browser. */
const KIND = process.argv.includes('--web') ? 'web' : 'works';
const names = readdirSync(join(ROOT, 'test/bench', KIND))
  .filter((name) => name.endsWith('.bench.mjs'))
  .map((name) => name.slice(0, -'.bench.mjs'.length))
  .sort();

/** Runs the benches named (none: all); returns the exit code. */
async function runBenches(words) {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      size: { type: 'string', default: '1m' },
      pairs: { type: 'string', default: '5' },
      json: { type: 'string' },
    },
  });
  const chosen = positionals.length ? names.filter((name) => positionals.some((word) => name.startsWith(word))) : names;
  const pairs = Number(values.pairs);
  if (!SIZES[values.size] || !chosen.length || !(pairs >= 1)) {
    console.error(`npm run bench -- [${names.join('|')}] [--size ${Object.keys(SIZES).join('|')}] [--pairs 5] [--json <file>]`);
    return 1;
  }
  // The rules, the clock and the zone of every program started from here.
  Object.assign(process.env, { BENVE_TODAY: TODAY, TZ: 'UTC' });
  const server = await openBenchServer();
  const report = new Report({
    size: values.size,
    pairs,
    today: TODAY,
    node: process.version,
    postgres: server.version,
    settings: SETTINGS,
    cpu: `${cpus().length} × ${cpus()[0].model}`,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
  });
  try {
    console.log(`size ${values.size}, ${pairs} pairs, Node ${process.version}, PostgreSQL ${server.version}, ${report.about.cpu}`);
    const place = await server.place(values.size, console.log);
    for (const name of chosen) {
      console.log(`\n== ${name}`);
      try {
        const { run } = await import(`./${KIND}/${name}.bench.mjs`);
        await run({ server, place, size: values.size, count: SIZES[values.size], pairs, report });
      } catch (error) {
        report.failed(name, error);
      }
    }
  } finally {
    await server.close();
  }
  const missed = report.print();
  report.write(values.json ?? join(server.folder, `${KIND === 'web' ? 'web-' : ''}result-${values.size}.json`));
  return missed ? 1 : 0;
}

process.exit(await runBenches(process.argv.slice(2).filter((word) => word !== '--web')));
