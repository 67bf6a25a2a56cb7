import { AlignmentType, type Paragraph, type Table } from 'docx';
import { dateLine } from '../domain/date-line';
import type { Issuer } from '../domain/document-kinds';
import { columns, line, SIZE } from './official-page';

/** Issuer and number at the left, nation, motto, place and day at the right. The clerk writes the number. */
export function letterHead({ name, superior, place, symbol }: Issuer, type: string, today: string): Table {
  return columns(
    [
      ...(superior ? [line({ text: superior.toUpperCase(), size: SIZE.issuer })] : []),
      line({ text: name.toUpperCase(), bold: true, size: SIZE.issuer, ruled: true }),
      line({ text: `Số: ……/${type}-${symbol}`, size: SIZE.number, before: 6 }),
    ],
    [...nation(), line({ text: dateLine(place, today), italics: true, before: 6 })],
  );
}

/** Nation and motto alone: what a citizen writes bears no issuer. */
export function nation(): Paragraph[] {
  return [
    line({ text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true, size: SIZE.national }),
    line({ text: 'Độc lập - Tự do - Hạnh phúc', bold: true, size: SIZE.motto, ruled: true }),
  ];
}

export function heading(title: string, subject?: string): Paragraph[] {
  return [
    line({ text: title.toUpperCase(), bold: true, size: SIZE.title, before: 18 }),
    ...(subject ? [line({ text: subject, bold: true, ruled: true })] : []),
  ];
}

/** Addressees at the left, the signer's post at the right with room for the name. */
export function foot(addressees: readonly string[], post: string): Table {
  const left = (text: string, more: object = {}) => line({ text, size: SIZE.addressee, align: AlignmentType.LEFT, ...more });
  return columns(
    [
      left('Nơi nhận:', { bold: true, italics: true, size: 24, before: 12 }),
      ...addressees.map((one) => left(`- ${one};`)),
      left('- Lưu: VT.'),
    ],
    [
      line({ text: post.toUpperCase(), bold: true, before: 12 }),
      ...Array.from({ length: 4 }, () => line({ text: '' })),
      line({ text: '……………………', bold: true }),
    ],
  );
}
