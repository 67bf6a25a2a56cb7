import { MailModule } from '@app/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { AddToDigest } from './application/add-to-digest';
import { DeliverNotices } from './application/deliver-notices';
import { ListNotices } from './application/list-notices';
import { OwnNotifications } from './application/own-notifications';
import { ReleaseHeld } from './application/release-held';

const READING = [ListNotices, OwnNotifications, ReleaseHeld];

/** Whom to tell what. Requests read notices and release them; only the background program sends. */
@Module({ providers: READING, exports: READING })
export class NoticesModule {
  /** With the parts that send mail. */
  static sending(): DynamicModule {
    const sending = [AddToDigest, DeliverNotices];
    return { module: NoticesModule, imports: [MailModule.forRoot()], providers: sending, exports: sending };
  }
}
