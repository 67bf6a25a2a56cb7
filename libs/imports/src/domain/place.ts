import { foldText } from '@app/kernel';

export type PlaceAnswer =
  | { readonly kind: 'found'; readonly code: string; readonly name: string; readonly unitId: number | null; readonly respelled: boolean }
  | { readonly kind: 'ambiguous' | 'divided'; readonly candidates: readonly { readonly code: string; readonly name: string }[] }
  | { readonly kind: 'unknown' };

/** Finds the commune of today for words of a file. `district`: the old district the words or the title name. `oldOnly`: the column says "xã cũ". */
export type PlaceFinder = (written: string, around: { readonly district?: string; readonly oldOnly?: boolean }) => PlaceAnswer;

export interface AddressReading {
  readonly written: string | null;
  readonly hamlet: string | null;
  readonly place: PlaceAnswer;
}

const DISTRICT = /^(huyện|thị xã|thành phố|quận|tx\.?|tp\.?|h\.)\s*/iu;
const PROVINCE = /^(tỉnh|t\.)\s*/iu;
const HAMLET = /^(bản|thôn|tdp|tổ dân phố|tổ|khu phố|khu|ấp|xóm|buôn|làng)\s+/iu;

/** Old district named above the table: "UBND HUYỆN TAM ĐƯỜNG", "KHU VỰC HUYỆN PHONG THỔ CŨ". */
export function districtInTitle(titles: readonly string[]): string | undefined {
  for (const title of titles) {
    const named = /(?:huyện|thị xã|quận|thành phố)\s+((?!và )[\p{L}\p{M}'’]+(?:[ -][\p{L}\p{M}'’]+){0,3}?)(?=\s+(?:cũ|trước|năm|tỉnh)(?![\p{L}\p{M}])|\s*[,.;:()–|]|\s+-|\s*$)/iu.exec(title.normalize('NFC'));
    if (named) return named[1]!;
  }
  return undefined;
}

/** Commune named above the table: "UBND XÃ PHONG THỔ". */
export function communeInTitle(titles: readonly string[]): string | undefined {
  for (const title of titles) {
    const named = /(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|^|\s)\s*((?:xã|phường|thị trấn)\s+[\p{L}\p{M}'’]+(?:[ -][\p{L}\p{M}'’]+){0,3}?)(?=\s+(?:năm|tỉnh|huyện)(?![\p{L}\p{M}])|\s*[,.;:()–|]|\s+-|\s*$)/iu.exec(title.normalize('NFC'));
    if (named && !/xã hội/iu.test(named[1]!)) return named[1]!;
  }
  return undefined;
}

/** Hamlet, commune, district and province written in one cell, in this order. */
export function readAddress(text: string, find: PlaceFinder, around: { district?: string; province?: string }): AddressReading {
  let parts = text.split(/[,;\n]|\s[-–]\s/).map((part) => part.trim()).filter(Boolean);
  if (parts.length > 1 && (PROVINCE.test(parts.at(-1)!) || (parts.length > 2 && foldText(parts.at(-1)!) === foldText(around.province ?? '')))) parts = parts.slice(0, -1);
  let district: string | undefined;
  if (parts.length > 1 && DISTRICT.test(parts.at(-1)!)) {
    district = parts.at(-1)!.replace(DISTRICT, '');
    parts = parts.slice(0, -1);
  }
  const last = parts.at(-1) ?? '';
  const before = parts.at(-2);
  const typed = before !== undefined && /^(xã|phường|thị trấn|tt\.?|x\.|p\.)\s*/iu.test(before);
  if (!district && before !== undefined && (parts.length > 2 || typed)) {
    const place = find(before, { district: last });
    if (place.kind !== 'unknown') return { written: `${before}, ${last}`, hamlet: hamletOf(parts.slice(0, -2)), place };
  }
  if (!district && before !== undefined && parts.length === 2 && foldText(last) === foldText(around.district ?? '') && !HAMLET.test(before)) {
    const inside = find(before, { district: last });
    const whole = find(last, { district: around.district });
    if (inside.kind === 'found' && whole.kind === 'found' && inside.code !== whole.code) return { written: text.trim(), hamlet: null, place: { kind: 'ambiguous', candidates: [inside, whole] } };
    if (inside.kind === 'found') return { written: before, hamlet: null, place: inside };
  }
  const place = find(last, { district: district ?? around.district });
  return { written: last || null, hamlet: hamletOf(parts.slice(0, -1)), place };
}

function hamletOf(parts: readonly string[]): string | null {
  return parts.join(', ').replace(HAMLET, '').trim() || null;
}
