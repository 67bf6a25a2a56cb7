const TCVN3_FROM = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦';
const TCVN3_TO = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ';
const TO_TCVN3 = new Map([...TCVN3_TO].map((letter, i) => [letter, [...TCVN3_FROM][i]!]));

/** As a keyboard of the nineties typed it: capitals with marks become small ones, the capital font shows them. */
export function tcvn3(text: string): string {
  return [...text.normalize('NFC')].map((letter) => TO_TCVN3.get(letter) ?? TO_TCVN3.get(letter.toLowerCase()) ?? letter).join('');
}

const CODE_1258: Record<string, number> = {
  ă: 0xe3,
  Ă: 0xc3,
  đ: 0xf0,
  Đ: 0xd0,
  ơ: 0xf5,
  Ơ: 0xd5,
  ư: 0xfd,
  Ư: 0xdd,
  '\u0300': 0xcc,
  '\u0309': 0xd2,
  '\u0303': 0xde,
  '\u0301': 0xec,
  '\u0323': 0xf2,
};
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Base letters of the code page, tones as marks after them. */
export function windows1258(text: string): Buffer {
  const letters = text
    .normalize('NFD')
    .replace(
      /([a-z])(\p{M}+)/giu,
      (_, base: string, marks: string) => (base + marks.replace(TONES, '')).normalize('NFC') + (marks.match(TONES)?.join('') ?? ''),
    );
  return Buffer.from([...letters].map((letter) => CODE_1258[letter] ?? letter.charCodeAt(0)));
}
