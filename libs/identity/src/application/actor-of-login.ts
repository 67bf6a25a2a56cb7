import { type Actor, DomainError, systemActor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { actorOf } from '../domain/decide-scope';
import { AccountQueries } from '../persistence/account-queries';

/** The actor of `--as <login>`: an operator at the machine acts for an account, within its jurisdiction. Needs the role benve_jobs. */
@Injectable()
export class ActorOfLogin {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws ACCOUNT_UNKNOWN for unknown and disabled accounts. */
  async get(login: string): Promise<Actor> {
    const facts = await this.runner.run(systemActor('actor-of-login'), (tx) => AccountQueries.findByLogin(tx, login));
    if (!facts)
      throw new DomainError('missing', 'ACCOUNT_UNKNOWN', `Không có tài khoản "${login}" đang hoạt động. Hãy kiểm tra tên đăng nhập.`);
    return actorOf(facts);
  }
}
