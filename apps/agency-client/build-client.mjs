// The typed client of sending agencies, made from the API's own description: what an agency's key may call, nothing else.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTypes, { astToString } from 'openapi-typescript';

const VERBS = ['get', 'post', 'put', 'patch', 'delete'];
const HERE = import.meta.dirname;
const { version, devDependencies } = JSON.parse(readFileSync(join(HERE, '../../package.json'), 'utf8'));

/** The document without what a key may not do; the request id becomes optional, because the client makes one. */
export function forAgencies(document) {
  const paths = Object.entries(document.paths).flatMap(([path, item]) => {
    const open = VERBS.filter((verb) => item[verb] && isOpen(path, item[verb]['x-access']));
    return open.length ? [[path, Object.fromEntries(open.map((verb) => [verb, withOwnKey(item[verb])]))]] : [];
  });
  return { ...document, paths: Object.fromEntries(paths) };
}

const isOpen = (path, { roles, peopleOnly }) =>
  roles === 'anyone' ? path.startsWith('/api/v1/public/') : roles.includes('agency_clerk') && !peopleOnly;

const withOwnKey = ({ parameters = [], ...operation }) => ({
  ...operation,
  parameters: parameters.map((one) => (one.name === 'Idempotency-Key' ? { ...one, required: false } : one)),
});

/** Writes the package folder: npm install <folder>. */
export async function buildClient(document, folder) {
  const types = astToString(await openapiTypes(JSON.parse(JSON.stringify(forAgencies(document)))));
  const files = {
    'package.json': `${JSON.stringify(packageOf(), null, 2)}\n`,
    'schema.d.ts': `// Made from the API's own description. Not edited by hand.\n\n${types}`,
    ...Object.fromEntries(
      ['index.js', 'index.d.ts', 'example.ts', 'README.md'].map((name) => [name, readFileSync(join(HERE, 'package', name))]),
    ),
  };
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

function packageOf() {
  return {
    name: 'benve-agency-client',
    version,
    description: 'Typed client of Bến Về for sending agencies',
    type: 'module',
    exports: { '.': { types: './index.d.ts', default: './index.js' } },
    files: ['index.js', 'index.d.ts', 'schema.d.ts', 'example.ts'],
    engines: { node: '>=20' },
    dependencies: { 'openapi-fetch': devDependencies['openapi-fetch'] },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await buildClient(JSON.parse(readFileSync(process.argv[2], 'utf8')), process.argv[3]);
