import { createHmac, timingSafeEqual } from 'node:crypto';

const SECRET_PREFIX = 'whsec_';

/** What is sent with a message: the header scheme of Standard Webhooks (standardwebhooks.com, 1.0). */
export interface WebhookHeaders {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

/** Signs and checks by the symmetric scheme `v1`: HMAC-SHA256 over `id.timestamp.body`, secret in base64 after `whsec_`. */
export const StandardWebhook = {
  secretOf: (bytes: Buffer): string => `${SECRET_PREFIX}${bytes.toString('base64')}`,

  /** @param seconds Unix time of this try, so that a copy kept by somebody is refused later. */
  headers(secret: string, id: string, seconds: number, body: string): WebhookHeaders {
    return {
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': `v1,${signature(secret, id, String(seconds), body)}`,
    };
  },

  /** The receiver's side. A header may hold several signatures while a secret is being changed. */
  verify(secret: string, headers: WebhookHeaders, body: string, now: number, toleranceSeconds = 300): boolean {
    const { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures } = headers;
    if (!/^\d{1,12}$/.test(seconds) || Math.abs(now - Number(seconds)) > toleranceSeconds) return false;
    const right = Buffer.from(signature(secret, id, seconds, body));
    return signatures.split(' ').some((one) => {
      const given = Buffer.from(one.startsWith('v1,') ? one.slice(3) : '');
      return given.length === right.length && timingSafeEqual(given, right);
    });
  },
};

function signature(secret: string, id: string, seconds: string, body: string): string {
  return createHmac('sha256', Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64'))
    .update(`${id}.${seconds}.${body}`)
    .digest('base64');
}
