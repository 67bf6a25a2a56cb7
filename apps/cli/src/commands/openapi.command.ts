import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Command } from '../command';

/** Beside this program in the same build. */
const API = join(__dirname, '../../../api/src/openapi-document.js');

/** The API's own description, made from its code by the API itself, start checks included. */
export const openapiCommand: Command = {
  name: 'openapi',
  usage: 'openapi [--out <file>]                 the OpenAPI document of this build',
  async run({ argv }) {
    const { values } = parseArgs({ args: argv, options: { out: { type: 'string' } } });
    const made = spawnSync(process.execPath, [API], { encoding: 'utf8', maxBuffer: 64_000_000 });
    if (made.status !== 0) throw new Error(made.stderr.trim() || 'The API could not describe itself.');
    const document: unknown = JSON.parse(made.stdout.slice(made.stdout.indexOf('{"openapi"')));
    if (values.out) writeFileSync(resolve(values.out), `${JSON.stringify(document, null, 2)}\n`);
    return { json: values.out ? { written: resolve(values.out) } : document };
  },
};
