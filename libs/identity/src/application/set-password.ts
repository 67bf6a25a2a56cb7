import { type Actor, DomainError } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { checkPassword } from '../domain/password-rule';
import { PasswordRows } from '../persistence/password-rows';
import { SignInDoor } from '../persistence/sign-in-door';
import { PasswordHasher } from './password-hasher';
import { hashToken } from './token';

/** A first or new password: by a one-time link, or by somebody signed in who knows the old one. Every earlier session ends. */
@Injectable()
export class SetPassword {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly door: SignInDoor,
    private readonly hasher: PasswordHasher,
  ) {}

  /** Throws LINK_INVALID (used, expired, unknown) and the refusals of the password rule. */
  async byLink(token: string, password: string): Promise<{ login: string }> {
    const link = await this.door.link(hashToken(token));
    if (!link) throw invalidLink();
    checkPassword(password, [link.login, link.displayName]);
    const hash = await this.hasher.hash(password);
    const self: Actor = {
      accountId: link.accountId,
      login: link.login,
      role: 'leader',
      organisationId: null,
      scope: { kind: 'none' },
    };
    await this.runner.run(self, async (tx) => {
      if (!(await PasswordRows.useLink(tx, link.linkId))) throw invalidLink();
      await PasswordRows.set(tx, link.accountId, hash);
      await AuditTrail.record(tx, {
        action: 'identity.set-password',
        subject: { kind: 'account', id: link.accountId },
      });
    });
    return { login: link.login };
  }

  /** Throws PASSWORD_WRONG and the refusals of the password rule. */
  async change(actor: Actor & { accountId: string }, old: string, password: string): Promise<void> {
    const stored = await this.runner.run(actor, (tx) => PasswordRows.find(tx));
    if (!(await this.hasher.verify(stored, old))) throw new DomainError('invalid', 'PASSWORD_WRONG', 'Mật khẩu hiện tại không đúng.');
    checkPassword(password, [actor.login]);
    const hash = await this.hasher.hash(password);
    await this.runner.run(actor, async (tx) => {
      await PasswordRows.set(tx, actor.accountId, hash);
      await AuditTrail.record(tx, {
        action: 'identity.change-password',
        subject: { kind: 'account', id: actor.accountId },
      });
    });
  }
}

function invalidLink(): DomainError {
  return new DomainError('refused', 'LINK_INVALID', 'Liên kết đã dùng, đã hết hạn hoặc không đúng. Hãy xin quản trị viên liên kết mới.');
}
