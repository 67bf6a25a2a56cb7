import { Answered } from './answered';

export class PushKeyResponse {
  @Answered('text') publicKey: string;
}

export class NotificationSettingResponse {
  @Answered('flag') urgentPush: boolean;
  @Answered('flag') urgentMail: boolean;
  @Answered('flag') usualPush: boolean;
  @Answered('text') usualMail: string;
  @Answered('text', { empty: true }) quietFrom: string | null;
  @Answered('text', { empty: true }) quietUntil: string | null;
  @Answered('flag') quietWeekends: boolean;
}
