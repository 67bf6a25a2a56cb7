import { localDate } from '@app/kernel';
import { type AssignedDesk, decideOwner } from './assignment';

describe('who a leader may give a task to, and until when', () => {
  const today = localDate('2026-11-26');
  const decide = (desk: AssignedDesk, dueOn: string, named = {}) => decideOwner({ desk, ...named }, localDate(dueOn), today);

  it.each<[AssignedDesk, object, object]>([
    ['centre', {}, { desk: 'centre', communeCode: null, agencyId: null }],
    ['department', { communeCode: '03388' }, { desk: 'department', communeCode: null, agencyId: null }],
    ['commune', { communeCode: '03388', agencyId: 'a' }, { desk: 'commune', communeCode: '03388', agencyId: null }],
    ['agency', { agencyId: 'a' }, { desk: 'agency', communeCode: null, agencyId: 'a' }],
  ])('%s named by %j', (desk, named, owner) => {
    expect(decide(desk, '2026-11-26', named)).toEqual(owner);
  });

  it.each<[AssignedDesk, string, string]>([
    ['commune', '2026-12-01', 'OWNER_INCOMPLETE'],
    ['agency', '2026-12-01', 'OWNER_INCOMPLETE'],
    ['centre', '2026-11-25', 'DUE_PAST'],
    ['centre', '2027-11-27', 'DUE_TOO_FAR'],
  ])('refuses %s until %s: %s', (desk, dueOn, code) => {
    expect(() => decide(desk, dueOn)).toThrow(expect.objectContaining({ code }));
  });
});
