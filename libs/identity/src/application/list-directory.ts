import type { Actor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { AccountFilter, AccountLine } from '../domain/account';
import type { Organisation, OrganisationKind } from '../domain/organisation';
import { AccountQueries } from '../persistence/account-queries';
import { OrganisationDirectory } from '../persistence/organisation-directory';

/** Organisations and accounts for the administrator's screens. */
@Injectable()
export class ListDirectory {
  constructor(private readonly runner: TransactionRunner) {}

  async organisations(
    actor: Actor,
    page: { kind?: OrganisationKind; after?: string; limit?: number },
  ): Promise<{ organisations: Organisation[]; next?: string }> {
    return this.runner.run(actor, (tx) => OrganisationDirectory.list(tx, page));
  }

  async accounts(actor: Actor, filter: AccountFilter): Promise<{ accounts: AccountLine[]; next?: string }> {
    return this.runner.run(actor, (tx) => AccountQueries.list(tx, filter));
  }
}
