import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';
import { listFiles, ROOT } from './source-tree';

const APPS = ['staff', 'commune', 'visitors'].map((app) => `apps/web/src/${app}/main.tsx`);
const files = new Set(listFiles().filter((path) => path.startsWith('apps/web/src/')));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

interface Parsed {
  /** Loaded together with the file; styles among them. */
  readonly loads: readonly string[];
  /** Loaded when somebody goes there. */
  readonly later: readonly string[];
  readonly classes: readonly string[];
}

const parsed = new Map<string, Parsed>();

/** What a program file loads, and the classes it gives out: words of the literals in `className`. */
function parse(path: string): Parsed {
  const known = parsed.get(path);
  if (known) return known;
  const file = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const [loads, later, classes]: string[][] = [[], [], []];
  const found = (specifier: ts.Node | undefined) => {
    if (!specifier || !ts.isStringLiteral(specifier) || !specifier.text.startsWith('.')) return [];
    const place = posix.normalize(posix.join(dirname(path), specifier.text));
    return [place, `${place}.ts`, `${place}.tsx`].filter((one) => files.has(one)).slice(0, 1);
  };
  const words = (node: ts.Node): void => {
    // What is compared is no class.
    if (ts.isBinaryExpression(node) && /^[!=]==?$/.test(node.operatorToken.getText())) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node))
      classes!.push(...node.text.split(/\s+/).filter(Boolean));
    else ts.forEachChild(node, words);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && !node.importClause?.isTypeOnly) loads!.push(...found(node.moduleSpecifier));
    if (ts.isExportDeclaration(node) && !node.isTypeOnly) loads!.push(...found(node.moduleSpecifier));
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) later!.push(...found(node.arguments[0]));
    if (ts.isJsxAttribute(node) && node.name.getText() === 'className' && node.initializer) words(node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(file);
  const result = { loads: loads!, later: later!, classes: classes! };
  parsed.set(path, result);
  return result;
}

/** Everything that is there once `entries` are loaded. */
function loadedWith(entries: Iterable<string>): Set<string> {
  const all = new Set<string>();
  const take = (path: string) => {
    if (all.has(path)) return;
    all.add(path);
    if (/\.tsx?$/.test(path)) parse(path).loads.forEach(take);
  };
  for (const entry of entries) take(entry);
  return all;
}

const classesOf = (style: string) =>
  [
    ...read(style)
      .replace(/\{[^{}]*\}/g, '')
      .matchAll(/\.([a-zA-Z][\w-]*)/g),
  ].map(([, name]) => name!);

/** Classes that a style of the same app defines, but none that is loaded with the page: they look right only after another screen was opened. */
function bareClasses(main: string): string[] {
  const styles = new Map([...files].filter((path) => path.endsWith('.css')).map((path) => [path, classesOf(path)]));
  const anywhere = new Set([...styles].flatMap(([path, names]) => (path.startsWith(dirname(main)) ? names : [])));
  const always = loadedWith([main]);
  const later = new Set<string>();
  const discover = (paths: Iterable<string>) => {
    for (const path of paths)
      for (const entry of /\.tsx?$/.test(path) ? parse(path).later : [])
        if (!later.has(entry)) {
          later.add(entry);
          discover(loadedWith([entry]));
        }
  };
  discover(always);
  return [main, ...later].flatMap((entry) => {
    const page = loadedWith([main, entry]);
    const styled = new Set([...page].flatMap((path) => styles.get(path) ?? []));
    return [...page]
      .filter((path) => path.endsWith('.tsx'))
      .flatMap((path) =>
        parse(path)
          .classes.filter((name) => anywhere.has(name) && !styled.has(name))
          .map((name) => `${path}: .${name} on ${entry}`),
      );
  });
}

describe('styles', () => {
  it.each(APPS)('every page of %s loads the styles of the classes it uses, whichever page was open before', (main) => {
    expect(bareClasses(main)).toEqual([]);
  });

  it('finds a class whose style only another page loads', () => {
    const page = 'apps/web/src/staff/screens/units/units-screen.tsx';
    expect(files.has(page)).toBe(true);
    const before = parse(page);
    parsed.set(page, { ...before, classes: [...before.classes, 'commune-bars'] });
    try {
      expect(bareClasses(APPS[0]!)).toEqual([`${page}: .commune-bars on ${page}`]);
    } finally {
      parsed.set(page, before);
    }
  });
});
