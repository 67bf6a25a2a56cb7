import type { ReactNode } from 'react';

/** Title of a screen with its deeds at the right; the number beside the title is how many rows there are. */
export function PageHead({ title, count, note, children }: { title: string; count?: ReactNode; note?: ReactNode; children?: ReactNode }) {
  return (
    <header className="page-head">
      <h1>
        {title}
        {count !== undefined && <span className="page-count"> {count}</span>}
      </h1>
      {note && <p className="quiet page-note">{note}</p>}
      {children && <div className="page-deeds no-print">{children}</div>}
    </header>
  );
}
