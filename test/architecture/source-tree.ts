import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';

export const ROOT = join(__dirname, '../..');

export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** Erased at build: no way round at run time. */
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** Path from the repository root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

/** Every file git knows or would add: what a stranger gets, never build output. */
export function listFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return listed.split('\0').filter(Boolean);
}

export function readSource(path: string, text: string): SourceFile {
  const found = ts.preProcessFile(text, true, true).importedFiles;
  const lineOf = (at: number) => text.slice(0, at).split('\n').length;
  const typeOnly = (at: number) =>
    /^(import|export) type\b/.test(text.slice(Math.max(text.lastIndexOf('import ', at), text.lastIndexOf('export ', at))));
  return {
    path,
    text,
    imports: found.map((i) => ({ specifier: i.fileName, line: lineOf(i.pos), typeOnly: typeOnly(i.pos) })),
  };
}

/** TypeScript sources of apps, libs, migrations and test; not the API's types, which a program writes. */
export function readSources(): SourceFile[] {
  return listFiles()
    .filter((path) => /^(apps|libs|migrations|test)\/.*\.tsx?$/.test(path) && !path.endsWith('/schema.d.ts'))
    .flatMap((path) => {
      try {
        return [readSource(path, readFileSync(join(ROOT, path), 'utf8'))];
      } catch {
        return []; // listed by git, deleted in the work tree
      }
    });
}

export function libOf(path: string): string | undefined {
  return /^libs\/([^/]+)\//.exec(path)?.[1];
}

/** Repository path that a relative import names, without extension. */
export function resolveRelative(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return posix.normalize(posix.join(dirname(from), specifier)).replace(/\.(js|ts|json)$/, '');
}
