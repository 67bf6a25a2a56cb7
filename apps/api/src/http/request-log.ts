import type { Log } from '@app/platform';
import type { FastifyInstance } from 'fastify';
import type { CallingRequest } from './caller';

/** One line per request: route pattern, outcome, time, account id. No address, query, header or body: they hold personal data. */
export function logRequests(fastify: FastifyInstance, log: Log): void {
  fastify.addHook('onResponse', (request: CallingRequest, reply, done) => {
    const { caller } = request;
    log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        account: caller?.actor.accountId,
        by: caller?.by,
      },
      'request',
    );
    done();
  });
}
