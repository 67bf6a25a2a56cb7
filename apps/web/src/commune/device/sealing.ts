/** What is written on the device is readable by this program on this device only: the key cannot be taken out of the browser. */
export interface Sealed {
  readonly id: string;
  /** Device time of writing, for the days it is kept. */
  readonly at: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** Browsers offer encryption only on https (and on the device itself). */
export const canSeal = (): boolean => typeof crypto.subtle !== 'undefined';

export const newSealingKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

export async function seal(key: CryptoKey, id: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return {
    id,
    at: Date.now(),
    iv,
    sealed: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(id) }, key, plain),
  };
}

export async function unseal<T>(key: CryptoKey, { id, iv, sealed }: Sealed): Promise<T> {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(id) }, key, sealed);
  return JSON.parse(new TextDecoder().decode(plain)) as T;
}
