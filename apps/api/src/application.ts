import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { newId } from '@app/kernel';
import { type AppConfig, createLog, NestLog } from '@app/platform';
import { BadRequestException, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule } from './api.module';
import { bootFaults } from './http/boot-checks';
import { describeApi } from './http/openapi';
import { isDeep } from './http/nesting';
import { logRequests } from './http/request-log';
import { strictInput } from './http/validation';
import { ApiDocument } from './public/openapi.controller';
import { serveWeb } from './web/web-pages';

const MEGABYTE = 1_048_576;

export interface ApplicationOptions {
  /** Controllers a test adds to see the start refuse them. */
  readonly extra?: Type[];
}

/** The API ready to listen: limits on everything a stranger can send, one gate, one form of refusal, and the start checks passed. */
export async function createApplication(config: AppConfig, options: ApplicationOptions = {}): Promise<NestFastifyApplication> {
  const log = createLog('benve-api');
  const adapter = new FastifyAdapter({
    logger: false,
    genReqId: () => newId(),
    trustProxy: behindProxies(config.PROXY_HOPS),
    bodyLimit: MEGABYTE,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 65_000,
    http: { maxHeaderSize: 16_384, headersTimeout: 15_000, connectionsCheckingInterval: 5_000 },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    routerOptions: { maxParamLength: 100 },
    return503OnClosing: true,
  });
  const application = await NestFactory.create<NestFastifyApplication>(ApiModule.of(config, options.extra), adapter, {
    logger: new NestLog(log),
    abortOnError: false,
    bodyParser: false,
  });
  const fastify = application.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  // Frames and plain-http upgrades: a local network without a certificate must work, so nothing here forces https.
  await application.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: config.PUBLIC_URL.startsWith('https://') ? [] : null,
      },
    },
    strictTransportSecurity: config.PUBLIC_URL.startsWith('https://'),
    crossOriginOpenerPolicy: config.PUBLIC_URL.startsWith('https://'),
    originAgentCluster: config.PUBLIC_URL.startsWith('https://'),
  });
  await application.register(cookie);
  await application.register(multipart, {
    limits: { fileSize: 20 * MEGABYTE, files: 1, fields: 12, fieldSize: MEGABYTE, parts: 14, headerPairs: 50 },
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (!reply.hasHeader('cache-control') && request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    void reply.header('x-request-id', request.id);
    done(null, payload);
  });
  // A body of `null` is no object with everything left out.
  fastify.addHook('preValidation', (request, _reply, done) =>
    done(isDeep(request.body) || request.body === null ? new BadRequestException() : undefined),
  );
  logRequests(fastify as never, log);
  await serveWeb(application);
  application.useGlobalPipes(strictInput);
  application.enableShutdownHooks();
  const faults = await bootFaults(application);
  if (faults.length) {
    await application.close();
    throw new Error(`The API does not start:\n  ${faults.join('\n  ')}`);
  }
  application.get(ApiDocument).document = describeApi(application);
  return application;
}

/** Takes the client's address as many hops back as there are trusted proxies; a forged X-Forwarded-For in front of them changes nothing. */
function behindProxies(hops: number): boolean | ((address: string, hop: number) => boolean) {
  return hops > 0 && ((_, hop) => hop < hops);
}
