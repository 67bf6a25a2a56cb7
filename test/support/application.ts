import type { Server } from 'node:http';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkbookReader } from '@app/imports';
import { readConfig } from '@app/platform';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from '../../apps/api/src/application';
import type { TestDatabase } from './test-database';

process.env.LOG_LEVEL ??= 'silent';

export interface TestApplication {
  application: NestFastifyApplication;
  /** http://127.0.0.1:port */
  url: string;
  /** One request; `token` as bearer, a fresh Idempotency-Key for writes unless given. */
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  close(): Promise<void>;
}

export interface CallOptions {
  token?: string;
  body?: unknown;
  key?: string;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  text: string;
  /** The body when it is JSON. */
  json: Record<string, unknown>;
  headers: Headers;
}

/** The key file of {@link testSeal}, so that fixtures sealed by the test open in the application. */
export function keyFile(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'benve-keys-')), 'keys.json');
  const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
  writeFileSync(path, JSON.stringify({ current: 1, keys: { 1: key(7) }, index: key(9) }));
  return path;
}

/** The whole body; of a stream that never ends, its first words. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.text();
  const reader = response.body!.getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return Buffer.from(value ?? []).toString();
}

/** The API as it runs in production, listening on a free port, over a test database. */
export async function startApplication(db: TestDatabase, env: Record<string, string> = {}, extra: Type[] = []): Promise<TestApplication> {
  const config = readConfig({
    DATABASE_URL: db.urls.api,
    DATABASE_JOBS_URL: db.urls.jobs,
    BENVE_KEYS_FILE: keyFile(),
    PUBLIC_URL: 'http://localhost:3000',
    ...env,
  });
  const application = await createApplication(config, { extra });
  // In production the child that opens files is the built program; from sources it goes through the tests' compiler.
  const program = join(__dirname, '../../libs/imports/src/reading/reader-process.ts');
  Object.assign(application.get(WorkbookReader), {
    options: { program, execArgv: ['--require', join(__dirname, 'register-ts.cjs')] },
  });
  await application.listen(0, '127.0.0.1');
  const url = (await application.getUrl()).replace('[::1]', '127.0.0.1');
  let made = 0;
  const call = async (method: string, path: string, { token, body, key, headers }: CallOptions = {}): Promise<Answer> => {
    const writes = method !== 'GET';
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(writes && { 'idempotency-key': key ?? `request-${++made}-${process.pid}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await textOf(response);
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      text,
      json: isJson && text ? (JSON.parse(text) as Record<string, unknown>) : {},
      headers: response.headers,
    };
  };
  // A connection that the client opened in advance and never used would hold the stop back until it times out.
  const close = async (): Promise<void> => {
    (application.getHttpServer() as Server).closeAllConnections();
    await application.close();
  };
  return { application, url, call, close };
}
