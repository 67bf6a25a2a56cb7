import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Tx } from '@app/platform';
import { from as copyFrom } from 'pg-copy-streams';

export type CopyValue = string | number | boolean | Buffer | null | undefined | readonly string[];

const SPECIAL = /[\\\t\n\r]/g;
/** Most cells need no escaping: asking first is many times cheaper than replacing. */
const HAS_SPECIAL = /[\\\t\n\r]/;
const ESCAPED: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Loads rows into a table of this transaction by COPY: the fastest way in, for temporary staging tables only. */
export async function copyRows<T>(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly T[],
  values: (row: T) => CopyValue[],
): Promise<void> {
  if (rows.length === 0) return;
  const stream = tx.client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
  await pipeline(Readable.from(chunks(rows, values), { objectMode: false }), stream);
}

function* chunks<T>(rows: readonly T[], values: (row: T) => CopyValue[]): Generator<Buffer> {
  let text = '';
  for (const row of rows) {
    const cells = values(row);
    for (let i = 0; i < cells.length; i++) text += (i === 0 ? '' : '\t') + cell(cells[i]);
    text += '\n';
    if (text.length > 262_144) {
      yield Buffer.from(text);
      text = '';
    }
  }
  if (text) yield Buffer.from(text);
}

function cell(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  const text = typeof value === 'string' ? value : arrayText(value as readonly string[]);
  return HAS_SPECIAL.test(text) ? text.replace(SPECIAL, (sign) => ESCAPED[sign]!) : text;
}

function arrayText(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
