import type { Actor, Scope } from '@app/kernel';
import { type Change, hintsFor, reaches } from './change-hint';

const actor = (scope: Scope, organisationId: string | null = 'org'): Actor => ({
  accountId: 'me',
  login: 'me',
  role: 'centre_staff',
  organisationId,
  scope,
});
const change: Change = { t: ['desk', 'case'], i: 'case-1', p: '12', c: '12001', a: 'A', b: 'B' };

describe('who is told that something changed', () => {
  const table: [string, Scope, boolean][] = [
    ['own province', { kind: 'province', province: '12' }, true],
    ['another province', { kind: 'province', province: '15' }, false],
    ['own commune', { kind: 'commune', province: '12', communes: ['12002', '12001'] }, true],
    ['another commune of the province', { kind: 'commune', province: '12', communes: ['12002'] }, false],
    ['own agency', { kind: 'agency', agencyId: 'A' }, true],
    ['another agency', { kind: 'agency', agencyId: 'Z' }, false],
    ['own bank', { kind: 'bank', bankId: 'B' }, true],
    ['another bank', { kind: 'bank', bankId: 'Z' }, false],
    ['an administrator', { kind: 'none' }, false],
  ];
  it.each(table)('%s', (_, scope, told) => expect(reaches(actor(scope), change)).toBe(told));

  it('takes a missing tenant as nobody’s', () => {
    expect(reaches(actor({ kind: 'commune', province: '12', communes: [] }), { t: ['desk'], p: '12' })).toBe(false);
    expect(reaches(actor({ kind: 'none' }, null), { t: ['import'], o: 'org' })).toBe(false);
    expect(reaches(actor({ kind: 'none' }), { t: ['import'], o: 'org' })).toBe(true);
  });

  it('names the case and never the desk', () => {
    expect(hintsFor(actor({ kind: 'province', province: '12' }), change)).toEqual([{ topic: 'desk' }, { topic: 'case', id: 'case-1' }]);
    expect(hintsFor(actor({ kind: 'province', province: '12' }), { t: ['case'], p: '12' })).toEqual([{ topic: 'case' }]);
  });
});
