import { readFileSync } from 'node:fs';
import { createDataSource, TransactionRunner } from '@app/platform';
import { testSeal } from '../../support/test-database';
import { importerOf } from './import-fixture';

/** Imports one file and says when; a process of its own, so that a test can kill it. */
async function main(): Promise<void> {
  const [kind, path, login, api, jobs, today] = process.argv.slice(2) as [string, string, string, string, string, string];
  const runner = async (url: string) =>
    new TransactionRunner(await createDataSource({ url, pool: 3, name: 'import-child' }).initialize(), today);
  const { importFile, actor } = importerOf({ api: await runner(api), jobs: await runner(jobs), seal: testSeal });
  process.send!('ready');
  const report = await importFile.run(await actor(login), {
    kind,
    fileName: 'killed.xlsx',
    bytes: readFileSync(path),
    answers: { ID_LEADING_ZERO_LOST: 'yes' },
  });
  process.send!(`done ${report.created}`);
  process.exit(0);
}
void main();
