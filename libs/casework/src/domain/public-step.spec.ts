import { localDate } from '@app/kernel';
import { PUBLIC_STEPS, publicStep } from './public-step';
import { type StoredStage, STAGES } from './stages';

const TODAY = localDate('2026-11-22');
const stored = Object.entries(STAGES)
  .filter(([, row]) => !('derived' in row))
  .map(([stage]) => stage as StoredStage);

describe('what the public page says', () => {
  it.each(stored)('says nothing that could shame: %s', (stage) => {
    for (const contractEnd of [null, localDate('2026-01-01'), localDate('2027-01-01')]) {
      const { step, of, title, next } = publicStep({ stage, contractEnd }, TODAY);
      expect([of, step === null || (step >= 1 && step <= 7)]).toEqual([7, true]);
      expect(`${title} ${next}`).not.toMatch(/quá hạn|bỏ|trốn|cư trú bất|nghi|nợ|rời nơi|mất liên lạc|chết|xác nhận/i);
    }
  });

  it('says the same of everybody who is still away after the end', () => {
    const after = ['ABROAD', 'LAWFUL_STAY', 'ABSCONDED', 'OVERSTAYING', 'MISSING'].map((stage) =>
      publicStep({ stage: stage as StoredStage, contractEnd: localDate('2026-01-01') }, TODAY),
    );
    for (const said of after)
      expect(said).toEqual({ step: 6, of: 7, title: 'Đang làm việc ở nước ngoài', next: 'Hãy liên hệ Trung tâm để được hướng dẫn.' });
  });

  it('goes up the seven steps in order', () => {
    const way = ['REGISTERED', 'SELECTED', 'IN_TRAINING', 'CONTRACTED', 'READY', 'ABROAD', 'RETURNED'] as const;
    expect(way.map((stage) => publicStep({ stage, contractEnd: null }, TODAY).step)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(way.map((stage) => publicStep({ stage, contractEnd: null }, TODAY).title)).toEqual([...PUBLIC_STEPS]);
  });
});
