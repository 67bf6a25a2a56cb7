import { systemActor } from '@app/kernel';
import { AppConfig, postWebhook, Seal, StandardWebhook, TransactionRunner, type WebhookStatus } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { isWebhookUrl, nextTry, type WebhookTiming } from '../domain/webhook';
import { type DueMessage, WebhookRows } from '../persistence/webhook-rows';

const ACTOR = systemActor('webhooks');

/** Facts of cases → messages → the agencies' own systems. Messages may come in any order and more than once: each carries its id and the case's version. */
@Injectable()
export class SendWebhooks {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly seal: Seal,
    private readonly config: AppConfig,
  ) {}

  /** One round; how many tries were made. A try that dies is made again after two minutes. */
  async runDue(most: number): Promise<number> {
    await this.runner.run(ACTOR, (tx) => WebhookRows.feed(tx));
    const due = await this.runner.run(ACTOR, (tx) => WebhookRows.claim(tx, most));
    if (due.length === 0) return 0;
    const timing = await this.runner.run(ACTOR, async (tx) => (await PolicyBook.at(tx)).requireValue<WebhookTiming>('webhook.timing'));
    await Promise.all(due.map((message) => this.try(message, timing)));
    return due.length;
  }

  private async try(message: DueMessage, timing: WebhookTiming): Promise<void> {
    // What cannot even be signed or called (a secret of a lost key, an address that breaks the client) is a try without an answer, and nobody else's.
    const status = await this.post(message).catch(() => 0);
    await this.runner.run(ACTOR, (tx) => WebhookRows.settle(tx, message, status, nextTry(status, message.attempt, timing)));
  }

  private async post({ id, url, body, endpointId, secret: sealed }: DueMessage): Promise<WebhookStatus> {
    const loopback = this.config.BENVE_MODE !== 'production';
    const secret = StandardWebhook.secretOf(Buffer.from(this.seal.open(sealed, endpointId), 'base64'));
    const headers = StandardWebhook.headers(secret, `msg_${id}`, Math.floor(Date.now() / 1000), body);
    return isWebhookUrl(url, loopback) ? postWebhook(new URL(url), { ...headers }, body, loopback) : 0;
  }
}
