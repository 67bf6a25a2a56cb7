import { posix } from 'node:path';
import { FileRefused } from './reading-limits';
import { elementsOf, prefixedId } from './small-part';
import { type CellStyle, readStyles } from './read-styles';
import type { ZipParts } from './zip-parts';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

export interface WorkbookParts {
  readonly date1904: boolean;
  readonly externalLinks: boolean;
  readonly sheets: readonly SheetPart[];
  readonly sharedStrings?: string;
  readonly styles: readonly CellStyle[];
}

const NOT_XLSX =
  'Tệp không phải bảng tính Excel .xlsx thường (có thể là .xls cũ, .xlsm có macro, .xlsb hoặc tệp khác đổi đuôi). Hãy mở bằng Excel và lưu thành "Excel Workbook (*.xlsx)".';

/** Says by content, not by name, whether this is a plain workbook, and where its parts lie. */
export async function readWorkbookParts(zip: ZipParts): Promise<WorkbookParts> {
  if (!zip.has('[Content_Types].xml') || !zip.has('_rels/.rels')) throw new FileRefused('FILE_NOT_XLSX', NOT_XLSX);
  const types = await zip.text('[Content_Types].xml');
  if (
    /macroEnabled|vbaProject|sheet\.binary|opendocument/i.test(types) ||
    zip.names().some((name) => /vbaProject|\.bin$/i.test(name) && !/printerSettings/i.test(name))
  )
    throw new FileRefused('FILE_NOT_XLSX', NOT_XLSX);
  const main = (await relations(zip, '')).find(({ type }) => /\/officeDocument$/.test(type))?.target;
  if (!main || !zip.has(main) || !/spreadsheetml/i.test(types)) throw new FileRefused('FILE_NOT_XLSX', NOT_XLSX);
  const links = await relations(zip, main);
  const elements = elementsOf(await zip.text(main));
  const sheets: SheetPart[] = [];
  for (const { name, attributes } of elements) {
    if (name !== 'sheet') continue;
    const target = links.find(({ id }) => id === prefixedId(attributes));
    if (!target || !/\/worksheet$/.test(target.type)) continue;
    sheets.push({
      name: attributes.name ?? '',
      hidden: (attributes.state ?? 'visible') !== 'visible',
      part: target.target,
    });
  }
  const styles = links.find(({ type }) => /\/styles$/.test(type))?.target;
  const sharedStrings = links.find(({ type }) => /\/sharedStrings$/.test(type))?.target;
  const flag = elements.find(({ name }) => name === 'workbookPr')?.attributes.date1904;
  return {
    date1904: flag === '1' || flag === 'true',
    externalLinks: zip.names().some((name) => /externalLinks\//i.test(name)),
    sheets,
    ...(sharedStrings && zip.has(sharedStrings) && { sharedStrings }),
    styles: styles && zip.has(styles) ? readStyles(elementsOf(await zip.text(styles))) : [],
  };
}

async function relations(zip: ZipParts, part: string): Promise<{ id: string; type: string; target: string }[]> {
  const folder = posix.dirname(part);
  const file = part === '' ? '_rels/.rels' : posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!zip.has(file)) return [];
  return elementsOf(await zip.text(file))
    .filter(({ name, attributes }) => name === 'Relationship' && attributes.TargetMode !== 'External')
    .map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({
      id: Id,
      type: Type,
      target: Target.startsWith('/') ? Target.slice(1) : posix.join(part === '' ? '' : folder, Target),
    }));
}
