import { type Actor, DomainError } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { DEFAULT_SETTING, type NotificationSetting } from '../domain/notification-setting';
import { SettingRows } from '../persistence/setting-rows';

/** How the acting account wants to be told. */
@Injectable()
export class OwnNotifications {
  constructor(private readonly runner: TransactionRunner) {}

  async read(actor: Actor & { accountId: string }): Promise<NotificationSetting> {
    return this.runner.run(actor, async (tx) => (await SettingRows.find(tx, actor.accountId)) ?? DEFAULT_SETTING);
  }

  /** Throws QUIET_HOURS_HALF. */
  async change(actor: Actor & { accountId: string }, setting: NotificationSetting): Promise<NotificationSetting> {
    if ((setting.quietFrom === null) !== (setting.quietUntil === null))
      throw new DomainError('invalid', 'QUIET_HOURS_HALF', 'Giờ yên lặng cần cả giờ bắt đầu và giờ kết thúc, hoặc bỏ trống cả hai.');
    await this.runner.run(actor, (tx) => SettingRows.put(tx, actor.accountId, setting));
    return setting;
  }
}
