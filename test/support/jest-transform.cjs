// Jest transformer: TS and ESM (own or in node_modules) -> CommonJS with swc; CommonJS passes through unchanged.
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const swc = require('@swc/core');
const TS = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2024',
    parser: { syntax: 'typescript', decorators: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      hidden: { jest: true },
    },
    keepClassNames: true,
  },
};
const JS = {
  swcrc: false,
  sourceMaps: false,
  module: { type: 'commonjs', ignoreDynamic: false },
  jsc: { target: 'es2024', parser: { syntax: 'ecmascript' } },
};
const types = new Map();
function isEsmDir(dir) {
  if (types.has(dir)) return types.get(dir);
  let r = false;
  const p = path.join(dir, 'package.json');
  if (fs.existsSync(p)) {
    let j = {};
    try {
      j = JSON.parse(fs.readFileSync(p, 'utf8'));
    } catch {}
    r = j.type === 'module';
  } else {
    const up = path.dirname(dir);
    if (up !== dir) r = isEsmDir(up);
  }
  types.set(dir, r);
  return r;
}
const KEY = createHash('sha1').update(fs.readFileSync(__filename)).update(swc.version).digest('hex');
module.exports = {
  getCacheKey: (src, file, o) =>
    createHash('sha1')
      .update(KEY)
      .update(o.instrument ? 'i' : 'p')
      .update(file)
      .update(src)
      .digest('hex'),
  process(src, file) {
    if (file.endsWith('.ts') || file.endsWith('.tsx')) return { code: swc.transformSync(src, { ...TS, filename: file }).code };
    // A dynamic import inside CommonJS needs the transform too: the test runner's sandbox has no module loader.
    const commonJs = file.endsWith('.cjs') || !(file.endsWith('.mjs') || isEsmDir(path.dirname(file)));
    if (commonJs && !/\bimport\(/.test(src)) return { code: src };
    return { code: swc.transformSync(src, { ...JS, filename: file }).code };
  },
};
