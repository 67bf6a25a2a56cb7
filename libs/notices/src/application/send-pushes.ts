import { systemActor } from '@app/kernel';
import {
  AppConfig,
  type Duty,
  Outbox,
  parseSender,
  type PushKeyPair,
  type PushOutcome,
  Seal,
  TransactionRunner,
  type Tx,
  WebPush,
} from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { DEFAULT_SETTING } from '../domain/notification-setting';
import { isPushEndpoint } from '../domain/push-endpoint';
import { type PushTiming, pushText, pushWait, type PushWish } from '../domain/push-plan';
import { SettingRows } from '../persistence/setting-rows';
import { NOTICE_PUSH_TOPIC, PushRows, type StoredTarget } from '../persistence/push-rows';

const TRIES = 3;
const RETRY_MINUTES = 5;

/** A push that is to leave once the transaction that planned it is committed. */
export interface PlannedPush {
  readonly accountId: string;
  readonly wish: PushWish;
  readonly targets: readonly StoredTarget[];
  readonly text: string;
  readonly keys: PushKeyPair & { subject: string };
}

/** How much waits for an account; null: it may not be pushed to (any more). */
export type CountWork = (tx: Tx, accountId: string) => Promise<number | null>;

/** "So much waits for you", to browsers that asked for it. A push is a hint: losing one loses nothing. */
@Injectable()
export class SendPushes {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly seal: Seal,
    private readonly config: AppConfig,
  ) {}

  /** Owes pushes to the accounts meant by closed notices. In the transaction that closes them. */
  async owe(tx: Tx, noticeIds: readonly number[]): Promise<number> {
    return PushRows.owe(tx, noticeIds);
  }

  /** What leaves now; what must wait is owed again for later. In the transaction that marks the duties done. */
  async plan(tx: Tx, duties: readonly Duty[], countWork: CountWork): Promise<PlannedPush[]> {
    const keys = await PushRows.key(tx, this.seal);
    if (!keys) return [];
    const book = await PolicyBook.at(tx);
    const planned: PlannedPush[] = [];
    for (const duty of duties) {
      const push = await this.planOne(tx, duty, countWork, book);
      if (push) planned.push({ ...push, keys: { ...keys, subject: `mailto:${parseSender(this.config.MAIL_FROM).address}` } });
    }
    return planned;
  }

  /** Sends, forgets browsers that are gone, and owes again what a push service could not take now. */
  async send(pushes: readonly PlannedPush[]): Promise<Record<PushOutcome, number>> {
    const counts: Record<PushOutcome, number> = { sent: 0, gone: 0, later: 0, refused: 0 };
    for (const push of pushes) {
      const outcomes = await Promise.all(
        push.targets.map(async ({ id, target }) => ({ id, outcome: await WebPush.send(target, push.text, push.keys, push.wish.urgent) })),
      );
      for (const { outcome } of outcomes) counts[outcome]++;
      const of = (outcome: PushOutcome) => outcomes.filter((one) => one.outcome === outcome).map(({ id }) => id);
      await this.runner.run(systemActor('push'), async (tx) => {
        await PushRows.forget(tx, of('gone'));
        const again = push.wish.attempt + 1 < TRIES ? of('later') : [];
        for (const subscriptionId of again)
          await oweLater(
            tx,
            { accountId: push.accountId, urgent: push.wish.urgent, attempt: push.wish.attempt + 1, subscriptionId },
            RETRY_MINUTES,
          );
      });
    }
    return counts;
  }

  private async planOne(tx: Tx, { payload }: Duty, countWork: CountWork, book: PolicyBook): Promise<Omit<PlannedPush, 'keys'> | undefined> {
    const accountId = String(payload.accountId);
    const wish: PushWish = { urgent: payload.urgent === true, attempt: Number(payload.attempt ?? 0) };
    const { targets, sinceLast } = await PushRows.take(tx, this.seal, accountId, (payload.subscriptionId as string | undefined) ?? null);
    const setting = (await SettingRows.find(tx, accountId)) ?? DEFAULT_SETTING;
    if (!targets.length || !(wish.urgent ? setting.urgentPush : setting.usualPush)) return undefined;
    const wait = pushWait(wish, setting, await PushRows.now(tx), sinceLast, book.requireValue<PushTiming>('push.timing'));
    if (wait > 0) {
      await oweLater(tx, payload, wait);
      return undefined;
    }
    const work = await countWork(tx, accountId);
    const hosts = book.requireValue<string[]>('push.hosts');
    const loopback = this.config.BENVE_MODE !== 'production';
    const allowed = targets.filter(({ target }) => isPushEndpoint(target.endpoint, hosts, loopback));
    if (!work || !allowed.length) return undefined;
    await PushRows.mark(
      tx,
      allowed.map(({ id }) => id),
    );
    return { accountId, wish, targets: allowed, text: pushText(work) };
  }
}

async function oweLater(tx: Tx, payload: Duty['payload'], minutes: number): Promise<void> {
  const { at } = await PushRows.now(tx);
  await Outbox.enqueue(tx, NOTICE_PUSH_TOPIC, payload, new Date(at.getTime() + minutes * 60_000));
}
