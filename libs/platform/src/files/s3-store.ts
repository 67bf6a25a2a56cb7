import { AwsClient } from 'aws4fetch';
import { FileStore, StoreUnavailable } from './file-store';

export interface S3Settings {
  /** Address of the bucket: https://host/bucket or https://bucket.host. */
  readonly bucket: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
}

const PATIENCE_MS = 20_000;

/** Any store that speaks the S3 protocol (MinIO, Ceph, the clouds). */
export class S3Store extends FileStore {
  private readonly client: AwsClient;

  constructor(private readonly settings: S3Settings) {
    super();
    const { keyId, secret, region } = settings;
    this.client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, region, service: 's3', retries: 2 });
  }

  async keep(name: string, bytes: Buffer): Promise<void> {
    const answer = await this.ask(name, { method: 'PUT', body: new Uint8Array(bytes) });
    if (!answer.ok) throw new StoreUnavailable(`the file store answers ${answer.status} to PUT`);
  }

  async fetch(name: string): Promise<Buffer | undefined> {
    const answer = await this.ask(name, { method: 'GET' });
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw new StoreUnavailable(`the file store answers ${answer.status} to GET`);
    return Buffer.from(await answer.arrayBuffer());
  }

  async forget(name: string): Promise<void> {
    const answer = await this.ask(name, { method: 'DELETE' });
    if (!answer.ok && answer.status !== 404) throw new StoreUnavailable(`the file store answers ${answer.status} to DELETE`);
  }

  private async ask(name: string, request: RequestInit): Promise<Response> {
    try {
      return await this.client.fetch(`${this.settings.bucket.replace(/\/$/, '')}/${encodeURIComponent(name)}`, {
        ...request,
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
    } catch (error) {
      throw new StoreUnavailable('the file store does not answer', { cause: error });
    }
  }
}
