/**
 * On a phone the rows of a `.plain-table` stand as cards and its head is not seen (plain-table.css): each value then names its column. The first
 * column is what the card is about and needs no name, nor does a column without words. Cells that already carry a name of their own keep it.
 */
function nameCells(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map((head) =>
    head.querySelector('.visually-hidden') ? '' : head.textContent.trim(),
  );
  const about = heads.findIndex(Boolean);
  for (const row of [...table.tBodies].flatMap(({ rows }) => [...rows])) {
    if (row.cells.length !== heads.length) continue;
    for (const [i, cell] of [...row.cells].entries())
      if (i !== about && heads[i] && cell.tagName === 'TD' && !cell.dataset.head) cell.dataset.head = heads[i];
  }
}

/** Keeps the cells of every such table named, those that come later too; before they are painted, so that nothing moves. */
export function watchCellHeads(): void {
  const all = () => {
    for (const table of document.querySelectorAll<HTMLTableElement>('table.plain-table:not(.wide-table)')) nameCells(table);
  };
  new MutationObserver(all).observe(document.body, { childList: true, subtree: true });
}
