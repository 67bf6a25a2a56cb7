import { DEFAULT_SETTING, type LocalMoment, type NotificationSetting, quietMinutes } from './notification-setting';

const at = (weekday: number, time: string): LocalMoment => ({ weekday, time });
const never: Partial<NotificationSetting> = { quietFrom: null, quietUntil: null, quietWeekends: false };

describe('hours of rest', () => {
  const table: [string, Partial<NotificationSetting>, LocalMoment, number][] = [
    ['a working morning', {}, at(1, '09:00'), 0],
    ['the last minute before the evening', {}, at(1, '20:59'), 0],
    ['the evening', {}, at(1, '21:00'), 9 * 60 + 30],
    ['after midnight', {}, at(2, '02:00'), 4 * 60 + 30],
    ['the minute it ends', {}, at(2, '06:30'), 0],
    ['Friday evening waits over the weekend', {}, at(5, '22:00'), 2 * 60 + 48 * 60 + 6 * 60 + 30],
    ['Saturday noon', {}, at(6, '12:00'), 36 * 60 + 6 * 60 + 30],
    ['Saturday noon of one who works then', { quietWeekends: false }, at(6, '12:00'), 0],
    ['quiet within one day', { quietFrom: '11:30', quietUntil: '13:30' }, at(3, '12:00'), 90],
    ['no quiet at all', never, at(7, '03:00'), 0],
    ['equal times mean no quiet', { quietFrom: '08:00', quietUntil: '08:00' }, at(3, '08:00'), 0],
    ['only the weekend, Sunday night', { ...never, quietWeekends: true }, at(7, '23:00'), 60],
  ];
  it.each(table)('%s', (_, change, now, minutes) => expect(quietMinutes({ ...DEFAULT_SETTING, ...change }, now)).toBe(minutes));
});
