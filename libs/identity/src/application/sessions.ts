import type { Actor } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { AccountFacts, SignedIn } from '../domain/account';
import { actorOf } from '../domain/decide-scope';
import { SessionRows } from '../persistence/session-rows';
import { SignInDoor } from '../persistence/sign-in-door';
import { hashToken } from './token';

/** Who a request comes from. Asked of the database each time: what was ended or changed counts from the very next request. */
@Injectable()
export class Sessions {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly door: SignInDoor,
  ) {}

  async actorOf(token: string): Promise<Actor | undefined> {
    const facts = await this.accountOf(token);
    return facts && actorOf(facts);
  }

  async accountOf(token: string): Promise<AccountFacts | undefined> {
    return token.startsWith('bvs_') ? this.door.session(hashToken(token)) : undefined;
  }

  /** For a connection that stays open: asked again and again without keeping the session awake. */
  async isLive(actor: Actor, token: string): Promise<boolean> {
    const { sessionIdleMinutes } = await this.door.limits();
    return this.runner.run(actor, (tx) => SessionRows.isLive(tx, hashToken(token), sessionIdleMinutes));
  }

  /** An account whose way in was closed, a jurisdiction that was changed: a device forgets what it keeps of it. */
  async endedByOffice(token: string): Promise<boolean> {
    return token.startsWith('bvs_') && this.door.endedByOffice(hashToken(token));
  }

  async end(actor: Actor, token: string): Promise<void> {
    await this.runner.run(actor, async (tx) => {
      await SessionRows.end(tx, hashToken(token));
      await AuditTrail.record(tx, {
        action: 'identity.sign-out',
        subject: { kind: 'account', id: actor.accountId ?? undefined },
      });
    });
  }

  /** What screens may know of the account behind the session, and which day it is. */
  async signedIn(account: AccountFacts): Promise<SignedIn> {
    const { login, displayName, role, organisationId, organisationKind, organisationName, provinceCode } = account;
    const actor = actorOf(account);
    return {
      login,
      displayName,
      role,
      organisation:
        organisationId && organisationKind && organisationName
          ? { id: organisationId, kind: organisationKind, name: organisationName }
          : null,
      provinceCode,
      communes: actor.scope.kind === 'commune' ? actor.scope.communes : [],
      today: await this.runner.run(actor, (tx) => SessionRows.today(tx)),
    };
  }
}
