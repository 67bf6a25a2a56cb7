import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { CaseResponse } from '../../../api/schema';
import { ListState } from '../../parts/list-state';
import { t } from '../../parts/money/dong';
import { BorrowPaper } from './borrow-paper';

/** How the loan stands, without an amount and only where the worker agreed; and whether this person may borrow at all. */
export function LoanCard({ file }: { file: CaseResponse }) {
  const [open, setOpen] = useState(false);
  const read = useQuery({
    queryKey: ['case', file.id, 'loan-standing'],
    queryFn: ({ signal }) => call('GET /api/v1/cases/{caseId}/loan-standing', { params: { caseId: file.id }, signal }),
  });
  return (
    <section className="sheet card" aria-labelledby="loan-title">
      <header className="card-head">
        <h2 id="loan-title">{t('loan')}</h2>
        <button type="button" className="plain-button no-print" onClick={() => setOpen(true)}>
          {t('mayBorrow')}
        </button>
      </header>
      <ListState query={read} rows={1} isEmpty={({ standings }) => standings.length === 0} empty={t('noLoan')}>
        {({ standings }) => (
          <p>
            {standings.map(({ standing, title }, i) => (
              <span key={i} className={standing === 'OVERDUE' ? 'chip tone-urgent' : 'chip'}>
                {title}
              </span>
            ))}
          </p>
        )}
      </ListState>
      {open && <BorrowPaper file={file} onClose={() => setOpen(false)} />}
    </section>
  );
}
