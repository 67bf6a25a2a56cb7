import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/kernel';

export const PROTECTED_FIELDS = ['citizenId', 'passport'] as const;
export type ProtectedField = (typeof PROTECTED_FIELDS)[number];

@Injectable()
export class RevealField {
  async run(_actor: Actor, _command: { workerId: string; field: ProtectedField; reason: string; requestId: string }): Promise<string> {
    throw new Error('not yet');
  }
}
