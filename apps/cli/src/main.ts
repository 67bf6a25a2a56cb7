import 'reflect-metadata';
import { COMMANDS } from './commands';
import { openContext } from './open-context';
import { runCli } from './run-cli';

// A library that prints must not break the one document on stdout.
console.log = console.info = console.debug = (...words: unknown[]) => console.error(...words);

void runCli(process.argv.slice(2), COMMANDS, openContext).then(({ stdout, stderr, exit }) => {
  process.stderr.write(stderr);
  // Leave only when everything is written: a pipe takes its time.
  process.stdout.write(stdout, () => process.exit(exit));
});
