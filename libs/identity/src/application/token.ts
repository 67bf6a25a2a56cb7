import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits; the prefix tells what a found token is. Only its hash is stored. */
export function newToken(kind: 'bvs' | 'bvk' | 'bvl'): string {
  return `${kind}_${randomBytes(32).toString('base64url')}`;
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
