import type { AccountFacts } from '@app/identity';
import type { Actor } from '@app/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Who asks, made by the access guard from a session or key row; the use cases get its actor. */
export interface Caller {
  readonly actor: Actor & { accountId: string };
  readonly account: AccountFacts;
  readonly token: string;
  readonly by: 'session' | 'key';
  /** Names the deed for idempotent use cases: account and Idempotency-Key of a write, else the request's own id. */
  readonly requestId: string;
  /** Version of If-Match, when given. */
  readonly expectedVersion?: number;
}

export interface CallingRequest extends FastifyRequest {
  caller?: Caller;
}

/** The caller of a route that is not for `anyone`. */
export const CallerOf = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<CallingRequest>();
  if (!caller) throw new Error('a route for anyone asks for its caller');
  return caller;
});
