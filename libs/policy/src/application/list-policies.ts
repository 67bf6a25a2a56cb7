import { type Actor, type LocalDate, systemActor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type DatedRule, PolicyRepository } from '../persistence/policy-repository';

export interface PolicyPage {
  readonly rules: readonly DatedRule[];
  /** Pass as `after` for the next page; undefined on the last. */
  readonly next: number | undefined;
}

/** What the book says, with basis, days and the two persons. Rules are public to every account. */
@Injectable()
export class ListPolicies {
  constructor(private readonly runner: TransactionRunner) {}

  /** @param filter.key a key or the beginning of one; @param filter.on only what is in force on that day. */
  async run(
    filter: { key?: string; on?: LocalDate; after?: number; limit?: number } = {},
    actor: Actor = systemActor('policy'),
  ): Promise<PolicyPage> {
    const limit = Math.min(filter.limit ?? 200, 1_000);
    return this.runner.run(actor, async (tx) => {
      const rows = await PolicyRepository.list(tx, {
        prefix: filter.key,
        on: filter.on,
        after: filter.after,
        limit: limit + 1,
      });
      const rules = rows.slice(0, limit);
      return { rules, next: rows.length > limit ? rules.at(-1)!.id : undefined };
    });
  }
}
