import 'reflect-metadata';
import { readConfig } from '@app/platform';
import { createApplication } from './application';
import { ApiDocument } from './public/openapi.controller';

/** Prints the API's own description and ends; the start checks hold here as well. */
async function print(): Promise<void> {
  const application = await createApplication(readConfig());
  await application.init();
  const { document } = application.get(ApiDocument);
  await application.close();
  process.stdout.write(JSON.stringify(document), () => process.exit(0));
}

// Only the document belongs on stdout.
console.log = console.info = (...words: unknown[]) => console.error(...words);

print().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
