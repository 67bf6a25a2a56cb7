import { useState } from 'react';
import type { SupportFundsResponse } from '../../../api/schema';
import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/support.json';
import { FundForm } from './fund-form';

const t = area('support', vi);
const SUMS = ['allotted', 'committed', 'paid', 'free'] as const;

/** Every source of the year with what was given, promised and paid, and the sum of all. */
export function FundTable({ page: { year, funds, programmes }, mayAllot }: { page: SupportFundsResponse; mayAllot: boolean }) {
  const [open, setOpen] = useState(false);
  const sumOf = (what: (typeof SUMS)[number]) => funds.reduce((sum, fund) => sum + fund[what], 0);
  return (
    <section className="support-funds">
      <header className="card-head">
        <h2>{t('funds', { year })}</h2>
        {mayAllot && (
          <button type="button" className="plain-button no-print" onClick={() => setOpen(true)}>
            {t('allot')}
          </button>
        )}
      </header>
      {funds.length === 0 ? (
        <div className="list-empty">{t('noFunds')}</div>
      ) : (
        <div className="sheet table-scroll" role="region" aria-label={t('funds', { year })} tabIndex={0}>
          <table className="plain-table demand-table">
            <thead>
              <tr>
                {(['programme', 'allotted', 'committed', 'paid', 'left'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {funds.map((fund) => (
                <tr key={fund.id}>
                  <th scope="row">
                    {fund.title}
                    <div className="quiet small">{fund.budgetLine}</div>
                  </th>
                  {SUMS.map((what) => (
                    <td key={what} className="number">
                      {formatNumber(fund[what])}
                    </td>
                  ))}
                </tr>
              ))}
              <tr>
                <th scope="row">{t('total')}</th>
                {SUMS.map((what) => (
                  <td key={what} className="number">
                    <strong>{formatNumber(sumOf(what))}</strong>
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </div>
      )}
      {open && <FundForm year={year} programmes={programmes} onClose={() => setOpen(false)} />}
    </section>
  );
}
