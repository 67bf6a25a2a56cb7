import { plainToInstance } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, validateSync } from 'class-validator';

/** The environment of design 5, checked once at start; a wrong one stops the start with every fault named. */
export class AppConfig {
  @IsString() HOST = '127.0.0.1';
  @IsInt() @Min(1) @Max(65535) PORT = 3000;
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] }) PUBLIC_URL = 'http://localhost:3000';
  /** Runtime connection of this process (benve_api, or benve_jobs for the jobs and system commands). */
  @Matches(/^postgres(ql)?:\/\//) DATABASE_URL: string;
  @IsOptional() @Matches(/^postgres(ql)?:\/\//) DATABASE_JOBS_URL?: string;
  @IsOptional() @Matches(/^postgres(ql)?:\/\//) DATABASE_OWNER_URL?: string;
  @IsInt() @Min(1) @Max(64) DATABASE_POOL = 10;
  /** Trusted proxies before this process; the client's address is taken that many hops back from X-Forwarded-For, never further. */
  @IsInt() @Min(0) @Max(5) PROXY_HOPS = 0;
  @IsOptional() @Matches(/^rediss?:\/\//) REDIS_URL?: string;
  @IsIn(['redis', 'postgres']) QUEUE_BACKEND: 'redis' | 'postgres' = 'postgres';
  @IsOptional() @Matches(/^smtps?:\/\//) SMTP_URL?: string;
  @IsString() MAIL_FROM = 'Bến Về <khong-tra-loi@benve.localhost>';
  @IsOptional() @IsString() BENVE_KEYS_FILE?: string;
  @IsOptional() @IsString() BENVE_DATA_DIR?: string;
  /** A bucket of an S3-compatible store for scans and documents (https://host/bucket); without one they lie in BENVE_DATA_DIR. */
  @IsOptional() @Matches(/^https?:\/\//) FILES_S3_BUCKET?: string;
  @IsOptional() @IsString() FILES_S3_KEY_ID?: string;
  @IsOptional() @IsString() FILES_S3_SECRET?: string;
  @IsString() FILES_S3_REGION = 'us-east-1';
  /** ClamAV's daemon, tcp://host:port; without one files are marked as not scanned. */
  @IsOptional() @Matches(/^tcp:\/\/[^/]+$/) CLAMD_URL?: string;
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) BENVE_TODAY?: string;
  @IsIn(['demo', 'production']) BENVE_MODE: 'demo' | 'production' = 'demo';
}

/** Reads and checks the environment; empty values count as absent. Throws one Error that lists every fault. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): AppConfig {
  const given: Record<string, unknown> = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  for (const key of ['PORT', 'DATABASE_POOL', 'PROXY_HOPS']) if (given[key] !== undefined) given[key] = Number(given[key]);
  if (given.QUEUE_BACKEND === undefined) given.QUEUE_BACKEND = given.REDIS_URL ? 'redis' : 'postgres';
  const config = plainToInstance(AppConfig, pick(given), { exposeDefaultValues: true });
  const faults = validateSync(config, { whitelist: true }).map((e) => `${e.property}: ${Object.values(e.constraints ?? {}).join('; ')}`);
  if (config.QUEUE_BACKEND === 'redis' && !config.REDIS_URL) faults.push('QUEUE_BACKEND=redis needs REDIS_URL');
  if (config.FILES_S3_BUCKET && !(config.FILES_S3_KEY_ID && config.FILES_S3_SECRET))
    faults.push('FILES_S3_BUCKET needs FILES_S3_KEY_ID and FILES_S3_SECRET');
  if (config.BENVE_MODE === 'production') {
    if (config.BENVE_TODAY) faults.push('BENVE_TODAY is refused in production');
    if (!config.PUBLIC_URL.startsWith('https://')) faults.push('PUBLIC_URL must be https in production');
    if (!config.BENVE_KEYS_FILE) faults.push('BENVE_KEYS_FILE is needed in production');
    if (!config.SMTP_URL) faults.push('SMTP_URL is needed in production');
  }
  if (faults.length) throw new Error(`Wrong environment:\n  ${faults.join('\n  ')}`);
  return config;
}

function pick(given: Record<string, unknown>): Record<string, unknown> {
  const known = Object.keys(given).filter((key) => CONFIG_KEYS.has(key));
  return Object.fromEntries(known.map((key) => [key, given[key]]));
}

const CONFIG_KEYS = new Set([
  'HOST',
  'PORT',
  'PUBLIC_URL',
  'DATABASE_URL',
  'DATABASE_JOBS_URL',
  'DATABASE_OWNER_URL',
  'DATABASE_POOL',
  'PROXY_HOPS',
  'REDIS_URL',
  'QUEUE_BACKEND',
  'SMTP_URL',
  'MAIL_FROM',
  'BENVE_KEYS_FILE',
  'BENVE_DATA_DIR',
  'FILES_S3_BUCKET',
  'FILES_S3_KEY_ID',
  'FILES_S3_SECRET',
  'FILES_S3_REGION',
  'CLAMD_URL',
  'BENVE_TODAY',
  'BENVE_MODE',
]);
