import webPush from 'web-push';

/** Where a browser receives pushes, as it said itself. */
export interface PushTarget {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** VAPID keys (RFC 8292). `subject`: whom a push service may write to. */
export interface PushKeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** `gone`: the browser does not want pushes any more; `later`: worth another try; `refused`: not worth one. */
export type PushOutcome = 'sent' | 'gone' | 'later' | 'refused';

const DEADLINE_MS = 10_000;
/** A hint that nobody took for half a day says nothing any more. */
const LIFE_SECONDS = 12 * 3_600;

/** Web push: sealed for the one browser (RFC 8291), sent to the address it gave. */
export const WebPush = {
  makeKeys: (): PushKeyPair => webPush.generateVAPIDKeys(),

  /** The address must have been checked: this calls it. Follows no redirect. */
  async send(target: PushTarget, text: string, keys: PushKeyPair & { subject: string }, urgent: boolean): Promise<PushOutcome> {
    let request: webPush.RequestDetails;
    try {
      request = webPush.generateRequestDetails(target, text, {
        vapidDetails: keys,
        TTL: LIFE_SECONDS,
        urgency: urgent ? 'high' : 'normal',
      });
    } catch {
      return 'gone';
    }
    const { 'Content-Length': _counted, ...headers } = request.headers as Record<string, string>;
    try {
      const response = await fetch(target.endpoint, {
        method: 'POST',
        headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
        body: request.body && new Uint8Array(request.body),
        redirect: 'manual',
        signal: AbortSignal.timeout(DEADLINE_MS),
      });
      await response.body?.cancel();
      return outcomeOf(response.status);
    } catch {
      return 'later';
    }
  },
};

function outcomeOf(status: number): PushOutcome {
  if (status >= 200 && status < 300) return 'sent';
  if (status === 404 || status === 410) return 'gone';
  return status === 429 || status >= 500 ? 'later' : 'refused';
}
