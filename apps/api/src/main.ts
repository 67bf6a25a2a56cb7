import 'reflect-metadata';
import { createLog, readConfig } from '@app/platform';
import { createApplication } from './application';
import { LISTENING_CONNECTIONS } from './events/event-streams';

async function start(): Promise<void> {
  const config = readConfig();
  const application = await createApplication(config);
  await application.listen(config.PORT, config.HOST);
  const connections = { database: config.DATABASE_POOL, events: LISTENING_CONNECTIONS };
  createLog('benve-api').info(
    { host: config.HOST, port: config.PORT, connections, connectionTotal: connections.database + connections.events },
    'listening',
  );
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
