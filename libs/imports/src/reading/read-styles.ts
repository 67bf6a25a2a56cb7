import type { Element } from './small-part';

export interface CellStyle {
  readonly date: boolean;
  /** Zeroes the format shows in front (`000000000` → 9). */
  readonly zeroes: number;
  readonly font: 't' | 'v' | '';
}

/** Which styles show dates, which pad with zeroes, which use a font of the old encodings. */
export function readStyles(elements: readonly Element[]): CellStyle[] {
  const formats = new Map<number, string>();
  const fonts: ('t' | 'v' | '')[] = [];
  const styles: CellStyle[] = [];
  for (const { name, attributes, path } of elements) {
    const parent = path.at(-1);
    if (name === 'numFmt' && parent === 'numFmts') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
    if (name === 'font' && parent === 'fonts') fonts.push('');
    if (name === 'name' && parent === 'font' && path.at(-2) === 'fonts') fonts[fonts.length - 1] = oldEncoding(attributes.val ?? '');
    if (name === 'xf' && parent === 'cellXfs') {
      const id = Number(attributes.numFmtId ?? 0);
      const format = formats.get(id);
      styles.push({
        date: format === undefined ? builtInDate(id) : showsDate(format),
        zeroes: format && /^0{6,15}$/.test(format) ? format.length : 0,
        font: fonts[Number(attributes.fontId ?? 0)] ?? '',
      });
    }
  }
  return styles;
}

/** .VnTime and its kin are TCVN3; VNI-Times and its kin are VNI. */
export function oldEncoding(font: string): 't' | 'v' | '' {
  if (/^\.vn/i.test(font)) return 't';
  return /^vni[- ]/i.test(font) ? 'v' : '';
}

function builtInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

function showsDate(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').split(';')[0]!;
  return !/general/i.test(bare) && /[yd]|m{3}/i.test(bare);
}
