// The screens: Vite builds both halves of apps/web into dist/web, and each file is also laid down compressed, so that no request pays for it.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { Fault } from './fault.mjs';
import { DIST, ROOT } from './places.mjs';

const WEB = join(ROOT, 'apps/web');
const OUT = join(DIST, 'web');
const STAMP = join(OUT, '.stamp');
const HALVES = ['staff', 'light'];
const COMPRESSED = /\.(js|css|html|svg|json|webmanifest)$/;

/** Builds the screens when one of their sources is newer than what lies in dist/web. */
export async function ensureWeb() {
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  const began = Date.now();
  const { build } = await import('vite');
  for (const mode of HALVES)
    await build({ configFile: join(WEB, 'vite.config.mts'), mode, logLevel: 'error' }).catch((error) => {
      throw new Fault(`Không dựng được giao diện (${mode}): ${error.message.split('\n').slice(0, 6).join(' ')}`, 'web build failed');
    });
  const files = listFiles(OUT).filter((file) => COMPRESSED.test(file));
  for (const file of files) compress(file);
  mkdirSync(OUT, { recursive: true });
  writeFileSync(STAMP, wanted);
  console.error(`Đã dựng giao diện: ${files.length} tệp, ${((Date.now() - began) / 1000).toFixed(1)} giây.`);
}

function compress(file) {
  const content = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
}

function fingerprint() {
  const hash = createHash('sha256');
  const tools = ['package-lock.json', 'apps/local/build-web.mjs'].map((name) => join(ROOT, name));
  for (const file of [...listFiles(WEB), ...tools].sort())
    hash
      .update(`${relative(ROOT, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
