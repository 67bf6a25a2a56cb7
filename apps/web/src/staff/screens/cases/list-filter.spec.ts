import { ABROAD, added, addressText, changed, filterOf, isAbroad, orderOf, questionOf, without } from './list-filter';

const BY_END = { sort: 'end', order: 'asc' } as const;

describe('the filter in the address', () => {
  it('keeps what it knows and nothing else', () => {
    expect(filterOf({ market: 'JP,KR', text: '', muc: 'x', sort: 'name' })).toEqual({ market: 'JP,KR' });
    expect(orderOf({ sort: 'name', order: 'desc' })).toEqual({ sort: 'name', order: 'desc' });
    expect(orderOf({ sort: 'salary', order: 'up' })).toEqual(BY_END);
  });

  it('shows people abroad to somebody who asked for nothing, and everybody only when asked', () => {
    expect(filterOf({})).toEqual({ stages: ABROAD });
    expect(filterOf({ sort: 'name' })).toEqual({ stages: ABROAD });
    expect(filterOf({ tatca: '1' })).toEqual({});
    expect(filterOf({ text: 'hoa' })).toEqual({ text: 'hoa' });
    expect(changed({ stages: ABROAD }, { stages: undefined })).toEqual({ stages: undefined, tatca: '1' });
    expect(changed({ stages: ABROAD }, { market: 'KR' })).toEqual({ stages: ABROAD, market: 'KR', tatca: undefined });
    expect(filterOf(Object.fromEntries(new URLSearchParams(addressText({}, BY_END))))).toEqual({});
    expect([isAbroad(ABROAD), isAbroad('MISSING,ABROAD'), isAbroad(undefined)]).toEqual([true, false, false]);
  });

  it('adds and takes away one code of several', () => {
    const filter = { market: 'JP', text: 'hoa' };
    expect(added(filter, 'market', 'KR')).toBe('JP,KR');
    expect(added(filter, 'market', 'JP')).toBe('JP');
    expect(added({}, 'stages', 'ABROAD')).toBe('ABROAD');
    expect(without({ market: 'JP,KR' }, 'market', 'JP')).toBe('KR');
    expect(without(filter, 'market', 'JP')).toBeUndefined();
    expect(without(filter, 'text', 'hoa')).toBeUndefined();
  });

  it('counts a distance in days from the day it is asked', () => {
    expect(questionOf({ endIn: '90' }, BY_END, '2026-11-26')).toEqual({ endFrom: '2026-11-26', endTo: '2027-02-24' });
    expect(questionOf({ endIn: '0' }, BY_END, '2026-03-01')).toEqual({ endTo: '2026-02-28' });
    expect(questionOf({ endIn: 'soon' }, { sort: 'name', order: 'desc' }, '2026-03-01')).toEqual({ sort: 'name', order: 'desc' });
  });

  it('comes back from a saved address', () => {
    const filter = { communeCode: '03388,03390', endIn: '90' };
    const text = addressText(filter, { sort: 'name', order: 'asc' });
    const read = Object.fromEntries(new URLSearchParams(text));
    expect(filterOf(read)).toEqual(filter);
    expect(orderOf(read)).toEqual({ sort: 'name', order: 'asc' });
  });
});
