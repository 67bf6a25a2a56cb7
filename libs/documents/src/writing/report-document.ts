import { AlignmentType, type ISectionOptions } from 'docx';
import type { Issuer } from '../domain/document-kinds';
import { body, grid, line, section, toWord } from './official-page';
import { foot, heading, letterHead } from './official-parts';

/** A ruled table; widths in percent. */
export interface ReportTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly widths: readonly number[];
}

export interface ReportContent {
  readonly issuer: Issuer;
  /** Day of the date line. */
  readonly today: string;
  readonly subject: string;
  readonly opening: readonly string[];
  readonly table: ReportTable;
  readonly closing: readonly string[];
  readonly addressees: readonly string[];
  readonly annex: ReportTable & { readonly subject: string };
}

/** A report with its annex laid across (Decree 30/2020/NĐ-CP, Annex I). The number is left to the clerk of the office, the name to the signer. */
export function reportDocument({ issuer, today, subject, opening, table, closing, addressees, annex }: ReportContent): Promise<Buffer> {
  const main: ISectionOptions = section([
    letterHead(issuer, 'BC', today),
    ...heading('Báo cáo', subject),
    ...opening.map(body),
    line({ text: '', before: 6 }),
    grid(table.head, table.rows, table.widths),
    ...closing.map(body),
    foot(addressees, 'Giám đốc'),
  ]);
  const across = section(
    [
      ...heading('Phụ lục I', annex.subject),
      line({ text: `(Kèm theo Báo cáo số ……/BC-${issuer.symbol} ngày …/…/…… của ${issuer.name})`, italics: true }),
      line({ text: '', align: AlignmentType.LEFT }),
      grid(annex.head, annex.rows, annex.widths),
    ],
    true,
  );
  return toWord(`Báo cáo ${subject}`, [main, across]);
}
