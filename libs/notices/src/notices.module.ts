import { MailModule } from '@app/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { AddToDigest } from './application/add-to-digest';
import { DeliverNotices } from './application/deliver-notices';
import { ListNotices } from './application/list-notices';
import { OwnNotifications } from './application/own-notifications';
import { OwnPush } from './application/own-push';
import { OwnWebhooks } from './application/own-webhooks';
import { ReleaseHeld } from './application/release-held';
import { SendPushes } from './application/send-pushes';
import { SendWebhooks } from './application/send-webhooks';

const READING = [ListNotices, OwnNotifications, OwnPush, OwnWebhooks, ReleaseHeld];

/** Whom to tell what. Requests read notices and release them; only the background program sends. */
@Module({ providers: READING, exports: READING })
export class NoticesModule {
  /** With the parts that send mail. */
  static sending(): DynamicModule {
    const sending = [AddToDigest, DeliverNotices, SendPushes, SendWebhooks];
    return { module: NoticesModule, imports: [MailModule.forRoot()], providers: sending, exports: sending };
  }
}
