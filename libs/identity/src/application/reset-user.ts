import { type Actor, DomainError } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { AccountQueries } from '../persistence/account-queries';
import { AccountRows } from '../persistence/account-rows';
import { PasswordRows } from '../persistence/password-rows';
import { OneTimeLinks } from './one-time-links';

/** What the operator or an administrator may do to an account that exists. Each ends its sessions at once. */
@Injectable()
export class ResetUser {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly links: OneTimeLinks,
  ) {}

  /** By login, for the command line. */
  async run(actor: Actor, login: string, requestId?: string): Promise<{ login: string; link: string }> {
    const facts = await this.runner.run(actor, (tx) => AccountQueries.findByLogin(tx, login));
    if (!facts) throw unknown();
    return this.byId(actor, facts.accountId, requestId);
  }

  /** Password, sessions and older links become void; the new link sets a password. Also brings a disabled account back. */
  async byId(actor: Actor, accountId: string, requestId?: string): Promise<{ login: string; link: string }> {
    return this.runner.run(
      actor,
      async (tx) => {
        const facts = await AccountQueries.findById(tx, accountId);
        if (!facts || !(await PasswordRows.reset(tx, accountId))) throw unknown();
        await PasswordRows.dropLinks(tx, accountId);
        await AuditTrail.record(tx, { action: 'identity.reset-account', subject: { kind: 'account', id: accountId } });
        const [link] = await this.links.make(tx, [accountId]);
        return { login: facts.login, link: link! };
      },
      { requestId },
    );
  }

  /** Ends the way in. Repeating it changes nothing. */
  async disable(actor: Actor, accountId: string, requestId?: string): Promise<void> {
    if (accountId === actor.accountId)
      throw new DomainError('refused', 'SELF_DISABLED', 'Không thể tự khoá tài khoản của mình. Hãy nhờ quản trị viên khác.');
    await this.change(actor, accountId, 'identity.disable-account', requestId, async (tx) => {
      await PasswordRows.disable(tx, accountId);
      await PasswordRows.dropLinks(tx, accountId);
    });
  }

  /** Jurisdiction as codes of today's communes; empty = the organisation's own. */
  async setCommunes(actor: Actor, accountId: string, communes: readonly string[], requestId?: string): Promise<void> {
    await this.change(
      actor,
      accountId,
      'identity.set-jurisdiction',
      requestId,
      async (tx) => void (await AccountRows.setCommunes(tx, accountId, communes)),
    );
  }

  private async change(
    actor: Actor,
    accountId: string,
    action: string,
    requestId: string | undefined,
    work: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    await this.runner.run(
      actor,
      async (tx) => {
        if (!(await AccountQueries.findById(tx, accountId))) throw unknown();
        await work(tx);
        await AuditTrail.record(tx, { action, subject: { kind: 'account', id: accountId } });
      },
      { requestId },
    );
  }
}

function unknown(): DomainError {
  return new DomainError('missing', 'ACCOUNT_UNKNOWN', 'Không có tài khoản này. Hãy kiểm tra tên đăng nhập.');
}
