import { mediumOf } from './media';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

describe('the kind of a file by its content', () => {
  it.each([
    ['a whole PDF', bytes('%PDF-1.7\n…\n%%EOF\n'), 'pdf'],
    ['a PDF cut off', bytes('%PDF-1.7\n…\nendobj'), undefined],
    ['a PDF with an archive behind it', bytes('%PDF-1.7\n%%EOF\nPK\x03\x04 and more of it'), undefined],
    ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF'), 'picture'],
    ['a PNG', bytes(PNG), 'picture'],
    ['a WebP', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 '), 'picture'],
    ['a sound file', bytes('RIFF', [0, 0, 0, 0], 'WAVE'), undefined],
    ['a drawing that can run', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), undefined],
    ['a page', bytes('<!doctype html><script>1</script>'), undefined],
    ['a program', bytes('MZ', [0x90]), undefined],
    ['a workbook', bytes('PK\x03\x04'), undefined],
    ['nothing', bytes(''), undefined],
  ])('%s', (_, content, kind) => expect(mediumOf(content)).toBe(kind));
});
