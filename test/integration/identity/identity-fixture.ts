import { IdentityModule } from '@app/identity';
import { readConfig, Seal, TransactionRunner } from '@app/platform';
import { type DynamicModule, Global, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppConfig, createDataSource } from '@app/platform';
import { DataSource } from 'typeorm';
import { testSeal } from '../../support/test-database';

/** The identity context over one database role, as a process builds it. */
export async function openIdentity(url: string, pool = 10): Promise<INestApplicationContext> {
  const dataSource = await createDataSource({ url, pool, name: 'test-identity' }).initialize();
  @Global()
  @Module({})
  class Ground {
    static make(): DynamicModule {
      const providers = [
        { provide: DataSource, useValue: dataSource },
        { provide: TransactionRunner, useValue: new TransactionRunner(dataSource) },
        { provide: Seal, useValue: testSeal },
        { provide: AppConfig, useValue: readConfig({ DATABASE_URL: url, PUBLIC_URL: 'http://localhost:3000' }) },
      ];
      return { module: Ground, imports: [IdentityModule], providers, exports: providers };
    }
  }
  const application = await NestFactory.createApplicationContext(Ground.make(), { logger: false });
  const close = application.close.bind(application);
  application.close = async () => {
    await close();
    if (dataSource.isInitialized) await dataSource.destroy();
  };
  return application;
}
