// swc, file by file, aliases made relative; tables and statements (.json, .sql) beside them. Nothing is rebuilt that did not change.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Fault, storageFault } from './fault.mjs';
import { ensureWeb } from './build-web.mjs';
import { DIST, ROOT } from './places.mjs';

const SOURCES = ['apps/api', 'apps/jobs', 'apps/cli', 'libs', 'migrations'];
const STAMP = join(DIST, '.stamp');

const isSource = (path) => /\.(ts|json|sql)$/.test(path) && !/\.d\.ts$|\.spec\.ts$/.test(path);

function allSources() {
  return SOURCES.map((one) => join(ROOT, one))
    .filter(existsSync)
    .flatMap(listSources);
}

function listSources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : listSources(path);
    return isSource(path) ? [path] : [];
  });
}

/** Names everything the output depends on. */
function fingerprint(files) {
  const hash = createHash('sha256');
  const tools = ['.swcrc', 'package-lock.json', 'apps/local/build.mjs'].map((name) => join(ROOT, name));
  for (const file of [...files, ...tools].sort((a, b) => (a < b ? -1 : 1)))
    hash
      .update(`${relative(ROOT, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

/** Builds when a source is newer than what lies in dist/. Returns the fingerprint of the build. */
export async function ensureBuild() {
  const files = allSources();
  const wanted = fingerprint(files);
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) {
    await ensureWeb();
    return wanted;
  }
  const began = Date.now();
  try {
    await build(files);
    write(STAMP, wanted);
  } catch (error) {
    throw storageFault(error, DIST);
  }
  console.error(`Đã dựng chương trình: ${files.length} tệp, ${((Date.now() - began) / 1000).toFixed(1)} giây.`);
  await ensureWeb();
  return wanted;
}

async function build(files) {
  const { default: swc } = await import('@swc/core');
  const made = new Set([STAMP]);
  await Promise.all(
    files.map(async (file) => {
      const out = join(DIST, relative(ROOT, file));
      if (!file.endsWith('.ts')) {
        made.add(out);
        return write(out, readFileSync(file));
      }
      const js = out.replace(/\.ts$/, '.js');
      made.add(js).add(`${js}.map`);
      const options = {
        configFile: join(ROOT, '.swcrc'),
        cwd: ROOT,
        jsc: { baseUrl: ROOT },
        sourceMaps: true,
        filename: file,
      };
      const result = await swc.transformFile(file, options).catch((error) => {
        throw new Fault(`Không dựng được ${relative(ROOT, file)}: ${error.message.split('\n').slice(0, 6).join(' ')}`, 'build failed');
      });
      write(js, `${result.code}\n//# sourceMappingURL=${js.split(sep).at(-1)}.map\n`);
      write(`${js}.map`, result.map);
    }),
  );
  removeOthers(DIST, made);
}

/** Whole or not at all: a running program may be reading. */
function write(path, content) {
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(content))) return;
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.new`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}

function removeOthers(folder, keep) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (path === join(DIST, 'web') || path === join(DIST, 'client')) continue;
    if (entry.isDirectory()) removeOthers(path, keep);
    else if (!keep.has(path) && !path.endsWith('.new')) rmSync(path, { force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  ensureBuild().catch((error) => {
    console.error(error.remedy ? error.message : error);
    process.exit(1);
  });
