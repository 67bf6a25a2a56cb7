import { types } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';

// `date` stays text (a local-midnight Date shifts days between zones); bigint keys below 2^53 become numbers.
types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint beyond 2^53: ${text}`);
  return value;
});

export interface DatabaseOptions {
  url: string;
  pool?: number;
  /** Shown in pg_stat_activity. */
  name: string;
  migrations?: DataSourceOptions['migrations'];
}

/** The one place where connections are configured: time limits against half-open peers, no schema synchronisation ever. */
export function createDataSource(options: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: [],
    migrations: options.migrations ?? [],
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    extra: {
      max: options.pool ?? 10,
      application_name: options.name,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
    },
  });
}
