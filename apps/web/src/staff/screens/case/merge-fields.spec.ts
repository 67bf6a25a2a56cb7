import { changedFields, mergeFields } from './merge-fields';

describe('two people change one record', () => {
  const base = { skill: 'welder', hamlet: 'Lower', phones: ['0912345678'], sex: null as string | null };

  it('takes what only one of them changed, and asks where both did', () => {
    const { merged, conflicts } = mergeFields(
      base,
      { ...base, skill: 'welder 3', phones: ['0911111111'] },
      { ...base, hamlet: 'Upper', phones: ['0922222222'] },
    );
    expect(merged).toEqual({ skill: 'welder 3', hamlet: 'Upper', phones: ['0911111111'], sex: null });
    expect(conflicts).toEqual([{ field: 'phones', mine: ['0911111111'], theirs: ['0922222222'] }]);
  });

  it('asks nothing where both say the same', () => {
    expect(mergeFields(base, { ...base, sex: 'M' }, { ...base, sex: 'M' }).conflicts).toEqual([]);
  });

  it('sends only what differs from what is stored; nothing and empty are one', () => {
    expect(changedFields({ ...base, sex: undefined as never }, { ...base, skill: '' })).toEqual({ skill: '' });
  });
});
