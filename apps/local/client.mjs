// `npm run client -- [folder]`: the typed client of sending agencies, from the API's own description of this build.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildClient } from '../agency-client/build-client.mjs';
import { DIST, ROOT } from './places.mjs';

const folder = resolve(process.argv[2] ?? join(DIST, 'client'));
const written = `${folder}.openapi.json`;
const told = spawnSync(process.execPath, [join(ROOT, 'apps/local/cli.mjs'), 'openapi', '--out', written], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (told.status !== 0) process.exit(told.status ?? 1);
const document = JSON.parse(readFileSync(written, 'utf8'));
rmSync(written);
await buildClient(document, folder);
console.log(`Đã tạo gói cho phần mềm của doanh nghiệp: ${folder}\n  npm install ${folder}`);
