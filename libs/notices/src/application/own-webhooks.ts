import { randomBytes } from 'node:crypto';
import { type Actor, DomainError, idOfRequest, notFound } from '@app/kernel';
import { AppConfig, AuditTrail, Seal, StandardWebhook, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { isWebhookUrl } from '../domain/webhook';
import { type WebhookLine, type WebhookMessageLine, WebhookRows } from '../persistence/webhook-rows';

const MOST = 5;
const SECRET_BYTES = 32;

/** An agency's own endpoints: made with a secret that is shown once, tried by a ping, replayed from a moment on, ended. */
@Injectable()
export class OwnWebhooks {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly seal: Seal,
    private readonly config: AppConfig,
  ) {}

  async list(actor: Actor): Promise<WebhookLine[]> {
    return this.runner.run(actor, (tx) => WebhookRows.list(tx));
  }

  /** The secret is in this answer and never again. Throws WEBHOOK_URL_REFUSED, WEBHOOKS_MANY. */
  async create(actor: Actor, url: string, kinds: readonly string[], requestId: string): Promise<{ id: string; secret: string }> {
    if (!isWebhookUrl(url, this.config.BENVE_MODE !== 'production'))
      throw new DomainError(
        'invalid',
        'WEBHOOK_URL_REFUSED',
        'Địa chỉ nhận phải là https, có tên miền, không kèm tài khoản. Hãy kiểm tra lại.',
      );
    const [id, secret] = [idOfRequest(actor, 'webhook', requestId), randomBytes(SECRET_BYTES)];
    await this.change(actor, requestId, 'notices.create-webhook', id, async (tx) => {
      if ((await WebhookRows.list(tx)).filter((one) => one.id !== id).length >= MOST)
        throw new DomainError('refused', 'WEBHOOKS_MANY', `Đã có ${MOST} địa chỉ nhận. Hãy bỏ địa chỉ cũ trước.`);
      await WebhookRows.add(tx, {
        id,
        organisationId: actor.organisationId!,
        url,
        kinds,
        secret: this.seal.close(secret.toString('base64'), id),
      });
    });
    return { id, secret: StandardWebhook.secretOf(secret) };
  }

  async remove(actor: Actor, id: string, requestId: string): Promise<void> {
    await this.change(actor, requestId, 'notices.remove-webhook', id, async (tx) => {
      if (!(await WebhookRows.remove(tx, id))) throw unknown();
    });
  }

  async messages(actor: Actor, id: string): Promise<WebhookMessageLine[]> {
    return this.runner.run(actor, async (tx) => {
      if (!(await WebhookRows.exists(tx, id))) throw unknown();
      return WebhookRows.messages(tx, id);
    });
  }

  async ping(actor: Actor, id: string, requestId: string): Promise<void> {
    await this.change(actor, requestId, 'notices.ping-webhook', id, async (tx) => {
      if (!(await WebhookRows.exists(tx, id))) throw unknown();
      await WebhookRows.ping(tx, idOfRequest(actor, 'webhook-ping', requestId), id);
    });
  }

  /** What was told since a moment is told again under the same ids: a receiver that keeps ids does nothing twice. */
  async replay(actor: Actor, id: string, since: string, requestId: string): Promise<{ messages: number }> {
    let messages = 0;
    await this.change(actor, requestId, 'notices.replay-webhook', id, async (tx) => {
      if (!(await WebhookRows.exists(tx, id))) throw unknown();
      messages = await WebhookRows.replay(tx, id, since);
    });
    return { messages };
  }

  private change(actor: Actor, requestId: string, action: string, id: string, work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.runner.run(
      actor,
      async (tx) => {
        await work(tx);
        await AuditTrail.record(tx, { action, subject: { kind: 'webhook', id } });
      },
      { requestId },
    );
  }
}

function unknown(): DomainError {
  return notFound('Không tìm thấy địa chỉ nhận này.');
}
