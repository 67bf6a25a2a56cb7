import { BANNED_WORDS, EDGES, PACKAGE_HOMES } from './edges';
import { libOf, resolveRelative, type SourceFile } from './source-tree';

/** One broken rule: where, which, and what to do about it. */
export interface Violation {
  readonly where: string;
  readonly rule: string;
  readonly remedy: string;
}

export type HouseRule = (files: readonly SourceFile[]) => Violation[];

const eachImport = (files: readonly SourceFile[], judge: (file: SourceFile, specifier: string) => Omit<Violation, 'where'> | undefined) =>
  files.flatMap((file) =>
    file.imports.flatMap(({ specifier, line }) => {
      const fault = judge(file, specifier);
      return fault ? [{ where: `${file.path}:${line}`, ...fault }] : [];
    }),
  );

const isTest = (path: string) => path.startsWith('test/') || path.endsWith('.spec.ts');

/** Libs import only along the edge list, through the public surface. */
export const libEdges: HouseRule = (files) =>
  eachImport(files, (file, specifier) => {
    const own = libOf(file.path);
    const alias = /^@app\/([^/]+)(\/.*)?$/.exec(specifier);
    if (alias?.[2]) return { rule: `deep import ${specifier}`, remedy: `import from @app/${alias[1]} and export it there` };
    if (alias && own === alias[1]) return { rule: `${own} imports its own index`, remedy: 'import the file itself by a relative path' };
    if (alias && own && !isTest(file.path) && !EDGES[own]?.includes(alias[1]!))
      return {
        rule: `${own} may not import ${alias[1]}`,
        remedy: `allowed: ${EDGES[own]?.join(', ') || 'nothing'}; pass it in from above or tell it by the outbox`,
      };
    const target = resolveRelative(file.path, specifier);
    if (target && own && libOf(`${target}/`) !== own) return { rule: `relative import leaves lib ${own}`, remedy: 'use @app/<lib>' };
    if (target && !own && !isTest(file.path) && target.startsWith('libs/'))
      return { rule: 'relative import into a lib', remedy: 'use @app/<lib>' };
    return undefined;
  });

