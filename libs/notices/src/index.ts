export { AddToDigest, type DigestFact } from './application/add-to-digest';
export { DeliverNotices } from './application/deliver-notices';
export { ListNotices } from './application/list-notices';
export { NOTICES_RELEASED_TOPIC, ReleaseHeld } from './application/release-held';
export { checkTemplates } from './domain/check-templates';
export type { DeliveryLine, LetterLine, NoticeFilter, NoticeLine } from './domain/notice-line';
export { NoticesModule } from './notices.module';
export { MailGate } from './persistence/mail-gate';
export { NOTICE_DELIVER_TOPIC, NOTICE_SQL } from './persistence/notice-sql';
