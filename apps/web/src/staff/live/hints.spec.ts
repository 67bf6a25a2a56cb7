import { touches } from './hints';

describe('which screens a hint concerns', () => {
  it.each([
    [{ topic: 'desk' }, ['work', 'urgent'], true],
    [{ topic: 'desk' }, ['bell'], true],
    [{ topic: 'desk' }, ['case', 'a'], false],
    [{ topic: 'case', id: 'a' }, ['case', 'a', 'timeline'], true],
    [{ topic: 'case', id: 'a' }, ['case', 'b'], false],
    [{ topic: 'case', id: 'a' }, ['cases', { text: 'hoa' }], true],
    [{ topic: 'case' }, ['case', 'b'], true],
    [{ topic: 'import', id: 'x' }, ['import', 'x'], true],
    [{ topic: 'import', id: 'x' }, ['session'], false],
  ] as const)('%j and %j: %s', (hint, key, expected) => expect(touches(hint, key)).toBe(expected));
});
