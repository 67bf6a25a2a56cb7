import { goalOf, nextStage } from './apply-milestone';
import { CASE_LIFECYCLE, MILESTONE_KINDS, milestoneRow, topicOf } from './case-lifecycle';
import { REFUSALS } from './refusals';
import { BEFORE_EXIT, phaseOf, STAGES, STORED_STAGES, type StoredStage } from './stages';

describe('the lifecycle table', () => {
  it('reaches every stored stage from a registration', () => {
    const reached = new Set<StoredStage>(['REGISTERED']);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const stage of Array.from(reached))
        for (const kind of MILESTONE_KINDS) reached.add(nextStage({ stage, closedFrom: null }, kind) ?? stage);
    }
    expect([...reached].sort()).toEqual([...STORED_STAGES].sort());
  });

  it('leaves an ended case only by closing, and a closed one only by reopening', () => {
    for (const stage of STORED_STAGES.filter((one) => phaseOf(one) === 'ended')) {
      const ways = MILESTONE_KINDS.filter((kind) => ![undefined, stage].includes(nextStage({ stage, closedFrom: 'RETURNED' }, kind)));
      expect([stage, ways]).toEqual([stage, stage === 'CLOSED' ? ['REOPENED'] : ['CLOSED']]);
    }
  });

  it('never goes from abroad back to before the exit, and never abroad but by the exit', () => {
    const steps = MILESTONE_KINDS.flatMap((kind) =>
      (Object.entries(milestoneRow(kind).moves) as [StoredStage, string][])
        .filter(([, to]) => to !== '=' && to !== '<')
        .map(([from, to]) => ({ kind, from: phaseOf(from), to: phaseOf(to as StoredStage) })),
    );
    expect(steps.filter(({ from, to }) => from !== 'before' && to === 'before')).toEqual([]);
    expect(new Set(steps.filter(({ from, to }) => from === 'before' && to === 'abroad').map(({ kind }) => kind))).toEqual(
      new Set(['DEPARTED']),
    );
  });

  it('lets nobody but a person of the department confirm an overstay or reopen, and no machine decide', () => {
    expect(CASE_LIFECYCLE.OVERSTAY_CONFIRMED.by).toEqual(['department_officer']);
    expect(CASE_LIFECYCLE.REOPENED.by).toEqual(['department_officer']);
    expect(MILESTONE_KINDS.filter((kind) => milestoneRow(kind).by.includes('system'))).toEqual(['NOT_SENT']);
    expect(MILESTONE_KINDS.filter((kind) => goalOf(kind) === 'OVERSTAYING')).toEqual(['OVERSTAY_CONFIRMED']);
  });

  it('names every fact and stage in Vietnamese, with a topic of its own', () => {
    expect(new Set(MILESTONE_KINDS.map(topicOf)).size).toBe(MILESTONE_KINDS.length);
    for (const kind of MILESTONE_KINDS) expect([kind, milestoneRow(kind).title]).toEqual([kind, expect.stringMatching(/\p{Lu}.{3,}/u)]);
    expect(topicOf('DEPARTED')).toBe('casework.departure-recorded.v1');
    for (const { title } of Object.values(STAGES)) expect(title).not.toMatch(/bỏ trốn/);
    for (const text of Object.values(REFUSALS)) expect(text).toMatch(/[.…]$/);
  });

  it('lets a record skip steps forward and never back', () => {
    const back = BEFORE_EXIT.flatMap((stage) =>
      MILESTONE_KINDS.filter((kind) => {
        const to = nextStage({ stage, closedFrom: null }, kind, true);
        return to && phaseOf(to) === 'before' && BEFORE_EXIT.indexOf(to) < BEFORE_EXIT.indexOf(stage);
      }),
    );
    expect(back).toEqual([]);
    expect(nextStage({ stage: 'REGISTERED', closedFrom: null }, 'CONTRACT_SIGNED', true)).toBe('CONTRACTED');
    expect(nextStage({ stage: 'REGISTERED', closedFrom: null }, 'CONTRACT_SIGNED')).toBeUndefined();
  });
});
