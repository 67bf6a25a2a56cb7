import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '@app/platform';
import { type From, DockerfileParser } from 'dockerfile-ast';
import { parse } from 'yaml';
import { ROOT } from './source-tree';

interface Service {
  image: string;
  user?: string;
  profiles?: string[];
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
}

const text = (path: string) => readFileSync(join(ROOT, 'docker', path), 'utf8');

describe('Dockerfile', () => {
  const file = DockerfileParser.parse(text('Dockerfile'));
  const words = (keyword: string) =>
    file
      .getInstructions()
      .filter((i) => i.getKeyword() === keyword)
      .map((i) => i.getArgumentsContent() ?? '');

  it('pins its images and ends as an ordinary user', () => {
    const images = file.getFROMs().map((from: From) => from.getImage() ?? '');
    expect(images.length).toBeGreaterThan(1);
    for (const image of images) expect(image).toMatch(/^node:24-/);
    expect(words('USER').at(-1)).toBe('10001');
  });

  it('copies only what earlier stages or the repository hold', () => {
    const stages = file.getFROMs().map((from) => from.getBuildStage());
    for (const copy of words('COPY')) {
      const from = /--from=(\S+)/.exec(copy)?.[1];
      if (from) expect(stages).toContain(from);
    }
  });

  it('installs without scripts and without the tools of the workshop', () => {
    const runs = words('RUN').join('\n');
    expect(runs.match(/npm ci/g)).toHaveLength(2);
    expect(runs.match(/--ignore-scripts/g)).toHaveLength(2);
    expect(runs).toContain('--omit=dev');
  });
});

describe('compose.yml', () => {
  const compose = parse(text('compose.yml'), { merge: true }) as {
    services: Record<string, Service>;
    volumes: Record<string, null>;
  };
  const services = Object.entries(compose.services);

  it('runs the API as the launcher does', () => {
    const flags = /API_FLAGS = \[(.*)\]/.exec(readFileSync(join(ROOT, 'apps/local/places.mjs'), 'utf8'))![1]!;
    const command = ['node', ...flags.split(', ').map((flag) => flag.slice(1, -1)), 'dist/apps/api/src/main.js'];
    expect(compose.services.api!.command).toEqual(command);
    expect(text('Dockerfile')).toContain(`CMD [${command.map((word) => `"${word}"`).join(', ')}]`);
  });

  const ours = services.filter(([, service]) => service.image.startsWith('benve:'));

  it('has the database, the queue, a mail catcher, the set-up and both processes', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['api', 'jobs', 'keys', 'mail', 'migrate', 'postgres', 'redis']);
  });

  it('pins every image and opens ports on loopback only', () => {
    for (const [, service] of services) {
      expect(service.image).toMatch(/:[\w.-]+$/);
      expect(service.image).not.toMatch(/:latest$/);
      for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
    }
  });

  it('names its volumes and waits for services that exist', () => {
    for (const [, service] of services) {
      for (const volume of service.volumes ?? [])
        if (!/^[./]/.test(volume)) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
      for (const [name, { condition }] of Object.entries(service.depends_on ?? {})) {
        expect(compose.services).toHaveProperty(name);
        if (condition === 'service_healthy') expect(compose.services[name]?.healthcheck).toBeDefined();
      }
    }
  });

  it('runs files that the build makes', () => {
    for (const [, service] of ours)
      for (const script of (service.command ?? []).join(' ').match(/dist\/\S+\.js/g) ?? []) {
        const source = script.replace(/^dist\//, '').replace(/\.js$/, '.ts');
        expect(readFileSync(join(ROOT, source), 'utf8').length).toBeGreaterThan(0);
      }
  });

  it('gives every process an environment that the production check accepts, with a role of its own', () => {
    const roles = { api: 'benve_api', jobs: 'benve_jobs', migrate: 'benve_jobs' };
    for (const [name, role] of Object.entries(roles)) {
      const given = Object.fromEntries(
        Object.entries(compose.services[name]!.environment ?? {}).map(([key, value]) => [
          key,
          value.replace(/\$\{(\w+):\?[^}]*\}/g, (_, variable: string) => SAMPLE[variable] ?? ''),
        ]),
      );
      const config = readConfig({ ...given, BENVE_MODE: 'production' });
      expect(new URL(config.DATABASE_URL).username).toBe(role);
      expect(Object.keys(given).filter((key) => !(key in config))).toEqual([]);
    }
  });

  it('asks for every secret in env.example and nowhere writes one', () => {
    const asked = new Set([...text('compose.yml').matchAll(/\$\{(\w+)/g)].map((m) => m[1]!));
    const offered = [...text('env.example').matchAll(/^(\w+)=(.*)$/gm)];
    expect(offered.map((m) => m[1]!).sort()).toEqual([...asked].sort());
    expect(offered.filter((m) => m[2]).map((m) => m[1])).toEqual([]);
  });

  it('keeps queue and database as the start checks want them', () => {
    expect(compose.services.redis!.command).toEqual(expect.arrayContaining(['--maxmemory-policy', 'noeviction', '--appendonly', 'yes']));
    expect(compose.services.postgres!.volumes).toEqual(expect.arrayContaining(['../migrations/roles.sql:/benve/roles.sql:ro']));
  });

  it('has a set-up script that a shell can read', () => {
    execFileSync('sh', ['-n', join(ROOT, 'docker/init-database.sh')]);
  });
});

const SAMPLE: Record<string, string> = {
  PUBLIC_URL: 'https://benve.example.vn',
  SMTP_URL: 'smtps://mail.example.vn',
  MAIL_FROM: 'benve@example.vn',
  BENVE_API_PASSWORD: 'a',
  BENVE_JOBS_PASSWORD: 'b',
  BENVE_OWNER_PASSWORD: 'c',
  POSTGRES_PASSWORD: 'd',
};
