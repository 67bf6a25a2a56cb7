import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';

/** Keys outside the database: `current` seals, older ones still open; `index` makes blind indexes. 32 bytes each. */
export interface SealingKeys {
  current: { id: number; key: Buffer };
  older: ReadonlyMap<number, Buffer>;
  index: Buffer;
}

/**
 * Field encryption (AES-256-GCM) bound to its row, and keyed blind indexes for exact search (Law 91/2025/QH15, Decree 356/2025).
 * Stored form: key id (1 byte), nonce (12), tag (16), ciphertext.
 */
export class Seal {
  private readonly keys: ReadonlyMap<number, KeyObject>;
  private readonly current: { id: number; key: KeyObject };
  private readonly index: KeyObject;

  /** Key objects are made once: making one per value costs more than sealing it. */
  constructor({ current, older, index }: SealingKeys) {
    this.keys = new Map([[current.id, current.key] as const, ...older].map(([id, key]) => [id, createSecretKey(key)]));
    this.current = { id: current.id, key: this.keys.get(current.id)! };
    this.index = createSecretKey(index);
  }

  /** `row` is the id of the row the value belongs to: a value copied to another row does not open. */
  close(plain: string | Buffer, row: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.current.key, nonce).setAAD(Buffer.from(row));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.from([this.current.id]), nonce, cipher.getAuthTag(), body]);
  }

  open(sealed: Buffer, row: string): string {
    return this.openBytes(sealed, row).toString('utf8');
  }

  /** Throws when the value was changed, belongs to another row, or its key is gone. */
  openBytes(sealed: Buffer, row: string): Buffer {
    const id = sealed[0] ?? -1;
    const key = this.keys.get(id);
    if (!key) throw new Error(`no key ${id} to open this value`);
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13)).setAAD(Buffer.from(row));
    decipher.setAuthTag(sealed.subarray(13, 29));
    return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]);
  }

  /** HMAC-SHA-256 over the kind and the normalised value, full length: equal values are visible as equal, nothing else is. */
  blindIndex(kind: 'citizen-id' | 'passport' | 'login' | 'case-code' | 'push-endpoint', value: string): Buffer {
    return createHmac('sha256', this.index).update(`${kind}\0${value}`).digest();
  }
}
