import { foldText, tidyText } from '@app/kernel';

/** Type words of units as offices write them, longest first; single letters need a dot or a blank behind them. */
const TYPE_WORDS: readonly (readonly [type: string, level: NameLevel, pattern: RegExp])[] = [
  ['thi_tran', 'commune', /^(?:thị[ _-]*trấn|thi[ _-]*tran|t\.?\s?trấn|t\.?\s?t)(?=[\s.])[\s.]*/iu],
  ['dac_khu', 'commune', /^(?:đặc[ _-]*khu|dac[ _-]*khu|đ\.?\s?k)(?=[\s.])[\s.]*/iu],
  ['thi_xa', 'district', /^(?:thị[ _-]*xã|thi[ _-]*xa|t\.?\s?x)(?=[\s.])[\s.]*/iu],
  ['thanh_pho', 'district', /^(?:thành[ _-]*phố|thanh[ _-]*pho|t\.?\s?p)(?=[\s.])[\s.]*/iu],
  ['phuong', 'commune', /^(?:phường|phuong|ph|p)(?=[\s.\d])[\s.]*/iu],
  ['xa', 'commune', /^(?:xã|xa|x)(?=[\s.])[\s.]*/iu],
  ['huyen', 'district', /^(?:huyện|huyen|h)(?=[\s.])[\s.]*/iu],
  ['quan', 'district', /^(?:quận|quan|q)(?=[\s.\d])[\s.]*/iu],
  ['tinh', 'province', /^(?:tỉnh|tinh)(?=[\s.])[\s.]*/iu],
];
const HAMLET =
  /^(?:bản|thôn|xóm|ấp|khóm|buôn|bon|làng|tổ dân phố|tổ|tdp|khu phố|khu|kp|kp\.|đội|khối|tiểu khu|tk|phum|sóc|plei|ban|thon|xom|ap|to|khu pho|lang|buon)(?=[\s.\d])/iu;

export type NameLevel = 'commune' | 'district' | 'province';

export interface UnitName {
  /** Type word as code (`xa`, `thi_tran` …); undefined when none was written. `thanh_pho` may also be a city under the State. */
  readonly type: string | undefined;
  readonly level: NameLevel | undefined;
  /** Name without type word, as written. */
  readonly bare: string;
  /** The type word stands there with its marks, so it is one beyond doubt. */
  readonly surely: boolean;
  /** The whole text: some communes begin with what looks like a type word (Quan Hoa, Xa Dung, H Bông). */
  readonly literal: string;
  /** Looks like a place within a commune (bản, thôn, tổ …); some communes bear such names too. */
  readonly hamlet: boolean;
}

/** `Xã Giang Ma` → xa + Giang Ma; `P. 1`, `TT.Phong Thổ`, `X. Bản Lang`, `phường 01` likewise. */
export function readUnitName(written: string): UnitName {
  const text = tidyText(written).replace(/^[-–,.;:\s]+|[-–,;:\s]+$/gu, '');
  for (const [type, level, pattern] of TYPE_WORDS) {
    const bare = text.replace(pattern, '');
    if (bare !== text && bare)
      return {
        type,
        level,
        bare,
        surely: !isUnmarked(text.slice(0, text.length - bare.length)),
        literal: text,
        hamlet: false,
      };
  }
  return { type: undefined, level: undefined, bare: text, surely: false, literal: text, hamlet: HAMLET.test(text) };
}

/** The form in which names are the same with all their marks: tone placement, apostrophes, hyphens and capitals do not count. */
export function exactKey(bare: string): string {
  return tidyText(bare)
    .toLowerCase()
    .replace(/(^|\s)(?:n\.?\s?t\.?|nông trường|nt)(?=\s)/gu, '$1nt')
    .replace(/['’‘`´ʼ]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(toneLast)
    .join(' ');
}

/** The same without any mark: weaker, so it is only asked when the exact form found nothing. */
export function foldedKey(bare: string): string {
  return foldText(exactKeyText(bare)).split(' ').map(withoutZero).join(' ');
}

function exactKeyText(bare: string): string {
  return tidyText(bare)
    .toLowerCase()
    .replace(/(^|\s)(?:n\.?\s?t\.?|nông trường|nong truong|nt)(?=\s)/gu, '$1nt')
    .replace(/['’‘`´ʼ]/gu, '');
}

/** Not one mark anywhere: typed on a machine without Vietnamese, so agreeing letter by letter means little. */
export function isUnmarked(text: string): boolean {
  return /^[\p{ASCII}\u2019]*$/u.test(text);
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** hoà and hòa are one syllable with one tone: the tone is written behind the letters. */
function toneLast(word: string): string {
  const parts = word.normalize('NFD');
  return withoutZero(parts.replace(TONES, '').normalize('NFC') + (parts.match(TONES)?.join('') ?? ''));
}

const withoutZero = (word: string) => (/^0+\d+$/.test(word) ? word.replace(/^0+/, '') : word);
