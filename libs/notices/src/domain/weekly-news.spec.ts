import { localDate } from '@app/kernel';
import { changesOf, renderWeekly, WEEKLY_CODES } from './weekly-news';

describe('the weekly news', () => {
  it.each([
    ['something happened', 'exits', 2, 2, true],
    ['nothing happened, though it did the week before', 'exits', 0, 3, false],
    ['a number that stands moved', 'unconfirmed', 3, 5, true],
    ['a number that stands did not move', 'unconfirmed', 5, 5, false],
    ['more communes have sent', 'reports', 32, 20, true],
  ] as const)('%s', (_, code, now, before, told) => expect(changesOf([{ code, now, before }]).length === 1).toBe(told));

  it('has eight lines at most, each with its link, and a way out', () => {
    const lines = changesOf(WEEKLY_CODES.map((code) => ({ code, now: 2, before: 1 })));
    const { subject, text, html } = renderWeekly({
      office: 'Sở Nội vụ',
      monday: localDate('2026-11-16'),
      lines,
      site: 'https://benve.example',
    });
    expect(subject).toBe('Bến Về: Tin tuần, 8 thay đổi');
    expect(text.match(/^\* /gm)).toHaveLength(8);
    expect(html.match(/<li><a href="https:\/\/benve\.example\//g)).toHaveLength(8);
    expect(text).toContain('https://benve.example/cai-dat');
  });
});
