import { createRequire } from 'node:module';

const { Client, types } = createRequire(import.meta.url)('pg');

// As the programs read them (libs/platform): calendar days stay text, keys below 2^53 are numbers.
types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.INT8, Number);

export async function connect(url) {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}
