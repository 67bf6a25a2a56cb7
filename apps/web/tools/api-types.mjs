// node apps/web/tools/api-types.mjs <openapi.json>: writes src/api/schema.d.ts, the API as types. A test holds the committed file equal to the running API.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** The text of the types file for an OpenAPI document. */
export function typesOf(document) {
  const schemas = Object.entries(document.components.schemas)
    .sort(byName)
    .map(([name, schema]) => `export type ${name} = ${typeOf(schema)};`);
  const operations = Object.entries(document.paths)
    .sort(byName)
    .flatMap(([path, item]) =>
      METHODS.filter((method) => item[method]).map((method) => `  '${method.toUpperCase()} ${path}': ${operationOf(path, item[method])};`),
    );
  return `// Made from the API's own description by tools/api-types.mjs. Not edited by hand.\n\n${schemas.join('\n\n')}\n\nexport interface Operations {\n${operations.join('\n')}\n}\n`;
}

function operationOf(path, operation) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, required: true, schema: { type: 'string' } }));
  const of = (place) => (operation.parameters ?? []).filter((one) => one.in === place);
  const fields = (list) => `{ ${list.map((one) => `${quoted(one.name)}${one.required ? '' : '?'}: ${typeOf(one.schema)}`).join('; ')} }`;
  const successes = Object.entries(operation.responses)
    .filter(([status]) => status.startsWith('2'))
    .map(([, success]) => success);
  const answers = successes.map((success) => success.content?.['application/json']?.schema).filter(Boolean);
  const body = operation.requestBody?.content?.['application/json']?.schema;
  const parts = [
    `params: ${inPath.length ? fields(inPath) : 'undefined'}`,
    `query: ${of('query').length ? fields(of('query')) : 'undefined'}`,
    `body: ${body ? typeOf(body) : 'undefined'}`,
    `answer: ${answers.length ? answers.map(typeOf).join(' | ') : successes.some(({ content }) => content) ? 'string' : 'undefined'}`,
  ];
  return `{ ${parts.join('; ')} }`;
}

function typeOf(schema) {
  if (!schema) return 'unknown';
  if (schema.$ref) return schema.$ref.split('/').at(-1);
  const text = bareTypeOf(schema);
  return schema.nullable ? `${text} | null` : text;
}

function bareTypeOf(schema) {
  if (schema.allOf) return schema.allOf.map(typeOf).join(' & ');
  if (schema.oneOf ?? schema.anyOf) return (schema.oneOf ?? schema.anyOf).map(typeOf).join(' | ');
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return types.map((type) => namedType(type, schema)).join(' | ');
}

function namedType(type, schema) {
  switch (type) {
    case 'string':
      return 'string';
    case 'number':
    case 'integer':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'null':
      return 'null';
    case 'array':
      return `readonly (${typeOf(schema.items)})[]`;
    default:
      return objectOf(schema);
  }
}

function objectOf(schema) {
  const entries = Object.entries(schema.properties ?? {});
  if (!entries.length) return 'Record<string, unknown>';
  const required = new Set(schema.required ?? []);
  return `{\n${entries.map(([name, one]) => `  readonly ${quoted(name)}${required.has(name) ? '' : '?'}: ${typeOf(one)};`).join('\n')}\n}`;
}

const quoted = (name) => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`);
const byName = ([a], [b]) => (a < b ? -1 : 1);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = join(import.meta.dirname, '../src/api/schema.d.ts');
  writeFileSync(target, typesOf(JSON.parse(readFileSync(process.argv[2], 'utf8'))));
}
