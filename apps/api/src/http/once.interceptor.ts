import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { RequestLedger, type RequestTurn } from '@app/identity';
import { type Actor, DomainError } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { ACCESS, type AccessRule } from './access';
import type { Caller, CallingRequest } from './caller';
import { readUpload, type Upload } from './upload';

const PATIENCE_MS = 15_000;
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets each named write happen once: the first goes on, repeats wait for its answer and get the same one. */
@Injectable()
export class OnceInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly runner: TransactionRunner,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<CallingRequest>();
    const rule = this.reflector.get<AccessRule>(ACCESS, context.getHandler());
    if (READS.has(request.method) || !request.caller || rule.repeat === 'free') return next.handle();
    return from(this.once(request, request.caller, rule, context.switchToHttp().getResponse<FastifyReply>(), next));
  }

  private async once(request: CallingRequest, caller: Caller, rule: AccessRule, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    const upload = rule.upload && (await readUpload(request));
    if (upload) request.body = upload;
    // What was answered is kept for a trial too: a client can try what it does when it sends twice.
    const own = { ...caller.actor, trial: undefined };
    const key = caller.requestId.slice(caller.requestId.indexOf(':') + 1);
    const named = {
      key,
      route: `${request.method} ${request.routeOptions.url}`,
      hash: hashOf(request, upload || undefined),
    };
    const turn = await this.wait(own, named, rule.repeat ?? 'answer');
    if (turn.turn === 'answered' && rule.repeat !== 'again') {
      void reply.status(turn.status).header('idempotency-replayed', 'true');
      return turn.response ?? undefined;
    }
    try {
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      const kept = (rule.repeat ?? 'answer') === 'answer' ? answer : undefined;
      await this.runner.run(own, (tx) => RequestLedger.finish(tx, key, reply.statusCode, kept));
      return answer;
    } catch (error) {
      await this.runner.run(own, (tx) => RequestLedger.release(tx, key)).catch(() => undefined);
      throw error;
    }
  }

  private async wait(actor: Actor, named: Parameters<typeof RequestLedger.begin>[1], repeat: AccessRule['repeat']): Promise<RequestTurn> {
    for (const end = Date.now() + PATIENCE_MS; ;) {
      const turn = await this.runner.run(actor, (tx) => RequestLedger.begin(tx, named));
      if (turn.turn === 'differs')
        throw new DomainError(
          'refused',
          'IDEMPOTENCY_KEY_REUSED',
          'Mã yêu cầu này đã dùng cho nội dung khác. Hãy tạo mã mới cho thao tác mới.',
        );
      if (turn.turn === 'answered' && repeat === 'once')
        throw new DomainError('refused', 'ALREADY_DONE', 'Yêu cầu này đã thực hiện xong; thông tin bí mật chỉ hiện một lần.');
      if (turn.turn !== 'busy') return turn;
      if (Date.now() > end)
        throw new DomainError('refused', 'REQUEST_RUNNING', 'Yêu cầu này đang được xử lý. Hãy chờ rồi tải lại.', {
          retryAfterSeconds: 5,
        });
      await pause(60);
    }
  }
}

function hashOf(request: CallingRequest, upload?: Upload): Buffer {
  const body = upload ? upload.fields : (request.body ?? null);
  return createHash('sha256')
    .update(JSON.stringify([request.url, body, request.headers['if-match'] ?? null]))
    .update(upload?.bytes ?? '')
    .digest();
}
