// Lets a plain Node child process load this repository's TypeScript: `node -r test/support/register-ts.cjs script.ts`.
// Kill tests need real processes, and a kill must not hit the test runner. Compiled text is kept in the temporary folder by content.
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const Module = require('node:module');
const os = require('node:os');
const path = require('node:path');
const { process: transform } = require('./jest-transform.cjs');
const root = path.join(__dirname, '../..');
const cache = path.join(os.tmpdir(), `benve-ts-${process.getuid?.() ?? 'user'}`);
fs.mkdirSync(cache, { recursive: true, mode: 0o700 });

function compiled(source, file) {
  const kept = path.join(cache, `${createHash('sha1').update(file).update(source).digest('hex')}.js`);
  if (fs.existsSync(kept)) return fs.readFileSync(kept, 'utf8');
  const { code } = transform(source, file);
  // Written aside and renamed: a process killed here must not leave half a file.
  fs.writeFileSync(`${kept}.${process.pid}`, code);
  fs.renameSync(`${kept}.${process.pid}`, kept);
  return code;
}
require.extensions['.ts'] = (module, file) => module._compile(compiled(fs.readFileSync(file, 'utf8'), file), file);

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const lib = /^@app\/([a-z]+)$/.exec(request);
  const target = lib
    ? path.join(root, 'libs', lib[1], 'src/index.ts')
    : request === '@migrations'
      ? path.join(root, 'migrations/index.ts')
      : request;
  return resolve.call(this, target, ...rest);
};
