import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Seal } from '@app/platform';
import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { withClient } from './create-backup';
import { listTables, quoted } from './table-catalogue';

/** Secrets of the system itself: no use to another system, and a danger in a file. */
const SECRET_COLUMN = /(_hash|_cipher|_index)$/;
const SECRET_TABLES = ['session', 'api_key', 'one_time_link', 'idempotency_key'];

/** Everything the office has put in, as CSV that any program reads (UTF-8, header line). Protected numbers only when asked for. */
export async function exportTables(url: string, folder: string, seal: Seal | undefined): Promise<Record<string, number>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return withClient(url, async (db) => {
    await db.query('begin isolation level repeatable read read only');
    await db.query(`select set_config('benve.scope', 'system', true)`);
    const rows: Record<string, number> = {};
    for (const { name, columns } of await listTables(db)) {
      if (SECRET_TABLES.includes(name)) continue;
      const open = columns
        .filter((column) => !SECRET_COLUMN.test(column))
        .map(quoted)
        .join(', ');
      const copy = db.query(copyTo(`copy (select ${open} from ${quoted(name)}) to stdout with (format csv, header true)`));
      await pipeline(copy, createWriteStream(join(folder, `${name}.csv`), { mode: 0o600 }));
      rows[name] = copy.rowCount ?? 0;
    }
    if (seal) rows.worker_number = await exportNumbers(db, folder, seal);
    return rows;
  });
}

interface SealedNumbers {
  id: string;
  citizen_id_cipher: Buffer | null;
  passport_cipher: Buffer | null;
}

async function exportNumbers(db: ClientBase, folder: string, seal: Seal): Promise<number> {
  const lines = ['worker_id,citizen_id,passport'];
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await db.query<SealedNumbers>(
      `select id, citizen_id_cipher, passport_cipher from worker where id > $1 order by id limit 5000`,
      [after],
    );
    for (const { id, citizen_id_cipher: citizen, passport_cipher: passport } of rows)
      lines.push([id, citizen ? seal.open(citizen, id) : '', passport ? seal.open(passport, id) : ''].join(','));
    if (rows.length === 0) break;
    after = rows.at(-1)!.id;
  }
  await writeFile(join(folder, 'worker_number.csv'), `${lines.join('\n')}\n`, { mode: 0o600 });
  return lines.length - 1;
}
