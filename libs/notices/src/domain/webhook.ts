/** An address an agency may name: https without a name or password in it; `loopback`: also this machine, for trials. */
export function isWebhookUrl(text: string, loopback: boolean): boolean {
  if (text.length > 500 || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password, hash } = new URL(text);
  if (username || password || hash) return false;
  if (loopback && hostname === '127.0.0.1') return protocol === 'http:' || protocol === 'https:';
  return protocol === 'https:' && hostname.includes('.');
}

export interface WebhookTiming {
  /** Pauses before the second, third … try, in seconds; after the last one the message is given up. */
  readonly retrySeconds: readonly number[];
}

export type WebhookNext = { readonly state: 'sent' | 'failed' } | { readonly state: 'waiting'; readonly inSeconds: number };

/** What becomes of a message after its n-th try (from 1). 410 means the receiver wants no more of it at all. */
export function nextTry(status: number, attempt: number, { retrySeconds }: WebhookTiming): WebhookNext {
  if (status >= 200 && status < 300) return { state: 'sent' };
  const inSeconds = retrySeconds[attempt - 1];
  return status === 410 || inSeconds === undefined ? { state: 'failed' } : { state: 'waiting', inSeconds };
}
