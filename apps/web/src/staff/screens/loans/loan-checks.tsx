import { useState } from 'react';
import type { LoanResponse } from '../../../api/schema';
import { formatDay, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/loan-checks.json';
import { LoanCheckForm } from '../../parts/loan-check-form';

const t = area('loan-checks', vi);
interface Found {
  readonly checkKind: 'PERIODIC' | 'REGULAR' | 'SURPRISE';
  readonly finding: 'AS_PROMISED' | 'PARTLY' | 'NOT_AS_PROMISED';
  readonly misused: number;
  readonly measure: string | null;
}

/** What was found whenever somebody looked at how the money was used, newest first. */
export function LoanChecks({ loan, mayCheck, onDone }: { loan: LoanResponse; mayCheck: boolean; onDone: () => Promise<unknown> }) {
  const [open, setOpen] = useState(false);
  const checks = loan.events.filter(({ kind }) => kind === 'CHECK');
  return (
    <section className="sheet card">
      <h2>{t('history')}</h2>
      {checks.length === 0 && <p className="quiet">{t('none')}</p>}
      <ul className="plain-list">
        {checks.map(({ on, detail, by }) => {
          const { checkKind, finding, misused, measure } = detail as unknown as Found;
          return (
            <li key={`${on}${checkKind}${finding}${by}`}>
              {[formatDay(on), t(`kind.${checkKind}`), t(`finding.${finding}`), by].filter(Boolean).join(' · ')}
              {misused > 0 && <span className="tone-urgent"> {t('misusedShort', { amount: formatNumber(misused) })}</span>}
              {measure && <span className="quiet"> {measure}</span>}
            </li>
          );
        })}
      </ul>
      {mayCheck && (
        <button type="button" className="plain-button no-print" onClick={() => setOpen(true)}>
          {t('check')}
        </button>
      )}
      {open && (
        <LoanCheckForm loanId={loan.id} of={loan.fullName ?? loan.loanNo ?? t('unnamed')} onDone={onDone} onClose={() => setOpen(false)} />
      )}
    </section>
  );
}
