import { connect } from 'node:net';

/** `unscanned`: no scanner is configured, and nobody claims that the file is clean. */
export type ScanVerdict = 'clean' | 'infected' | 'unscanned';

/** A configured scanner gives no verdict: it is down, silent, or the file is more than it takes. */
export class ScannerUnavailable extends Error {}

/** The hook for a virus scanner. Throws {@link ScannerUnavailable} when a configured scanner does not answer: an unknown file is not taken then. */
export abstract class FileScanner {
  abstract scan(bytes: Buffer): Promise<ScanVerdict>;
}

export class NoScanner extends FileScanner {
  async scan(): Promise<ScanVerdict> {
    return 'unscanned';
  }
}

const PATIENCE_MS = 30_000;
const CHUNK = 64 * 1024;

/** ClamAV's daemon over TCP (`clamd`, command INSTREAM): chunks with their length before them, an empty one at the end. */
export class ClamScanner extends FileScanner {
  constructor(
    private readonly host: string,
    private readonly port: number,
  ) {
    super();
  }

  async scan(bytes: Buffer): Promise<ScanVerdict> {
    const answer = await this.converse(bytes).catch((cause: unknown) => {
      throw new ScannerUnavailable('the virus scanner does not answer', { cause });
    });
    if (/\bFOUND\b/.test(answer)) return 'infected';
    if (/\bOK\b/.test(answer)) return 'clean';
    throw new ScannerUnavailable('the virus scanner gives no verdict');
  }

  private converse(bytes: Buffer): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.port, this.host);
      const heard: Buffer[] = [];
      socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('the virus scanner is silent')));
      socket.on('error', reject);
      socket.on('data', (part) => heard.push(part));
      socket.on('close', () => resolve(Buffer.concat(heard).toString('utf8')));
      socket.on('connect', () => {
        socket.write('zINSTREAM\0');
        for (let at = 0; at < bytes.length; at += CHUNK) {
          const part = bytes.subarray(at, at + CHUNK);
          const length = Buffer.alloc(4);
          length.writeUInt32BE(part.length);
          socket.write(Buffer.concat([length, part]));
        }
        socket.write(Buffer.alloc(4));
      });
    });
  }
}
