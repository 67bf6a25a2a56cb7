import { describeError, type Log } from '@app/platform';
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from './problem';

/** Every refusal and fault leaves as problem+json in Vietnamese; what went wrong inside is logged without values. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = problemOf(error, request.id);
    if (problem.status >= 500)
      this.log.error({ requestId: request.id, route: request.routeOptions.url, err: describeError(error) }, 'request failed');
    const wait = problem.details?.retryAfterSeconds;
    if (typeof wait === 'number') void reply.header('retry-after', String(wait));
    void reply.status(problem.status).type('application/problem+json; charset=utf-8').send(problem);
  }
}
