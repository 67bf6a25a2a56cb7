/** What a spreadsheet puts on the clipboard: tabs between cells, line ends between rows, quotes round cells with either in them. */
export function readPaste(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell.replace(/\s*\n\s*/g, ' ').trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let i = 0; i < source.length; i++) {
    const sign = source[i]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (source[i + 1] === '"') cell += source[++i];
      else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n') endRow();
    else cell += sign;
  }
  endRow();
  return rows;
}

/** Words without figures in most cells: the sender copied the header along. */
export function looksLikeHeader(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length >= 2 && filled.every((cell) => /\p{L}/u.test(cell) && !/\d{4,}|\d[/.-]\d/.test(cell));
}

/** Rows as a text file with tabs between cells, which no cell can hold; line n of the file is row n of the screen. */
export function textFile(rows: readonly (readonly string[])[], name: string): File {
  const written = (cell: string) => {
    const flat = cell.replace(/[\t\n\r]+/g, ' ');
    return flat.includes('"') ? `"${flat.replaceAll('"', '""')}"` : flat;
  };
  return new File([`\ufeff${rows.map((row) => row.map(written).join('\t')).join('\r\n')}\r\n`], name, { type: 'text/csv' });
}

/** 0 → A, 26 → AA. */
export function letterOf(index: number): string {
  let letters = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}
