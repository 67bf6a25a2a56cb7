// `npm run bench [name …] [--size 10k|100k|1m]`: the benches of test/bench, each beside the limit it is measured against.
import { ensureBuild } from './build.mjs';

await ensureBuild();
const { runBenches } = await import('../../test/bench/run.mjs');
process.exit(await runBenches(process.argv.slice(2)));
