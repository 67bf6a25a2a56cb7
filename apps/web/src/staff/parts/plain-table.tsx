import type { ReactNode } from 'react';

/** The heads of a table; a column without words (choices, deeds) stands before or after them. */
export function TableHead({ heads, before, after }: { heads: readonly string[]; before?: ReactNode; after?: ReactNode }) {
  return (
    <thead>
      <tr>
        {before}
        {heads.map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
        {after}
      </tr>
    </thead>
  );
}

/** A table of a screen on its own sheet: wider than the window it scrolls by itself, and the keyboard reaches it under its label. `children`: the rows. */
export function PlainTable({
  label,
  name = '',
  children,
  ...head
}: {
  label: string;
  heads: readonly string[];
  /** A class of its own. */
  name?: string;
  before?: ReactNode;
  after?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="sheet table-scroll" role="region" aria-label={label} tabIndex={0}>
      <table className={`plain-table ${name}`.trim()}>
        <TableHead {...head} />
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
