import { type AccountFacts, actorOf, ApiKeys, Sessions } from '@app/identity';
import { DomainError } from '@app/kernel';
import { AppConfig } from '@app/platform';
import { type CanActivate, type ExecutionContext, Injectable, UnsupportedMediaTypeException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ACCESS, type AccessRule } from './access';
import type { Caller, CallingRequest } from './caller';
import { isMultipart } from './upload';
import { SessionCookie } from './session-cookie';

/** Stands on every answer to a trial key. */
const TRIAL_HEADER = 'benve-trial';
/** A blank is in no key of a client, so that a trial and the real thing under one key never meet in the ledger. */
const TRIAL_REQUEST = 'trial ';
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const KEY = /^[\x21-\x7e]{8,120}$/;

/** One gate before every route: same origin, known caller, declared role, request id of a write. Asked anew on each request. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly cookie: SessionCookie;

  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly keys: ApiKeys,
    private readonly config: AppConfig,
  ) {
    this.cookie = new SessionCookie(config);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<CallingRequest>();
    const rule = this.reflector.get<AccessRule | undefined>(ACCESS, context.getHandler());
    if (!rule) throw new Error('route without @Access');
    const writes = !READS.has(request.method);
    if (writes) this.checkOrigin(request);
    if (rule.roles === 'anyone') return checkType(request, rule);

    const found = await this.identify(request);
    if (!found) throw await this.refusal(request);
    const { role } = found.actor;
    if (!rule.roles.includes(role as never) || (rule.peopleOnly && found.by === 'key'))
      throw new DomainError('forbidden', 'ROLE_NOT_ALLOWED', 'Vai trò của bạn không dùng được chức năng này.');
    const expectedVersion = versionOf(request);
    if (rule.versioned && expectedVersion === undefined)
      throw new DomainError(
        'malformed',
        'IF_MATCH_NEEDED',
        'Thiếu đầu mục If-Match: hãy gửi ETag nhận được khi đọc, để không ghi đè thay đổi của người khác.',
      );
    const deed = writes && rule.repeat !== 'free';
    const trial = deed && checkKind(found.account, rule);
    if (found.account.keyKind === 'trial') void context.switchToHttp().getResponse<FastifyReply>().header(TRIAL_HEADER, 'true');
    request.caller = {
      ...found,
      actor: trial ? { ...found.actor, trial: true } : found.actor,
      requestId: deed ? `${found.actor.accountId}:${trial ? TRIAL_REQUEST : ''}${keyOf(request)}` : request.id,
      expectedVersion,
    };
    return checkType(request, rule);
  }

  private async identify(request: FastifyRequest): Promise<Pick<Caller, 'actor' | 'account' | 'token' | 'by'> | undefined> {
    const token = this.tokenOf(request);
    if (!token) return undefined;
    const by = token.startsWith('bvk_') ? 'key' : 'session';
    const account = await (by === 'key' ? this.keys : this.sessions).accountOf(token);
    if (!account) return undefined;
    return { actor: actorOf(account) as Caller['actor'], account, token, by };
  }

  private tokenOf(request: FastifyRequest): string | undefined {
    const bearer = /^Bearer ([\w-]{20,100})$/i.exec(request.headers.authorization ?? '')?.[1];
    const token = bearer ?? (request.headers.authorization === undefined ? this.cookie.read(request) : undefined);
    return token && token.length <= 100 ? token : undefined;
  }

  /** A device is told apart "sign in again" and "your access was ended": after the second it forgets what it keeps. */
  private async refusal(request: FastifyRequest): Promise<DomainError> {
    const token = this.tokenOf(request);
    return token && (await this.sessions.endedByOffice(token))
      ? new DomainError(
          'unauthenticated',
          'ACCESS_ENDED',
          'Quyền truy cập của tài khoản đã được quản trị viên thay đổi. Hãy liên hệ quản trị viên.',
        )
      : new DomainError('unauthenticated', 'SIGN_IN_NEEDED', 'Bạn cần đăng nhập. Phiên làm việc có thể đã hết hạn.');
  }

  /** Browsers name the page that writes; one of another host is refused even before the cookie is looked at. Other programs send neither header. */
  private checkOrigin(request: FastifyRequest): void {
    const { origin, host } = request.headers;
    const site = request.headers['sec-fetch-site'];
    const fromElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none';
    if (fromElsewhere || (origin !== undefined && !this.isOwn(origin, host)))
      throw new DomainError('forbidden', 'ORIGIN_REFUSED', 'Yêu cầu đến từ một trang khác nên bị từ chối. Hãy mở lại Bến Về và thử lại.');
  }

  private isOwn(origin: string, host: string | undefined): boolean {
    if (!URL.canParse(origin)) return false;
    const page = new URL(origin);
    return page.origin === new URL(this.config.PUBLIC_URL).origin || page.host === host;
  }
}

/** Whether the deed is a trial. Throws KEY_READS_ONLY, TRIAL_REFUSED: what lies outside a transaction could not be taken back. */
function checkKind({ keyKind }: AccountFacts, { upload, keepsNothing, fields }: AccessRule): boolean {
  if (keepsNothing) return false;
  if (keyKind === 'read')
    throw new DomainError('forbidden', 'KEY_READS_ONLY', 'Khóa này chỉ đọc. Hãy tạo khóa loại "đọc và ghi" để gửi báo cáo.');
  if (keyKind !== 'trial') return false;
  if (upload || fields === 'sensitive')
    throw new DomainError(
      'forbidden',
      'TRIAL_REFUSED',
      'Khóa thử không gửi tệp. Để thử một tệp danh sách, gửi tới /api/v1/imports/check: kết quả như khi nhập, không lưu gì.',
    );
  return true;
}

/** Files are read only where they are expected, and only after the gate. */
function checkType(request: FastifyRequest, rule: AccessRule): true {
  if (isMultipart(request) !== (rule.upload ?? false)) throw new UnsupportedMediaTypeException();
  return true;
}

function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !KEY.test(key))
    throw new DomainError(
      'malformed',
      'IDEMPOTENCY_KEY_NEEDED',
      'Thiếu mã yêu cầu: gửi đầu mục Idempotency-Key gồm 8–120 ký tự, mỗi thao tác một mã.',
    );
  return key;
}

function versionOf(request: FastifyRequest): number | undefined {
  const text = request.headers['if-match'];
  if (text === undefined || text === '*') return undefined;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(text)?.[1];
  if (!version) throw new DomainError('malformed', 'IF_MATCH_WRONG', 'Đầu mục If-Match phải là ETag đã nhận, ví dụ "5".');
  return Number(version);
}
