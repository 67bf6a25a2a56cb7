import { useState } from 'react';
import type { SupportFundsResponse } from '../../../api/schema';
import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/support.json';
import { PlainTable } from '../../parts/plain-table';
import { FundForm } from './fund-form';

const t = area('support', vi);
const SUMS = ['allotted', 'committed', 'paid', 'free'] as const;
const COLUMNS = ['programme', ...SUMS] as const;

/** Every source of the year with what was given, promised and paid, and the sum of all. */
export function FundTable({ page: { year, funds, programmes }, mayAllot }: { page: SupportFundsResponse; mayAllot: boolean }) {
  const [open, setOpen] = useState(false);
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
        <PlainTable label={t('funds', { year })} heads={COLUMNS.map((column) => t(column))}>
          {funds.map((fund) => (
            <tr key={fund.id} className="figure-row">
              <th scope="row">
                {fund.title}
                <div className="quiet small">{fund.budgetLine}</div>
              </th>
              <Figures of={(what) => fund[what]} />
            </tr>
          ))}
          <tr className="figure-row total-row">
            <th scope="row">{t('total')}</th>
            <Figures of={(what) => funds.reduce((sum, fund) => sum + fund[what], 0)} />
          </tr>
        </PlainTable>
      )}
      {open && <FundForm year={year} programmes={programmes} onClose={() => setOpen(false)} />}
    </section>
  );
}

function Figures({ of }: { of: (what: (typeof SUMS)[number]) => number }) {
  return SUMS.map((what) => (
    <td key={what} className="number" data-head={t(what)}>
      {formatNumber(of(what))}
    </td>
  ));
}
