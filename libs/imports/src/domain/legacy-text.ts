/**
 * The two encodings of Vietnamese from before Unicode, which a file shows as odd Latin letters: TCVN3 (fonts .VnTime …) and VNI
 * (fonts VNI-Times …). Converted only after somebody agreed.
 */
const TCVN3_FROM = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦';
const TCVN3_TO = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ';
const TCVN3 = new Map([...TCVN3_FROM].map((from, i) => [from, [...TCVN3_TO][i]!]));

const VNI_TONES: Record<string, string> = {
  a: 'ùá øà ûả õã ïạ êă éắ èằ úẳ üẵ ëặ ââ áấ àầ åẩ ãẫ äậ',
  e: 'ùé øè ûẻ õẽ ïẹ âê áế àề åể ãễ äệ',
  o: 'ùó øò ûỏ õõ ïọ âô áố àồ åổ ãỗ äộ',
  u: 'ùú øù ûủ õũ ïụ',
  y: 'ùý øỳ ûỷ õỹ',
  ô: 'ùớ øờ ûở õỡ ïợ',
  ö: 'ùứ øừ ûử õữ ïự',
};
const VNI_ALONE: Record<string, string> = { ñ: 'đ', ô: 'ơ', ö: 'ư', í: 'í', ì: 'ì', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' };
const VNI = new Map<string, string>();
for (const [base, pairs] of Object.entries(VNI_TONES))
  for (const pair of pairs.split(' ')) {
    VNI.set(base + pair[0]!, pair[1]!);
    VNI.set(base.toUpperCase() + pair[0]!.toUpperCase(), pair[1]!.toUpperCase());
    VNI.set(base.toUpperCase() + pair[0]!, pair[1]!.toUpperCase());
  }
for (const [from, to] of Object.entries(VNI_ALONE)) {
  VNI.set(from, to);
  VNI.set(from.toUpperCase(), to.toUpperCase());
}

export function fromTcvn3(text: string): string {
  let out = '';
  for (const letter of text.normalize('NFC')) out += TCVN3.get(letter) ?? letter;
  return out.normalize('NFC');
}

export function fromVni(text: string): string {
  const source = text.normalize('NFC');
  let out = '';
  for (let i = 0; i < source.length; i++) {
    const pair = VNI.get(source.slice(i, i + 2));
    if (pair && i + 1 < source.length) {
      out += pair;
      i++;
    } else out += VNI.get(source[i]!) ?? source[i]!;
  }
  return out.normalize('NFC');
}

const TCVN3_ONLY = '[µ¸¶·¹¨»¾¼½Æ©®ª«¬\u00ad§¦¥¤£¢¡×Ø÷øþÞßæçåäëîïñöûüÏÎÇËÑÖÜ]';
const TCVN3_PATTERN = new RegExp(`[a-zA-Z]${TCVN3_ONLY}|${TCVN3_ONLY}[a-z]`);
const VNI_PATTERN =
  /[aeouyAEOUY][øûïåäëüØÛÏÅÄËÜ]|[aeAE][âêáàãéèÂÊÁÀÃÉÈ]|[bcdghklmnpqrstvxBCDGHKLMNPQRSTVX](ö|æ|Ö)|(^|[^\p{L}])[ñÑ][aeiouyöôAEIOUYÖÔ]/u;
/** Letters that only real Unicode Vietnamese has. */
const UNICODE = /[\u1EA0-\u1EF9\u0102\u0103\u0110\u0111\u01A0\u01A1\u01AF\u01B0\u0300-\u036f]/;

/** By the pattern of its letters alone. */
export function looksTcvn3(text: string): boolean {
  return TCVN3_PATTERN.test(text) && !UNICODE.test(text) && !looksVni(text);
}

export function looksVni(text: string): boolean {
  return VNI_PATTERN.test(text) && !UNICODE.test(text);
}

/** Has letters that no old encoding shows. */
export function isUnicode(text: string): boolean {
  return UNICODE.test(text);
}
