import { tidyText } from '@app/kernel';
import { type UnitName, readUnitName } from './unit-name';

/** What a written place says, from the smallest to the largest part. */
export interface WrittenPlace {
  /** Parts that may name the commune, likeliest first; the rest narrows. */
  readonly communes: readonly UnitName[];
  /** Parts behind a commune's: a district or a province. */
  readonly wider: readonly UnitName[];
  /** The writer says it is the old unit ("(cũ)"). */
  readonly saysOld: boolean;
}

const INNER_TYPE_WORD = /(?<=[\p{L}\p{N})])\s+(?=(?:xã|phường|thị trấn|đặc khu|huyện|quận|tỉnh)\s)/giu;
const INNER_CITY = /(?<=[\p{L}\p{N})])\s+(?=(?:thị xã|thành phố|tx\.?|tp\.?)\s)/giu;
const OLD = /\(?\s*(?<![\p{L}])(?:cũ|cu)\s*\)?\s*$/iu;

/**
 * Takes "Giang Ma, Tam Đường", "Bản Mường Cấu, xã Khun Há", "xã Mường So huyện Phong Thổ", "X. Bản Lang" apart. A part with a commune's
 * type word is the commune; else hamlets step back behind other parts, and `isWider` tells which bare parts are districts or provinces.
 */
export function readWrittenPlace(written: string, isWider: (bare: UnitName) => boolean): WrittenPlace {
  const whole = tidyText(written);
  const saysOld = OLD.test(whole.replace(/\([^)]*\bnay\b[^)]*\)/giu, '').trimEnd());
  const text = whole.replace(/\([^)]*\)/gu, ' ').replace(/\s+cũ\s*$/iu, '');
  const parts = splitParts(text)
    .map(readUnitName)
    .filter((part) => part.bare);
  const typedCommunes = parts.filter((part) => part.level === 'commune');
  if (typedCommunes.length) {
    const commune = typedCommunes.at(-1)!;
    return { communes: [commune], wider: parts.slice(parts.indexOf(commune) + 1), saysOld };
  }
  const wider = parts.filter((part, at) => at > 0 && (part.level === 'district' || part.level === 'province' || isWider(part)));
  const rest = parts.filter((part) => !wider.includes(part));
  const places = rest.filter((part) => !part.hamlet);
  const chosen = places.length ? places.slice(-1) : rest.slice(-1);
  return { communes: chosen, wider, saysOld };
}

function splitParts(text: string): string[] {
  return text
    .replace(INNER_TYPE_WORD, (blank, at: number) => (/thị$/iu.test(text.slice(0, at)) ? blank : ', '))
    .replace(INNER_CITY, ', ')
    .split(/\s*[,;/|]\s*/u)
    .filter(Boolean);
}
