// Lets a plain Node child process load this repository's TypeScript: `node -r test/support/register-ts.cjs script.ts`.
// Kill tests need real processes, and a kill must not hit the test runner.
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { process: transform } = require('./jest-transform.cjs');
const root = path.join(__dirname, '../..');

require.extensions['.ts'] = (module, file) => module._compile(transform(fs.readFileSync(file, 'utf8'), file).code, file);

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const lib = /^@app\/([a-z]+)$/.exec(request);
  const target = lib ? path.join(root, 'libs', lib[1], 'src/index.ts') : request === '@migrations' ? path.join(root, 'migrations/index.ts') : request;
  return resolve.call(this, target, ...rest);
};
