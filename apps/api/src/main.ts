import 'reflect-metadata';
import { createLog, readConfig } from '@app/platform';
import { createApplication } from './application';

async function start(): Promise<void> {
  const config = readConfig();
  const application = await createApplication(config);
  await application.listen(config.PORT, config.HOST);
  createLog('benve-api').info({ host: config.HOST, port: config.PORT }, 'listening');
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
