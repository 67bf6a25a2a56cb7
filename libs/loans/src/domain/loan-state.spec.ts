import { afterDeed, nextDeeds, stateOf } from './loan-state';

describe('the state that follows from the ledger', () => {
  const of = { approved: 100n, paidOut: 100n, principal: 60n, interest: 0n, writtenOff: false, extended: false };
  it.each([
    ['paid out in full', 'APPROVED', {}, 'ACTIVE'],
    ['paid out in part', 'APPROVED', { paidOut: 40n, principal: 40n }, 'DISBURSING'],
    ['the only disbursement taken back', 'ACTIVE', { paidOut: 0n, principal: 0n }, 'APPROVED'],
    ['one of two disbursements taken back', 'ACTIVE', { paidOut: 40n, principal: 40n }, 'DISBURSING'],
    ['in the list of the bank with nothing paid out yet', 'DISBURSING', { paidOut: 0n, principal: 0n }, 'APPROVED'],
    ['in the list of the bank with nothing owed any more', 'ACTIVE', { principal: 0n }, 'PAID'],
    ['principal repaid, interest owed', 'ACTIVE', { principal: 0n, interest: 1n }, 'ACTIVE'],
    ['that interest paid', 'ACTIVE', { principal: 0n }, 'PAID'],
    ['the last payment taken back', 'PAID', {}, 'ACTIVE'],
    ['the last payment of an extended loan taken back', 'PAID', { extended: true }, 'EXTENDED'],
    ['written off', 'FROZEN', { principal: 0n, writtenOff: true }, 'WRITTEN_OFF'],
    ['written off, interest owed', 'ACTIVE', { principal: 0n, interest: 5n, writtenOff: true }, 'WRITTEN_OFF'],
    ['write-off taken back', 'WRITTEN_OFF', {}, 'ACTIVE'],
    ['frozen and still owed', 'FROZEN', {}, 'FROZEN'],
    ['extended and still owed', 'EXTENDED', {}, 'EXTENDED'],
    ['not decided yet', 'APPRAISING', { paidOut: 0n, principal: 0n }, 'APPRAISING'],
    ['cancelled', 'CANCELLED', { paidOut: 0n, principal: 0n }, 'CANCELLED'],
  ] as const)('%s: %s', (_, before, more, after) => {
    expect(stateOf(before, { ...of, ...more })).toBe(after);
  });

  it('lets a frozen debt run again', () => {
    expect(nextDeeds('FROZEN')).toContain('UNFREEZE');
    expect([afterDeed('FROZEN', 'UNFREEZE'), afterDeed('ACTIVE', 'UNFREEZE')]).toEqual(['ACTIVE', undefined]);
  });
});
