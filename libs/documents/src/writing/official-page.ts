import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** Sizes of Decree 30/2020/NĐ-CP, Annex I; half points, as Word counts. */
export const SIZE = { national: 26, motto: 28, issuer: 26, body: 28, title: 28, addressee: 22, number: 26 } as const;
/** Twips of millimetres, rounded up: the library rounds down, and the Decree's margins are least measures. */
const mm = (millimetres: number) => Math.ceil((millimetres * 1440) / 25.4);
const FONT = 'Times New Roman';
const NONE = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' } as const;
const OPEN = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

export interface Line {
  readonly text: string;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  /** Points before the line. */
  readonly before?: number;
  /** A drawn rule below, as wide as the words. */
  readonly ruled?: true;
  readonly indent?: boolean;
}

export function line({ text, bold, italics, size = SIZE.body, align = AlignmentType.CENTER, before = 0, ruled, indent }: Line): Paragraph {
  return new Paragraph({
    alignment: align,
    spacing: { before: before * 20, after: 0, line: 264 },
    ...(indent && { indent: { firstLine: mm(10) } }),
    children: [new TextRun({ text, bold, italics, size, font: FONT, ...(ruled && { underline: {} }) })],
  });
}

/** Running text: justified, first line set in, six points apart. */
export const body = (text: string): Paragraph => line({ text, align: AlignmentType.JUSTIFIED, before: 6, indent: true });

/** Two columns without borders: who issues and the nation, who gets it and who signs. */
export function columns(left: readonly Paragraph[], right: readonly Paragraph[], share: readonly [number, number] = [45, 55]): Table {
  const cell = (children: readonly Paragraph[], size: number) =>
    new TableCell({ borders: OPEN, width: { size, type: WidthType.PERCENTAGE }, children: [...children] });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: OPEN,
    rows: [new TableRow({ children: [cell(left, share[0]), cell(right, share[1])] })],
  });
}

/** A ruled table with a head that repeats on every page. */
export function grid(head: readonly string[], rows: readonly (readonly string[])[], widths: readonly number[]): Table {
  const row = (cells: readonly string[], bold: boolean) =>
    new TableRow({
      tableHeader: bold,
      children: cells.map(
        (text, at) =>
          new TableCell({
            width: { size: widths[at] ?? 10, type: WidthType.PERCENTAGE },
            children: [line({ text, bold, size: 24, align: bold || at === 0 ? AlignmentType.CENTER : AlignmentType.LEFT })],
          }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}

/** One A4 page sequence: margins 20, 15, 20, 30 mm, the page number centred above from the second page on. */
export function section(children: ISectionOptions['children'], landscape = false): ISectionOptions {
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: SIZE.number, font: FONT })],
  });
  return {
    properties: {
      titlePage: true,
      page: {
        size: {
          width: mm(210),
          height: mm(297),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15), header: mm(10) },
        pageNumbers: { start: 1 },
      },
    },
    headers: { default: new Header({ children: [number] }), first: new Header({ children: [new Paragraph('')] }) },
    children,
  };
}

export async function toWord(title: string, sections: readonly ISectionOptions[]): Promise<Buffer> {
  const document = new Document({
    title,
    creator: 'Bến Về',
    styles: { default: { document: { run: { font: FONT, size: SIZE.body } } } },
    sections: [...sections],
  });
  return Packer.toBuffer(document);
}
