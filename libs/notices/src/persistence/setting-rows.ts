import type { Tx } from '@app/platform';
import type { NotificationSetting } from '../domain/notification-setting';

const COLUMNS = `urgent_push as "urgentPush", urgent_mail as "urgentMail", usual_push as "usualPush", usual_mail as "usualMail",
  to_char(quiet_from, 'HH24:MI') as "quietFrom", to_char(quiet_until, 'HH24:MI') as "quietUntil", quiet_weekends as "quietWeekends"`;

export const SettingRows = {
  /** What an account chose; undefined = nothing yet. */
  async find(tx: Tx, accountId: string): Promise<NotificationSetting | undefined> {
    const rows = await tx.query<NotificationSetting & Record<string, unknown>>(
      `select ${COLUMNS} from notification_setting where account_id = $1`,
      [accountId],
      'notification_setting_find',
    );
    return rows[0];
  },

  async put(tx: Tx, accountId: string, setting: NotificationSetting): Promise<void> {
    await tx.execute(
      `insert into notification_setting (account_id, urgent_push, urgent_mail, usual_push, usual_mail, quiet_from, quiet_until, quiet_weekends)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (account_id) do update set urgent_push = excluded.urgent_push, urgent_mail = excluded.urgent_mail, usual_push = excluded.usual_push,
         usual_mail = excluded.usual_mail, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
         quiet_weekends = excluded.quiet_weekends, changed_at = now()`,
      [
        accountId,
        setting.urgentPush,
        setting.urgentMail,
        setting.usualPush,
        setting.usualMail,
        setting.quietFrom,
        setting.quietUntil,
        setting.quietWeekends,
      ],
    );
  },
};
