import { foldText } from '@app/kernel';

export type PlaceAnswer =
  | {
      readonly kind: 'found';
      readonly code: string;
      readonly name: string;
      readonly unitId: number | null;
      readonly respelled: boolean;
      /** Official names, the old one first. */ readonly names: readonly string[];
    }
  | {
      readonly kind: 'ambiguous' | 'divided';
      readonly candidates: readonly { readonly code: string; readonly name: string }[];
    }
  | { readonly kind: 'unknown' };

/** Finds the commune of today for words of a file. `district`: the old district the words or the title name. `oldOnly`: the column says "xã cũ". */
export type PlaceFinder = (written: string, around: { readonly district?: string; readonly oldOnly?: boolean }) => PlaceAnswer;

export interface AddressReading {
  readonly written: string | null;
  readonly hamlet: string | null;
  readonly place: PlaceAnswer;
}

const TYPED = /^(xã|phường|thị trấn|đặc khu|tt\.?|x\.|p\.)\s*(?=\S)/iu;
const HAMLET = /^(bản|thôn|tdp|tổ dân phố|tổ|khu phố|khu|ấp|xóm|buôn|làng)\s+/iu;

/** Old district named above the table: "UBND HUYỆN TAM ĐƯỜNG", "KHU VỰC HUYỆN PHONG THỔ CŨ". */
export function districtInTitle(titles: readonly string[]): string | undefined {
  for (const title of titles) {
    const named =
      /(?:huyện|thị xã|quận|thành phố)\s+((?!và )[\p{L}\p{M}'’]+(?:[ -][\p{L}\p{M}'’]+){0,3}?)(?=\s+(?:cũ|trước|năm|tỉnh)(?![\p{L}\p{M}])|\s*[,.;:()–|]|\s+-|\s*$)/iu.exec(
        title.normalize('NFC'),
      );
    if (named) return named[1]!;
  }
  return undefined;
}

/** Commune named above the table: "UBND XÃ PHONG THỔ". */
export function communeInTitle(titles: readonly string[]): string | undefined {
  for (const title of titles) {
    const named =
      /(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|^|\s)\s*((?:xã|phường|thị trấn)\s+[\p{L}\p{M}'’]+(?:[ -][\p{L}\p{M}'’]+){0,3}?)(?=\s+(?:năm|tỉnh|huyện)(?![\p{L}\p{M}])|\s*[,.;:()–|]|\s+-|\s*$)/iu.exec(
        title.normalize('NFC'),
      );
    if (named && !/xã hội/iu.test(named[1]!)) return named[1]!;
  }
  return undefined;
}

/** Hamlet, commune, district and province written in one cell, in this order; the finder says which part is the commune. */
export function readAddress(text: string, find: PlaceFinder, around: { district?: string }): AddressReading {
  const parts = text
    .split(/[,;\n]|\s[-–]\s/)
    .map((part) => part.trim())
    .filter(Boolean);
  const place = placeOf(parts, (written) => find(written, around.district ? { district: around.district } : {}));
  const names = place.kind === 'unknown' ? [] : place.kind === 'found' ? place.names : place.candidates.map(({ name }) => name);
  const standing = (name: string) => parts.map((part, i) => (bareKey(part) === bareKey(name) ? i : -1)).filter((i) => i >= 0);
  const fits = names.map(standing).find((found) => found.length > 0) ?? [];
  const typed = fits.find((i) => TYPED.test(parts[i]!));
  const inDistrict = parts.length > 2 && foldText(parts.at(-1)!) === foldText(around.district ?? '') ? parts.length - 2 : parts.length - 1;
  const at = typed ?? (fits.includes(inDistrict) ? inDistrict : (fits.at(-1) ?? inDistrict));
  return { written: parts.slice(at).join(', ') || null, hamlet: hamletOf(parts.slice(0, at)), place };
}

/** Two readings that lead to two communes are a question. Communes called "Bản …" look like hamlets, so they are tried by themselves. */
function placeOf(parts: readonly string[], find: (written: string) => PlaceAnswer): PlaceAnswer {
  const last = parts.at(-1) ?? '';
  const alone = find(last);
  if (parts.length < 2 || (HAMLET.test(last) && alone.kind !== 'unknown')) return alone;
  if (parts.length > 2 && HAMLET.test(parts.at(-2)!)) {
    const pair = find(parts.slice(-2).join(', '));
    if (pair.kind !== 'unknown') return pair;
  }
  const whole = find(parts.join(', '));
  if (whole.kind === 'unknown') return parts.length === 2 ? alone : { kind: 'unknown' };
  if (parts.length > 2 || alone.kind === 'unknown' || parts.some((part) => TYPED.test(part))) return whole;
  if (whole.kind === 'found' && alone.kind === 'found' && whole.code !== alone.code)
    return { kind: 'ambiguous', candidates: [whole, alone].map(({ code, name }) => ({ code, name })) };
  return alone.kind === 'found' ? whole : alone;
}

function bareKey(name: string): string {
  return foldText(name.replace(TYPED, ''));
}

function hamletOf(parts: readonly string[]): string | null {
  return parts.join(', ').replace(HAMLET, '').trim() || null;
}
