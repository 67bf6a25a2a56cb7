import { type DynamicModule, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AppConfig, readConfig } from './config/app-config';
import { createDataSource } from './database/data-source';
import { TransactionRunner } from './database/transaction-runner';
import { FileScanner } from './files/file-scanner';
import { FileStore } from './files/file-store';
import { fileScannerOf, fileStoreOf } from './files/files-of';
import { readKeyFile } from './sealing/key-file';
import { Seal } from './sealing/seal';

export interface PlatformOptions {
  /** Shown in pg_stat_activity. */
  name: string;
  config?: AppConfig;
}

/** Technical ground for every process: configuration, database, sealing. Global: contexts inject what they need. */
@Module({})
export class PlatformModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    const config = options.config ?? readConfig();
    return {
      module: PlatformModule,
      global: true,
      providers: [
        { provide: AppConfig, useValue: config },
        {
          provide: DataSource,
          useFactory: () => createDataSource({ url: config.DATABASE_URL, pool: config.DATABASE_POOL, name: options.name }).initialize(),
        },
        {
          provide: TransactionRunner,
          inject: [DataSource],
          useFactory: (dataSource: DataSource) => new TransactionRunner(dataSource, config.BENVE_TODAY),
        },
        { provide: FileStore, useFactory: () => fileStoreOf(config) },
        { provide: FileScanner, useFactory: () => fileScannerOf(config) },
        {
          provide: Seal,
          useFactory: () => {
            if (!config.BENVE_KEYS_FILE) throw new Error('BENVE_KEYS_FILE is not set: no key to protect personal numbers with');
            return new Seal(readKeyFile(config.BENVE_KEYS_FILE));
          },
        },
      ],
      exports: [AppConfig, DataSource, TransactionRunner, Seal, FileStore, FileScanner],
    };
  }
}
