import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '../../session/me';

/** Roles that may see the people behind a number; a leader sees counts. */
const SEE_PEOPLE = ['department_officer', 'centre_staff'];

export const useSeesPeople = (): boolean => SEE_PEOPLE.includes(useMe().role);

/** A number that opens exactly its rows in the list of cases, for those who may see them. @param rows query of the list */
export function RowsLink({ rows, children }: { rows: string; children: ReactNode }) {
  if (!useSeesPeople()) return <>{children}</>;
  return (
    <Link to="/lao-dong" search={Object.fromEntries(new URLSearchParams(rows)) as never} className="rows-link">
      {children}
    </Link>
  );
}
