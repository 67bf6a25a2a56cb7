import { type Actor, DomainError } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { ClaimState } from '../domain/claim-state';
import { type ClaimLine, ClaimRows } from '../persistence/claim-rows';

export interface ClaimPage {
  readonly claims: readonly ClaimLine[];
  readonly next?: string;
}

/** Claims of the province in one state, the longest waiting first. */
@Injectable()
export class ListClaims {
  constructor(private readonly runner: TransactionRunner) {}

  async run(
    actor: Actor,
    { state = 'PENDING', after, limit = 50 }: { state?: ClaimState; after?: string; limit?: number },
  ): Promise<ClaimPage> {
    if (after !== undefined && !/^\d{1,15}$/.test(after))
      throw new DomainError('malformed', 'CURSOR_WRONG', 'Vị trí trang không đúng. Hãy tải lại danh sách từ đầu.');
    const { scope } = actor;
    if (scope.kind !== 'province') return { claims: [] };
    const rows = await this.runner.run(actor, (tx) =>
      ClaimRows.queue(tx, { state, province: scope.province, after: Number(after ?? 0), limit: limit + 1 }),
    );
    const claims = rows.slice(0, limit);
    return { claims, ...(rows.length > limit && { next: String(claims.at(-1)!.no) }) };
  }
}
