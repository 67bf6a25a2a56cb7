import { readFileSync, readdirSync } from 'node:fs';
import { memoryOf } from '../place/servers.mjs';

/** Watches the child processes of `parent` whose command line has `word`; `stop` gives the highest resident memory of any, in MB. */
export function watchChildren(parent, word) {
  let highest = 0;
  const timer = setInterval(() => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
        if (Number(fields[1]) !== parent || !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(word)) continue;
        highest = Math.max(highest, memoryOf(pid).highest ?? 0);
      } catch {
        // ended meanwhile
      }
    }
  }, 30);
  return { stop: () => (clearInterval(timer), highest) };
}
