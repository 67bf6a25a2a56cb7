import { createDecipheriv, createECDH, createHmac, type ECDH, randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PushTarget } from '@app/platform';

export interface TakenPush {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A push service on this machine: takes what is sent and answers as told. */
export interface PushSink {
  readonly taken: TakenPush[];
  /** Status by path; 201 unless set. */
  readonly answers: Map<string, number>;
  url(path: string): string;
  close(): Promise<void>;
}

export async function startPushSink(): Promise<PushSink> {
  const taken: TakenPush[] = [];
  const answers = new Map<string, number>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const path = request.url!;
      taken.push({ path, headers: request.headers, body: Buffer.concat(parts) });
      const status = answers.get(path) ?? 201;
      response.writeHead(status, status >= 300 && status < 400 ? { location: '/redirected' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    taken,
    answers,
    url: (path) => `http://127.0.0.1:${port}${path}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A browser with its own keys: only it can read what is pushed to it. */
export class TestBrowser {
  private readonly ecdh: ECDH = createECDH('prime256v1');
  private readonly auth = randomBytes(16);
  readonly target: PushTarget;

  constructor(endpoint: string) {
    this.ecdh.generateKeys();
    this.target = {
      endpoint,
      keys: { p256dh: this.ecdh.getPublicKey().toString('base64url'), auth: this.auth.toString('base64url') },
    };
  }

  /** RFC 8291 and 8188, one record. */
  read(body: Buffer): unknown {
    const salt = body.subarray(0, 16);
    const keyLength = body[20]!;
    const sender = body.subarray(21, 21 + keyLength);
    const record = body.subarray(21 + keyLength);
    const secret = derive(
      this.auth,
      this.ecdh.computeSecret(sender),
      Buffer.concat([Buffer.from('WebPush: info\0'), this.ecdh.getPublicKey(), sender]),
      32,
    );
    const key = derive(salt, secret, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
    const nonce = derive(salt, secret, Buffer.from('Content-Encoding: nonce\0'), 12);
    const cipher = createDecipheriv('aes-128-gcm', key, nonce);
    cipher.setAuthTag(record.subarray(-16));
    const plain = Buffer.concat([cipher.update(record.subarray(0, -16)), cipher.final()]);
    return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString('utf8'));
  }
}

/** HKDF-SHA-256 with one block. */
function derive(salt: Buffer, input: Buffer, label: Buffer, length: number): Buffer {
  const extracted = createHmac('sha256', salt).update(input).digest();
  return createHmac('sha256', extracted)
    .update(Buffer.concat([label, Buffer.from([1])]))
    .digest()
    .subarray(0, length);
}
