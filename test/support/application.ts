import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyFile, readConfig, readKeyFile, Seal } from '@app/platform';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from '../../apps/api/src/application';
import type { TestDatabase } from './test-database';

process.env.LOG_LEVEL ??= 'silent';

export interface TestApplication {
  application: NestFastifyApplication;
  /** http://127.0.0.1:port */
  url: string;
  seal: Seal;
  close(): Promise<void>;
}

/** The API as it runs in production, listening on a free port, over a test database. */
export async function startApplication(db: TestDatabase, env: Record<string, string> = {}, extra: Type[] = []): Promise<TestApplication> {
  const keys = join(mkdtempSync(join(tmpdir(), 'benve-keys-')), 'keys.json');
  createKeyFile(keys);
  const config = readConfig({ DATABASE_URL: db.urls.api, DATABASE_JOBS_URL: db.urls.jobs, BENVE_KEYS_FILE: keys, PUBLIC_URL: 'http://localhost:3000', ...env });
  const application = await createApplication(config, { extra });
  await application.listen(0, '127.0.0.1');
  const url = (await application.getUrl()).replace('[::1]', '127.0.0.1');
  return { application, url, seal: new Seal(readKeyFile(keys)), close: () => application.close() };
}