/** domain/ is pure: the kernel and itself, nothing decorated, nothing that reads the world. */
export const pureDomain: HouseRule = (files) =>
  eachImport(
    files.filter((file) => /^libs\/[^/]+\/src\/domain\//.test(file.path) && !isTest(file.path)),
    (file, specifier) => {
      const target = resolveRelative(file.path, specifier);
      const ownDomain = file.path.slice(0, file.path.indexOf('/domain/') + '/domain'.length);
      if (specifier === '@app/kernel' || target?.startsWith(`${ownDomain}/`)) return undefined;
      return { rule: `domain imports ${specifier}`, remedy: 'domain/ may import @app/kernel and its own domain only' };
    },
  );

/** kernel stands alone: pure values. */
export const bareKernel: HouseRule = (files) =>
  eachImport(
    files.filter((file) => file.path.startsWith('libs/kernel/') && !isTest(file.path)),
    (_, specifier) =>
      specifier.startsWith('.') || specifier === 'node:crypto' || specifier === 'temporal-polyfill'
        ? undefined
        : { rule: `kernel imports ${specifier}`, remedy: 'the kernel holds pure values only' },
  );

/** Technical packages stay in their homes. */
export const packageHomes: HouseRule = (files) =>
  eachImport(files, (file, specifier) => {
    const home = PACKAGE_HOMES.find(({ packages, allowed }) => packages.test(specifier) && !allowed.test(file.path));
    return home && { rule: `${specifier} imported here`, remedy: home.why };
  });

/** Layers inside a lib: application → persistence → domain. */
export const layers: HouseRule = (files) =>
  eachImport(
    files.filter((file) => !isTest(file.path)),
    (file, specifier) => {
      const target = resolveRelative(file.path, specifier);
      if (!target) return undefined;
      if (/\/src\/persistence\//.test(file.path) && /\/src\/application\//.test(target))
        return { rule: 'persistence imports application', remedy: 'a query never calls a use case' };
      return undefined;
    },
  );

/** Apps do not import each other, and nothing outside test/ imports test/. */
export const appsApart: HouseRule = (files) =>
  eachImport(files, (file, specifier) => {
    const target = resolveRelative(file.path, specifier);
    if (!target) return undefined;
    const [from, to] = [file.path, target].map((path) => /^apps\/([^/]+)\//.exec(path)?.[1]);
    if (from && to && from !== to)
      return { rule: `apps/${from} imports apps/${to}`, remedy: 'move what both need into the lib that owns it' };
    if (target.startsWith('test/') && !isTest(file.path)) return { rule: 'production code imports test/', remedy: 'move it out of test/' };
    return undefined;
  });

/** The screens stand alone: they know the API by its types, the phone app and the public pages never carry the staff's component library. */
export const screensApart: HouseRule = (files) =>
  eachImport(
    files.filter((file) => file.path.startsWith('apps/web/src/')),
    (file, specifier) => {
      const target = resolveRelative(file.path, specifier);
      const halfOf = (path: string) => /^apps\/web\/src\/(staff|commune|visitors)\//.exec(path)?.[1];
      const own = halfOf(file.path);
      if (specifier.startsWith('@app/') || (target && !target.startsWith('apps/web/src/')))
        return { rule: `a screen imports ${specifier}`, remedy: 'ask the API; its types are in api/schema' };
      if (target && halfOf(target) && halfOf(target) !== own)
        return {
          rule: `${own ?? 'a part of all'} imports ${halfOf(target)}`,
          remedy: 'what both need lives in api/, language/, push/ or theme/',
        };
      if (own !== 'staff' && /^(@tanstack\/|react-data-grid|cmdk)/.test(specifier))
        return { rule: `${specifier} outside the staff app`, remedy: 'phones and public pages load only what they need' };
      return undefined;
    },
  );

/** A controller asks a use case; SQL stays in persistence/ and in the ledgers of platform. */
export const threeHops: HouseRule = (files) =>
  files
    .filter((file) => file.path.startsWith('apps/api/') && !isTest(file.path))
    .flatMap((file) =>
      /\btx\.(query|execute)\s*(<[^>]*>)?\(/.test(file.text)
        ? [
            {
              where: file.path,
              rule: 'SQL in the API',
              remedy: 'controller → use case → repository: put the query into the lib that owns the table',
            },
          ]
        : [],
    );

/** Jobs are hints: only the relay and the schedules put them into a queue. */
export const relayOnly: HouseRule = (files) =>
  files
    .filter((file) => !isTest(file.path) && !/^(libs\/platform\/src\/(outbox|queue)|apps\/jobs\/src)\//.test(file.path))
    .flatMap((file) =>
      /\b(queue|queues)\w*\.(add|addBulk|upsertJobScheduler)\(/i.test(file.text)
        ? [{ where: file.path, rule: 'adds a job by hand', remedy: 'Outbox.enqueue in the transaction that causes it' }]
        : [],
    );

/** Size: a file that nobody can hold in the head is split by responsibility. */
export const fileSize: HouseRule = (files) =>
  files.flatMap((file) => {
    const lines = file.text.split('\n').length - 1;
    return lines > 400 ? [{ where: file.path, rule: `${lines} lines, limit 400`, remedy: 'split by responsibility' }] : [];
  });

/** A constructor with more than seven parameters does too much. */
export const constructorSize: HouseRule = (files) =>
  files
    .filter((file) => !isTest(file.path))
    .flatMap((file) => {
      const found = /constructor\(([^)]*)\)/gs.exec(file.text);
      const count = found?.[1]?.split(',').filter((part) => part.trim()).length ?? 0;
      return count > 7 ? [{ where: file.path, rule: `constructor takes ${count}`, remedy: 'at most 7: split the class' }] : [];
    });

/** Names: kebab-case files; no word that hides what a thing is; a worker is always the person. */
export const names: HouseRule = (files) =>
  files.flatMap((file) => {
    const faults: Violation[] = [];
    const leaf = file.path.split('/').at(-1)!;
    if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.tsx?$/.test(leaf))
      faults.push({ where: file.path, rule: 'file name is not kebab-case', remedy: 'rename it' });
    const folders = file.path
      .split('/')
      .slice(0, -1)
      .flatMap((folder) => folder.split('-'));
    const words = [...folders, ...leaf.replace(/\.tsx?$/, '').split(/[-.]/)];
    const declared = [...file.text.matchAll(/^export (?:abstract )?(?:class|interface|type|enum) (\w+)/gm)].map((m) => m[1]!);
    const all = [...(leaf === 'data-source.ts' ? [] : words), ...declared.flatMap(wordsOf)];
    for (const word of BANNED_WORDS)
      if (all.includes(word)) faults.push({ where: file.path, rule: `banned word "${word}" in a name`, remedy: 'say what it is' });
    for (const name of declared)
      if (/Worker(Process|Thread|Host|Pool)|(Queue|Job|Mail)Worker/.test(name))
        faults.push({ where: file.path, rule: `${name}: worker is always the person`, remedy: 'call it …Processor' });
    return faults;
  });

/** `AbcDefGHI` → abc, def, ghi; `DataSource` counts as one word. */
function wordsOf(name: string): string[] {
  return name
    .replace('DataSource', 'Datasource')
    .split(/(?<=[a-z0-9])(?=[A-Z])/)
    .map((word) => word.toLowerCase());
}

/** No cycle between files: each shows the way round. */
export const noCycles: HouseRule = (files) => {
  const known = new Map(files.map((file) => [file.path.replace(/\.tsx?$/, ''), file]));
  const targets = (file: SourceFile) =>
    file.imports.flatMap(({ specifier, typeOnly }) => {
      const target = typeOnly ? undefined : resolveRelative(file.path, specifier);
      const hit = target && (known.get(target) ?? known.get(`${target}/index`));
      return hit ? [hit] : [];
    });
  const state = new Map<string, 'open' | 'done'>();
  const violations: Violation[] = [];
  const visit = (file: SourceFile, trail: string[]): void => {
    if (state.get(file.path) === 'done') return;
    if (state.get(file.path) === 'open') {
      const round = [...trail.slice(trail.indexOf(file.path)), file.path];
      violations.push({
        where: file.path,
        rule: `cycle ${round.join(' → ')}`,
        remedy: 'move what both need to one place',
      });
      return;
    }
    state.set(file.path, 'open');
    for (const next of targets(file)) visit(next, [...trail, file.path]);
    state.set(file.path, 'done');
  };
  for (const file of files) visit(file, []);
  return violations;
};

/** The API document knows a body by its class's name: of two with one name it keeps one, and the screens read the wrong fields. */
export const oneBodyOneName: HouseRule = (files) => {
  const homes = new Map<string, string>();
  return files
    .filter(({ path }) => path.startsWith('apps/api/src/'))
    .flatMap(({ path, text }) => [...text.matchAll(/^export class (\w+)/gm)].map(([, name]) => ({ path, name: name! })))
    .flatMap(({ path, name }) => {
      const first = homes.get(name);
      if (!first) homes.set(name, path);
      return first ? [{ where: path, rule: `class ${name} is also in ${first}`, remedy: 'name it by what it says' }] : [];
    });
};

export const HOUSE_RULES: Readonly<Record<string, HouseRule>> = {
  libEdges,
  pureDomain,
  bareKernel,
  packageHomes,
  layers,
  appsApart,
  screensApart,
  threeHops,
  relayOnly,
  fileSize,
  constructorSize,
  names,
  noCycles,
  oneBodyOneName,
};
