import type { AppConfig } from '@app/platform';
import type { DatabaseRole } from './command';

const SETTING: Readonly<Record<DatabaseRole, 'DATABASE_URL' | 'DATABASE_JOBS_URL' | 'DATABASE_OWNER_URL'>> = {
  api: 'DATABASE_URL',
  jobs: 'DATABASE_JOBS_URL',
  owner: 'DATABASE_OWNER_URL',
};

/**
 * The connection that works as this role. DATABASE_URL serves the jobs role too where it names it (the jobs container);
 * nothing else is guessed: a command that would see zero rows must say so instead.
 */
export function connectionOf(role: DatabaseRole, config: AppConfig): string {
  const named = config[SETTING[role]];
  if (named && (role !== 'api' || !isRole(named, 'benve_jobs'))) return named;
  if (role === 'jobs' && isRole(config.DATABASE_URL, 'benve_jobs')) return config.DATABASE_URL;
  throw new Error(`${SETTING[role]} is not set: this command works as database role benve_${role}`);
}

function isRole(url: string, role: string): boolean {
  return decodeURIComponent(new URL(url).username) === role;
}
