import { fold } from '../../../language/fold';
import { readDay } from '../../../language/read-day';
import { looksLikeHeader, readPaste } from '../../parts/sent-file/read-paste';

/** One line of a list of a school, an army unit or a fair: name, birth, sex, commune code, telephone, identity number. */
export interface PastedDemand {
  readonly fullName: string;
  readonly communeCode?: string;
  /** The commune in words, where the list has no code: the server knows old names too. */
  readonly place?: string;
  readonly birthDate?: string;
  readonly birthPrecision?: 'Y' | 'YM' | 'YMD';
  readonly sex?: 'M' | 'F';
  readonly phone?: string;
  readonly citizenId?: string;
}

type Found = { -readonly [K in keyof PastedDemand]?: PastedDemand[K] };
type Field = 'fullName' | 'birthDate' | 'sex' | 'communeCode' | 'phone' | 'citizenId' | 'nothing';

/** What a column holds by its header. Columns about parents, about the card or with remarks say nothing of the person. */
const HEADERS: readonly (readonly [RegExp, Field])[] = [
  [/(?<!\p{L})(cha|bo|me|vo|chong|phu huynh|than nhan|nguoi than|lien he|ngay cap|noi cap)(?!\p{L})/u, 'nothing'],
  [/ho.*ten|^ten$|^ho( dem)?$/, 'fullName'],
  [/sinh/, 'birthDate'],
  [/gioi|^nam[ /,]*nu$/, 'sex'],
  [/(?<!\p{L})xa(?!\p{L})/u, 'communeCode'],
  [/dien thoai|sdt|di dong/, 'phone'],
  [/cccd|can cuoc|cmnd|dinh danh/, 'citizenId'],
];
/** How an address, a school or a class begins. With marks: "Tô" is a family, "tổ" a place. */
const PLACE = /^(xã|phường|thị trấn|thị xã|bản|thôn|làng|ấp|sóc|buôn|tổ|khu|khối|tiểu khu|huyện|tỉnh|thành phố|trường|lớp)(?=\s|$)/;

/** A commune with its type word; hamlets and districts alone say no commune. */
const COMMUNE = /^(xã|phường|thị trấn)\s/;

/** By the header where the list has one, else by what a cell looks like. `unread`: lines without a name or a commune. */
export function readDemands(text: string, today: string, commune: string): { lines: PastedDemand[]; unread: number[] } {
  const lines: PastedDemand[] = [];
  const unread: number[] = [];
  let fields: readonly Field[] | undefined;
  for (const [i, cells] of readPaste(text).entries()) {
    if (!cells.some(Boolean)) continue;
    const header = lines.length === 0 && looksLikeHeader(cells) ? cells.map(fieldOf) : [];
    if (header.includes('fullName')) {
      fields = header;
      // What stands above a header is the title of the list.
      unread.length = 0;
    } else {
      const line = readLine(cells, fields, today, commune);
      if (line) lines.push(line);
      else unread.push(i + 1);
    }
  }
  return { lines, unread };
}

function fieldOf(header: string): Field {
  const said = fold(header.trim());
  return HEADERS.find(([words]) => words.test(said))?.[1] ?? 'nothing';
}

function readLine(
  cells: readonly string[],
  fields: readonly Field[] | undefined,
  today: string,
  commune: string,
): PastedDemand | undefined {
  const found: Found = {};
  for (const [column, cell] of cells.entries())
    for (const [field, value] of Object.entries(readCell(cell, today, fields?.[column] ?? (fields && 'nothing'))))
      // Family name and given name may have a column each.
      if (field === 'fullName' && fields && found.fullName) found.fullName += ` ${value}`;
      else if (!(field in found)) Object.assign(found, { [field]: value });
  // What the line itself says of the commune goes before the commune of the list.
  const where = found.communeCode ? { communeCode: found.communeCode } : found.place ? { place: found.place } : { communeCode: commune };
  const { fullName, place: _, ...rest } = found;
  const more = found.birthDate ?? found.sex ?? found.phone ?? found.citizenId;
  // Words alone are perhaps a title or a remark: without a header somebody is known by one thing more.
  return fullName && (where.communeCode || where.place) && (fields || more) ? { ...rest, fullName, ...where } : undefined;
}

/** What one cell tells; `field`: what its column holds, undefined where no header says so. */
function readCell(cell: string, today: string, field: Field | undefined): Found {
  const is = (one: Field) => field === undefined || field === one;
  const text = cell.trim();
  const digits = text.replace(/[\s.'+-]/g, '');
  const day = readDay(text, today, true);
  const said = fold(text);
  if (is('citizenId') && /^\d{12}$/.test(digits)) return { citizenId: digits };
  // Excel drops the zero that every number begins with.
  if (field === 'citizenId' && /^[1-9]\d[0-3]\d{8}$/.test(digits)) return { citizenId: `0${digits}` };
  if (is('communeCode') && /^\d{5}$/.test(digits)) return { communeCode: digits };
  if (is('phone') && /^(0|84)\d{9}$/.test(digits)) return { phone: text };
  if (field === 'phone' && /^[35789]\d{8}$/.test(digits)) return { phone: `0${digits}` };
  if (field === 'communeCode' && said && !/^\d+$/.test(said)) return { place: text };
  if (field === undefined && COMMUNE.test(text.normalize('NFC').toLowerCase())) return { place: text };
  if (is('birthDate') && day && /\d{4}|\//.test(text)) return { birthDate: day.day, birthPrecision: day.precision };
  if (is('sex') && /^(nam|nu)$/.test(said)) return { sex: said === 'nam' ? 'M' : 'F' };
  return is('fullName') && isName(text, field !== undefined) ? { fullName: text } : {};
}

function isName(text: string, named: boolean): boolean {
  if (!/^\p{L}[\p{L}\s']*$/u.test(text) || PLACE.test(text.normalize('NFC').toLowerCase())) return false;
  return named || text.includes(' ');
}
