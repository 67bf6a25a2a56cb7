import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { systemActor } from '@app/kernel';
import { AuditTrail, Seal, TransactionRunner } from '@app/platform';
import { exportTables } from '../backup/export-tables';
import { type Command, UsageError } from '../command';
import { connectionOf } from '../connection-of';

/** The office's own data in plain files, so that it can always leave. The deed is audited. */
export const exportCommand: Command = {
  name: 'export',
  usage: 'export all <folder> [--with-numbers]   every table as CSV; identity and passport numbers only with --with-numbers',
  async run({ argv, config, application }) {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { 'with-numbers': { type: 'boolean', default: false } },
    });
    const [what, given] = positionals;
    if (what !== 'all' || !given || positionals.length > 2) throw new UsageError('Say: export all <folder>.');
    const app = await application('jobs');
    const withNumbers = values['with-numbers'];
    await app
      .get(TransactionRunner)
      .run(systemActor('export'), (tx) =>
        AuditTrail.record(tx, { action: 'platform.export', subject: { kind: 'database' }, detail: { withNumbers } }),
      );
    const folder = resolve(given);
    const tables = await exportTables(connectionOf('jobs', config), folder, withNumbers ? app.get(Seal) : undefined);
    const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
    return {
      json: { folder, rows, tables },
      text: `${rows} rows of ${Object.keys(tables).length} tables in ${folder}. The files hold personal data: keep them closed.`,
    };
  },
};
