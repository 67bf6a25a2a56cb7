import { type Actor, DomainError, idOfRequest, notFound, tidyText } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { AccountFacts } from '../domain/account';
import type { ApiKeyKind } from '../domain/api-key';
import { actorOf } from '../domain/decide-scope';
import { type ApiKeyLine, ApiKeyRows } from '../persistence/api-key-rows';
import { SignInDoor } from '../persistence/sign-in-door';
import { hashToken, newToken } from './token';

const MOST_LIVE_KEYS = 10;

export interface NewApiKey {
  readonly label: string;
  readonly kind: ApiKeyKind;
  readonly days: number;
}

/** Keys by which an agency's own system acts as the account that made them; they end with the account. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly door: SignInDoor,
  ) {}

  async actorOf(key: string): Promise<Actor | undefined> {
    const facts = await this.accountOf(key);
    return facts && actorOf(facts);
  }

  async accountOf(key: string): Promise<AccountFacts | undefined> {
    return key.startsWith('bvk_') ? this.door.apiKey(hashToken(key)) : undefined;
  }

  async list(actor: Actor): Promise<ApiKeyLine[]> {
    return this.runner.run(actor, (tx) => ApiKeyRows.list(tx));
  }

  /**
   * The key is in this answer and never again. The request names its row: sent again it makes no second key and is told which one it made
   * (API_KEY_SHOWN with the id), so that a key whose answer was lost can be revoked. Throws API_KEYS_MANY, API_KEY_SHOWN.
   */
  async create(actor: Actor, { label, kind, days }: NewApiKey, requestId: string): Promise<{ id: string; key: string }> {
    const id = idOfRequest(actor, 'api-key', requestId);
    const key = newToken('bvk');
    await this.runner.run(
      actor,
      async (tx) => {
        if (await ApiKeyRows.has(tx, id)) throw shownBefore(id);
        if ((await ApiKeyRows.countLive(tx)) >= MOST_LIVE_KEYS)
          throw new DomainError('refused', 'API_KEYS_MANY', `Đã có ${MOST_LIVE_KEYS} khoá đang dùng. Hãy thu hồi khoá cũ trước.`);
        const added = await ApiKeyRows.add(tx, { id, label: tidyText(label), kind, days, tokenHash: hashToken(key) });
        if (!added) throw shownBefore(id);
        await AuditTrail.record(tx, { action: 'identity.create-api-key', subject: { kind: 'api-key', id }, detail: { kind, days } });
      },
      { requestId },
    );
    return { id, key };
  }

  /** Counts from the very next request. Repeating it changes nothing. */
  async revoke(actor: Actor, id: string, requestId: string): Promise<void> {
    await this.runner.run(
      actor,
      async (tx) => {
        const outcome = await ApiKeyRows.revoke(tx, id);
        if (outcome === 'unknown') throw notFound();
        if (outcome === 'revoked') await AuditTrail.record(tx, { action: 'identity.revoke-api-key', subject: { kind: 'api-key', id } });
      },
      { requestId },
    );
  }
}

function shownBefore(id: string): DomainError {
  return new DomainError(
    'refused',
    'API_KEY_SHOWN',
    'Khoá của yêu cầu này đã được tạo và chỉ hiện một lần. Nếu chưa kịp ghi lại, hãy thu hồi khoá đó rồi tạo khoá mới.',
    { id },
  );
}
