import { isDeep } from './nesting';

describe('isDeep', () => {
  it('lets forms through and stops towers', () => {
    expect(isDeep({ a: { b: [{ c: 1 }] } })).toBe(false);
    expect(isDeep(null)).toBe(false);
    expect(isDeep(Buffer.alloc(10_000))).toBe(false);
    let tower: unknown = 1;
    for (let i = 0; i < 50_000; i++) tower = [tower];
    expect(isDeep(tower)).toBe(true);
    expect(isDeep(Array.from({ length: 10_000 }, () => ({})))).toBe(false);
  });
});
