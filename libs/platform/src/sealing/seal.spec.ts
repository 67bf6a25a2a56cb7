import { Seal } from './seal';

const keys = (current: number, older: [number, Buffer][] = []) => ({
  current: { id: current, key: Buffer.alloc(32, current) },
  older: new Map(older),
  index: Buffer.alloc(32, 9),
});

describe('Seal', () => {
  const seal = new Seal(keys(1));

  it('opens what it closed, for the same row only', () => {
    const sealed = seal.close('012345678901', 'row-1');
    expect(sealed.includes('012345678901')).toBe(false);
    expect(seal.open(sealed, 'row-1')).toBe('012345678901');
    expect(() => seal.open(sealed, 'row-2')).toThrow();
  });

  it('refuses a changed value', () => {
    const sealed = seal.close('012345678901', 'row-1');
    sealed[sealed.length - 1]! ^= 1;
    expect(() => seal.open(sealed, 'row-1')).toThrow();
  });

  it('still opens values of an older key, and names a missing one', () => {
    const sealed = seal.close('012345678901', 'row-1');
    expect(new Seal(keys(2, [[1, Buffer.alloc(32, 1)]])).open(sealed, 'row-1')).toBe('012345678901');
    expect(() => new Seal(keys(2)).open(sealed, 'row-1')).toThrow('no key 1');
  });

  it('indexes equal values equally, apart by kind', () => {
    expect(seal.blindIndex('passport', 'B1234567')).toEqual(seal.blindIndex('passport', 'B1234567'));
    expect(seal.blindIndex('passport', 'B1234567')).not.toEqual(seal.blindIndex('citizen-id', 'B1234567'));
    expect(seal.blindIndex('passport', 'B1234567')).toHaveLength(32);
  });
});
