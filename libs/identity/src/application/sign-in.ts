import { DomainError, newId } from '@app/kernel';
import { AuditTrail, Seal, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { AccountFacts } from '../domain/account';
import { actorOf } from '../domain/decide-scope';
import { SessionRows } from '../persistence/session-rows';
import { type LoginGate, SignInDoor } from '../persistence/sign-in-door';
import { PasswordHasher } from './password-hasher';
import { hashToken, newToken } from './token';

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Date;
  readonly account: AccountFacts;
}

/** Password for session. Unknown name, disabled account and wrong password are one answer in one time; too many tries are another. */
@Injectable()
export class SignIn {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly door: SignInDoor,
    private readonly hasher: PasswordHasher,
    private readonly seal: Seal,
  ) {}

  /** @param oldToken session of the same browser, ended by the new one (rotation). Throws SIGN_IN_FAILED, TOO_MANY_TRIES. */
  async run(login: string, password: string, address: string, oldToken?: string): Promise<OpenedSession> {
    const name = login.trim().toLowerCase();
    const gate = await this.door.knock(name, this.seal.blindIndex('login', name), address);
    if (gate.attemptId === null) throw tooMany(gate.retrySeconds);
    const right = await this.hasher.verify(gate.passwordHash, password);
    const account = accountOf(gate);
    if (!right || !account) throw failed();
    await this.door.accept(gate.attemptId);

    const token = newToken('bvs');
    const { sessionHours } = await this.door.limits();
    const opened = await this.runner.run(actorOf(account), async (tx) => {
      if (oldToken) await SessionRows.end(tx, hashToken(oldToken));
      await AuditTrail.record(tx, { action: 'identity.sign-in', subject: { kind: 'account', id: account.accountId } });
      return SessionRows.open(tx, {
        id: newId(),
        tokenHash: hashToken(token),
        passwordHash: gate.passwordHash!,
        hours: sessionHours,
      });
    });
    if (!opened) throw failed();
    return { token, expiresAt: opened.expiresAt, account };
  }
}

function accountOf(gate: LoginGate): AccountFacts | undefined {
  return gate.accountId && gate.passwordHash ? (gate as unknown as AccountFacts) : undefined;
}

function failed(): DomainError {
  return new DomainError('unauthenticated', 'SIGN_IN_FAILED', 'Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra rồi thử lại.');
}

function tooMany(seconds: number): DomainError {
  const minutes = Math.ceil(seconds / 60);
  return new DomainError('limited', 'TOO_MANY_TRIES', `Đã thử đăng nhập quá nhiều lần. Hãy thử lại sau khoảng ${minutes} phút.`, {
    retryAfterSeconds: seconds,
  });
}
