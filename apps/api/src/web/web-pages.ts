import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Where the build lays the screens: beside the built program, or in dist/ of a checkout that runs from its sources. */
const FOLDER = [join(__dirname, '../../../../web'), join(__dirname, '../../../../dist/web')].find((path) =>
  existsSync(join(path, 'staff/staff.html')),
);
const PAGE = 'text/html; charset=utf-8';

/**
 * The screens, served by the API itself: the commune's phone app under /xa, the public pages under /cong-khai, the staff app everywhere else.
 * These are files for anybody; what they show comes from routes that declare their access.
 */
export async function serveWeb(application: NestFastifyApplication): Promise<void> {
  const fastify = application.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  if (!FOLDER) {
    fastify.get(
      '/',
      (_, reply) =>
        void reply
          .status(503)
          .type(PAGE)
          .send('<!doctype html><meta charset="utf-8"><title>Bến Về</title>Giao diện chưa được dựng. Hãy chạy: npm start'),
    );
    return;
  }
  for (const half of ['staff', 'light'])
    await application.register(fastifyStatic as never, {
      root: join(FOLDER, half),
      prefix: `/assets/${half}/`,
      decorateReply: half === 'staff',
      preCompressed: true,
      index: false,
      immutable: true,
      maxAge: '365d',
      setHeaders: undefined,
    });
  const page = (name: string) => readFileSync(join(FOLDER, name), 'utf8');
  const [staff, commune, visitors] = [page('staff/staff.html'), page('light/commune.html'), page('light/visitors.html')];
  const send = (reply: FastifyReply, text: string) => reply.header('cache-control', 'no-cache').type(PAGE).send(text);

  // The phone's service worker governs what lies below /xa/ and nothing else.
  fastify.get('/xa', (_, reply) => void reply.redirect('/xa/'));
  fastify.get('/xa/*', (_, reply) => send(reply, commune));
  for (const path of ['/cong-khai', '/cong-khai/*']) fastify.get(path, (_, reply) => send(reply, visitors));
  for (const [path, file, type] of WELL_KNOWN)
    fastify.get(path, (_, reply) =>
      existsSync(join(FOLDER, file))
        ? reply
            .header('cache-control', 'no-cache')
            .type(type)
            .send(readFileSync(join(FOLDER, file)))
        : reply.callNotFound(),
    );
  fastify.get('/*', (request, reply) => {
    if (/^\/(api|assets)(\/|$)/.test(request.url) || /\.[a-z0-9]{2,5}$/i.test(request.url)) return reply.callNotFound();
    return send(reply, staff);
  });
}

/** Files whose address is fixed: a service worker controls only what lies below its own address. */
const WELL_KNOWN: readonly (readonly [path: string, file: string, type: string])[] = [
  ['/icon.svg', 'light/icon.svg', 'image/svg+xml'],
  ['/sw-bell.js', 'light/sw-bell.js', 'text/javascript; charset=utf-8'],
  ['/xa/sw.js', 'light/sw.js', 'text/javascript; charset=utf-8'],
  ['/xa/manifest.webmanifest', 'light/manifest.webmanifest', 'application/manifest+json'],
];
