import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const PAGE = 'commune.html';
/** Chosen by few: fetched when chosen, kept from then on. */
const LATER = /^english-/;

/**
 * Writes into the service worker which files the phone app consists of: everything its page can load, by the addresses of this build. Their
 * common hash names the version, so that a phone has all of one build or all of another, never a mixture.
 */
export function phoneShell(prefix: string): Plugin {
  return {
    name: 'phone-shell',
    enforce: 'post',
    generateBundle(_, bundle) {
      const worker = bundle['sw.js'];
      const page = bundle[PAGE];
      if (worker?.type !== 'chunk' || page?.type !== 'asset')
        throw new Error('the phone app was not built: sw.js or commune.html is missing');
      const files = new Set<string>();
      const add = (name: string): void => {
        const chunk = bundle[name];
        if (!chunk || files.has(name) || LATER.test(name)) return;
        files.add(name);
        if (chunk.type !== 'chunk') return;
        for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css);
        for (const next of [...chunk.imports, ...chunk.dynamicImports]) add(next);
      };
      const entry = Object.values(bundle).find((one) => one.type === 'chunk' && one.isEntry && one.name === 'commune');
      add(entry!.fileName);
      const names = [...files].sort();
      const version = createHash('sha256').update(names.join()).update(String(page.source)).digest('hex').slice(0, 12);
      const shell = ['/xa/', '/icon.svg', '/xa/manifest.webmanifest', ...names.map((name) => prefix + name)];
      worker.code = worker.code.replaceAll('__SHELL__', JSON.stringify({ version, files: shell }));
    },
  };
}
