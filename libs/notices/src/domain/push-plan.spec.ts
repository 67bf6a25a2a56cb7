import { DEFAULT_SETTING } from './notification-setting';
import { pushText, pushWait } from './push-plan';

const day = { time: '09:00', weekday: 2 };
const night = { time: '23:00', weekday: 2 };
const wait = (urgent: boolean, now: typeof day, sinceLast: number | null, attempt = 0) =>
  pushWait({ urgent, attempt }, DEFAULT_SETTING, now, sinceLast, { minutesBetween: 30 });

describe('when an account is pushed to', () => {
  it.each<[string, number, number]>([
    ['first', wait(false, day, null), 0],
    ['ten minutes after the last', wait(false, day, 10), 20],
    ['half an hour after the last', wait(false, day, 30), 0],
    ['urgent, a minute after the last', wait(true, day, 1), 0],
    ['a second try', wait(false, day, 1, 1), 0],
    ['at night', wait(false, night, null), 7 * 60 + 30],
    ['urgent at night', wait(true, night, null), 7 * 60 + 30],
  ])('%s', (_, is, must) => expect(is).toBe(must));

  it('says how much and nothing else', () => {
    expect(JSON.parse(pushText(3))).toEqual({ title: 'Bến Về', body: 'Có 3 việc cần xử lý', url: '/cong-viec', tag: 'cong-viec' });
  });
});
