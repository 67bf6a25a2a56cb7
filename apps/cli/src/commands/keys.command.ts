import { createKeyFile } from '@app/platform';
import { type Command, UsageError } from '../command';

/** Makes the first key file; an existing one is never touched: losing it loses every protected number. */
export const keysCommand: Command = {
  name: 'keys',
  usage: 'keys create <file>                     make the key file of a new installation (never over an existing one)',
  async run({ argv }) {
    const [verb, file] = argv;
    if (verb !== 'create' || !file || argv.length > 2) throw new UsageError('Say where the key file shall lie.');
    createKeyFile(file);
    return {
      json: { created: file },
      text: `Made ${file}. Keep a copy in a safe place: without it protected numbers cannot be read again.`,
    };
  },
};
