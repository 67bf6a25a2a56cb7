import { type Actor, DomainError } from '@app/kernel';
import { AppConfig, type PushTarget, Seal, TransactionRunner, WebPush } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { isPushEndpoint } from '../domain/push-endpoint';
import { PushRows } from '../persistence/push-rows';

type Self = Actor & { accountId: string };

/** Browsers of the acting account that want pushes. */
@Injectable()
export class OwnPush {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly seal: Seal,
    private readonly config: AppConfig,
  ) {}

  /** The key a browser subscribes with; made at the first question. */
  async publicKey(actor: Self): Promise<string> {
    return this.runner.run(actor, async (tx) => {
      const known = await PushRows.key(tx, this.seal);
      if (known) return known.publicKey;
      await PushRows.addKey(tx, this.seal, WebPush.makeKeys());
      return (await PushRows.key(tx, this.seal))!.publicKey;
    });
  }

  /** Throws PUSH_ENDPOINT_REFUSED. */
  async subscribe(actor: Self, target: PushTarget): Promise<void> {
    await this.runner.run(actor, async (tx) => {
      const hosts = (await PolicyBook.at(tx)).requireValue<string[]>('push.hosts');
      if (!isPushEndpoint(target.endpoint, hosts, this.config.BENVE_MODE !== 'production'))
        throw new DomainError(
          'invalid',
          'PUSH_ENDPOINT_REFUSED',
          'Dịch vụ đẩy của trình duyệt này chưa được phép. Hãy dùng Chrome, Edge, Firefox hoặc Safari, hoặc báo quản trị viên.',
          { field: 'endpoint' },
        );
      await PushRows.add(tx, this.seal, actor.accountId, target);
    });
  }

  async unsubscribe(actor: Self, endpoint: string): Promise<void> {
    await this.runner.run(actor, (tx) => PushRows.remove(tx, this.seal, actor.accountId, endpoint));
  }
}
