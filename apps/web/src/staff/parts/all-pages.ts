/** Every row of a paged list, for lists that are short in practice and filtered on the screen. */
export async function allPages<Row>(
  page: (after: string | undefined) => Promise<{ rows: readonly Row[]; next?: string }>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let after: string | undefined;
  do {
    const answer = await page(after);
    rows.push(...answer.rows);
    after = answer.next;
  } while (after !== undefined);
  return rows;
}
