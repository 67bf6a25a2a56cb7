import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { publicAddressesOf } from './public-address';

const DEADLINE_MS = 15_000;

/** Status of the answer; 0 = nobody answered, or the address may not be called. */
export type WebhookStatus = number;

/**
 * One try. Follows no redirect, reads no answer, and connects only to an address that was found public a moment before (a name that changes
 * its address in between gains nothing). `loopback`: also this very machine, for trials.
 */
export async function postWebhook(
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  loopback: boolean,
): Promise<WebhookStatus> {
  const local = loopback && url.hostname === '127.0.0.1';
  const addresses = local ? [{ address: url.hostname, family: 4 }] : await publicAddressesOf(url.hostname);
  const [chosen] = addresses;
  if (!chosen || (!local && url.protocol !== 'https:')) return 0;
  const fixed: LookupFunction = (_, options, done) => (options.all ? done(null, [chosen]) : done(null, chosen.address, chosen.family));
  return new Promise((resolve) => {
    const call = (url.protocol === 'https:' ? httpsRequest : httpRequest)(
      url,
      {
        method: 'POST',
        lookup: fixed,
        signal: AbortSignal.timeout(DEADLINE_MS),
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(body)),
          'user-agent': 'benve-webhook/1',
        },
      },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    call.on('error', () => resolve(0));
    call.end(body);
  });
}
