import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Day, Id, ListOf, Nested, OneOf, Text, Whole } from './fields';

class Inner {
  @Text(5) word: string;
}
class Form {
  @Text(10, { optional: true }) text?: string;
  @Text(10, { optional: true, multiline: true }) note?: string;
  @Day({ optional: true }) day?: string;
  @OneOf(['A', 'B'], { optional: true }) code?: string;
  @Id({ optional: true }) id?: string;
  @Whole(1, 9, { optional: true }) whole?: number;
  @Nested(() => Inner, { optional: true }) inner?: Inner;
  @ListOf(() => Inner, 2, { optional: true }) list?: Inner[];
}
const faults = (given: object) =>
  validateSync(plainToInstance(Form, given), { whitelist: true, forbidNonWhitelisted: true }).map((fault) => fault.property);

describe('fields', () => {
  it.each([
    { text: 'Lò Văn Đức' },
    { note: 'a\nb' },
    { day: '2024-02-29' },
    { code: 'A' },
    { id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' },
    { whole: 9 },
    { whole: '7' },
    { inner: { word: 'x' } },
    { list: [{ word: 'x' }] },
    {},
  ])('take %j', (given) => expect(faults(given)).toEqual([]));

  it.each([
    { text: '' },
    { text: 'x'.repeat(11) },
    { text: 'a\0b' },
    { text: 'a\nb' },
    { text: '\ud800' },
    { text: ['x'] },
    { text: {} },
    { text: 5 },
    { note: 'a\u0007' },
    { day: '2026-02-30' },
    { day: '0001-01-01' },
    { day: 20260101 },
    { day: '2026-01-01T00:00' },
    { code: 'C' },
    { code: '__proto__' },
    { id: 'x' },
    { whole: 0 },
    { whole: 1.5 },
    { whole: 'NaN' },
    { whole: '9007199254740993' },
    { inner: 'x' },
    { inner: { word: 1 } },
    { inner: { word: 'x', role: 'administrator' } },
    { list: [{ word: 'x' }, { word: 'x' }, { word: 'x' }] },
    { list: 'x' },
    { list: [{ word: '' }] },
    { role: 'administrator' },
  ])('refuse %j', (given) => expect(faults(given)).toHaveLength(1));
});
