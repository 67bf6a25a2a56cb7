import { depositCover } from './deposit-cover';

describe('the deposit beside the claims', () => {
  it.each([
    [0, null, 'unknown'],
    [5_000_000, null, 'unknown'],
    [0, 0, 'covered'],
    [1, 0, 'short'],
    [2_000_000_000, 2_000_000_000, 'covered'],
    [2_000_000_001, 2_000_000_000, 'short'],
  ] as const)('%d đồng owed, %p deposited: %s', (owed, deposit, cover) => {
    expect(depositCover(owed, deposit)).toBe(cover);
  });
});
