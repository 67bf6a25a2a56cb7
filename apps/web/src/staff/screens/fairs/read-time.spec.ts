import { readTime } from './read-time';

it.each([
  ['8h', '08:00'],
  ['8h30', '08:30'],
  ['13:05', '13:05'],
  ['0830', '08:30'],
  ['7g15', '07:15'],
  ['9', '09:00'],
  ['24:00', undefined],
  ['8:60', undefined],
  ['sáng', undefined],
  ['', undefined],
])('"%s" is read as %s', (text, time) => expect(readTime(text)).toBe(time));
