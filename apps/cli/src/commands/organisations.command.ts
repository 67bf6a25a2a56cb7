import { LoadOrganisations } from '@app/identity';
import { type Command, UsageError } from '../command';

/** Takes in offices, agencies and their accounts from a JSON file. The links by which new accounts set their passwords are printed once. */
export const organisationsCommand: Command = {
  name: 'organisations',
  usage: 'organisations load <file.json>         take in organisations, aliases and accounts; prints a one-time link per new account',
  async run({ argv, application }) {
    const [verb, file] = argv;
    if (verb !== 'load' || !file || argv.length > 2) throw new UsageError('Say which file to load.');
    const loaded = await (await application('jobs')).get(LoadOrganisations).run(file);
    const links = loaded.accounts.map(({ login, role, link }) => `  ${login} (${role}): ${link}`);
    const text = [
      `${loaded.organisations} organisations: ${loaded.created} new, ${loaded.updated} changed, ${loaded.unchanged} unchanged.`,
      ...(links.length ? ['One-time links, shown only now:', ...links] : ['No new account.']),
    ].join('\n');
    return { json: loaded, text };
  },
};
