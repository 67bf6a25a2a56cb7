import { crc32, deflateRawSync } from 'node:zlib';
import type { OfficeFile } from './office-file';
import { workbook } from './office-file';

/** Files that must be refused whole, by what they hold and not by their name. */
export async function brokenFiles(): Promise<OfficeFile[]> {
  const good = await workbook([
    ['STT', 'Họ tên', 'Ngày sinh', 'CCCD', 'Xã'],
    [1, 'Lò Văn Ánh', '01/01/1990', '012090900999', 'Bum Tở'],
  ]);
  const types = (main: string) =>
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${main}"/></Types>`;
  const rels =
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>';
  const table =
    '<html><head><meta charset="utf-8"></head><body><table><tr><th>STT</th><th>Họ tên</th><th>CCCD</th></tr></table></body></html>';
  const refused = (name: string, bytes: Buffer, refusal: string[]): OfficeFile => ({
    name,
    kind: 'register',
    login: 'centre-12',
    bytes,
    refusal,
    rows: [],
  });
  return [
    refused('empty file', Buffer.alloc(0), ['FILE_DAMAGED']),
    refused('cut workbook', good.subarray(0, good.length - 300), ['FILE_DAMAGED']),
    refused('.xls or encrypted workbook', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)]), ['FILE_NOT_XLSX']),
    refused('web page named .xlsx', Buffer.from(table), ['FILE_NOT_XLSX']),
    refused('web page with a mark', Buffer.from(`\ufeff${table}`), ['FILE_NOT_XLSX']),
    refused(
      'workbook with macros named .xlsx',
      zip({
        '[Content_Types].xml': types('application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
        '_rels/.rels': rels,
        'xl/workbook.xml': '<workbook/>',
        'xl/vbaProject.bin': 'x',
      }),
      ['FILE_NOT_XLSX'],
    ),
    refused(
      'text document',
      zip({
        '[Content_Types].xml': types('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'),
        '_rels/.rels': rels,
        'xl/workbook.xml': '<document/>',
      }),
      ['FILE_NOT_XLSX'],
    ),
    refused(
      'zip bomb',
      await workbook(Array.from({ length: 60 }, (_, i) => Array.from({ length: 10 }, (_, c) => `${i} ${c} ${'a'.repeat(32_000)}`))),
      ['FILE_TOO_LARGE_INFLATED'],
    ),
    refused('60,001 lines', Buffer.from(`STT;Họ tên;Ngày sinh;CCCD\n${'1;Lò Văn Ánh;01/01/1990;012090900999\n'.repeat(60_001)}`), [
      'FILE_TOO_MANY_ROWS',
    ]),
    refused('picture', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(500)]), ['FILE_NOT_XLSX']),
  ];
}

/** The smallest zip writer that real readers accept. */
function zip(parts: Record<string, string>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const plain = Buffer.from(text);
    const packed = deflateRawSync(plain);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(plain), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(plain.length, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), head, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), head, tail, Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(locals.length, 8);
  end.writeUInt16LE(locals.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, list, end]);
}
