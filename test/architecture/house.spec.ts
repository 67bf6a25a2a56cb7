import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EDGES } from './edges';
import { HOUSE_RULES, type HouseRule } from './house-rules';
import { ROOT, listFiles, readSource, readSources } from './source-tree';

const show = (violations: ReturnType<HouseRule>) => violations.map((v) => `${v.where}  ${v.rule}\n    → ${v.remedy}`).join('\n');

describe('the house', () => {
  const files = readSources();

  it.each(Object.entries(HOUSE_RULES))('%s', (_, rule) => {
    expect(show(rule(files))).toBe('');
  });

  it('knows every lib', () => {
    const libs = new Set(files.map((file) => /^libs\/([^/]+)\//.exec(file.path)?.[1]).filter(Boolean));
    expect([...libs].filter((lib) => !(lib! in EDGES))).toEqual([]);
  });

  it('has levels: the edge list has no cycle', () => {
    const level = (lib: string, trail: string[] = []): number => {
      if (trail.includes(lib)) throw new Error(`cycle ${[...trail, lib].join(' → ')}`);
      return 1 + Math.max(-1, ...EDGES[lib]!.map((to) => level(to, [...trail, lib])));
    };
    expect(Object.keys(EDGES).every((lib) => level(lib) < 9)).toBe(true);
  });

  it('names no machine path and no registry host', () => {
    const registry = ['registry', 'npmjs', 'org'].join('.');
    const machine = /(^|[\s"'`(=])\/(home|root|work|Users|tmp\/bash)[A-Za-z_.-]*\/[a-z]/m;
    const faults = listFiles()
      .filter((path) => /\.(ts|mjs|cjs|json|ya?ml|md|sql|sh)$|(^|\/)(Dockerfile|run|\.npmrc)$/.test(path))
      .flatMap((path) => {
        let text = '';
        try {
          text = readFileSync(join(ROOT, path), 'utf8');
        } catch {
          return [];
        }
        return [...(text.includes(registry) ? [`${path}: registry host`] : []), ...(machine.test(text) ? [`${path}: machine path`] : [])];
      });
    expect(faults).toEqual([]);
  });
});

describe('each rule finds a planted violation', () => {
  const planted: Record<string, [path: string, text: string]> = {
    libEdges: ['libs/casework/src/application/x.ts', `import { RequestNotice } from '@app/notices';`],
    pureDomain: ['libs/casework/src/domain/x.ts', `import { readFileSync } from 'node:fs';`],
    bareKernel: ['libs/kernel/src/x.ts', `import { Injectable } from '@nestjs/common';`],
    packageHomes: ['libs/overstay/src/application/x.ts', `import { Queue } from 'bullmq';`],
    layers: ['libs/loans/src/persistence/x.ts', `import { y } from '../application/y';`],
    appsApart: ['apps/jobs/src/x.ts', `import { y } from '../../api/src/y';`],
    screensApart: ['apps/web/src/commune/x.ts', `import { useQuery } from '@tanstack/react-query';`],
    threeHops: ['apps/api/src/center/x.controller.ts', 'await tx.query<Row>(`select 1`)'],
    relayOnly: ['libs/overstay/src/application/x.ts', `await this.queue.add('sweep', {});`],
    fileSize: ['libs/overstay/src/application/x.ts', 'x\n'.repeat(401)],
    constructorSize: ['libs/overstay/src/application/x.ts', 'constructor(a: A, b: B, c: C, d: D, e: E, f: F, g: G, h: H)'],
    names: ['libs/overstay/src/application/date-utils.ts', ''],
  };

  it.each(Object.entries(planted))('%s', (name, [path, text]) => {
    expect(HOUSE_RULES[name]!([readSource(path, text)])).toHaveLength(1);
  });

  it('names, in a folder', () => {
    expect(HOUSE_RULES.names!([readSource('libs/overstay/src/helpers/x.ts', '')])).toHaveLength(1);
  });

  it('noCycles', () => {
    const files = [readSource('libs/a/src/x.ts', `import './y';`), readSource('libs/a/src/y.ts', `import './x';`)];
    expect(HOUSE_RULES.noCycles!(files)).toHaveLength(1);
  });

  it('oneBodyOneName', () => {
    const files = ['x', 'y'].map((name) => readSource(`apps/api/src/http/answers/${name}.ts`, 'export class LineAnswer {}'));
    expect(HOUSE_RULES.oneBodyOneName!(files)).toHaveLength(1);
  });

  it('covers every rule', () => {
    expect([...Object.keys(planted), 'noCycles', 'oneBodyOneName'].sort()).toEqual(Object.keys(HOUSE_RULES).sort());
  });
});
