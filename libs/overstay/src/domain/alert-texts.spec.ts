import type { LocalDate } from '@app/kernel';
import type { Family, OwnerRole } from './alert-rule';
import { nextActionText, whyText } from './alert-texts';
import { FAMILIES } from './families';

const facts = {
  rule: 'X',
  targetDate: '2026-06-30' as LocalDate,
  estimated: false,
  verifying: false,
  departureWindow: false,
};
const all = Object.keys(FAMILIES) as Family[];

describe('what an office reads', () => {
  it.each(all)('%s says why and what to do, and accuses nobody', (family) => {
    for (const owner of ['agency', 'centre', 'commune', 'department'] as OwnerRole[]) {
      const text = `${whyText({ ...facts, family })} ${nextActionText({ rule: 'X', family }, owner)}`;
      expect(text).toContain('30/06/2026');
      expect(text).not.toMatch(/bỏ trốn|vi phạm|bất hợp pháp/i);
      expect(text).toBe(text.normalize('NFC'));
    }
  });

  it('says that an answer is still awaited, that a host lets people leave, that a day is a guess', () => {
    const suspected = { ...facts, family: 'SUSPECTED_OVERSTAY' as const };
    expect(whyText(suspected)).toContain('chưa xác nhận về nước');
    expect(whyText({ ...suspected, verifying: true })).toContain('đang xác minh');
    expect(whyText({ ...suspected, departureWindow: true })).toContain('tự nguyện về nước');
    expect(whyText({ ...suspected, estimated: true })).toContain('ước tính');
  });
});
