import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { MonthAnswer } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/bank.json';
import { DeedButton } from '../../parts/deed-button';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';

const t = area('bank', vi);

/** Months of the office: closed only when nothing is left open, reopened only with a reason. */
export function ClosingMonths() {
  const months = useQuery({ queryKey: ['months'], queryFn: ({ signal }) => call('GET /api/v1/bank/months', { signal }) });
  if (!months.data || months.data.months.length === 0) return null;
  return (
    <section className="sheet card">
      <h2>{t('months')}</h2>
      <ul className="card-list">
        {months.data.months.map((month) => (
          <Month key={month.month} month={month} />
        ))}
      </ul>
    </section>
  );
}

function Month({ month: { month, state, openLines, differences } }: { month: MonthAnswer }) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const closed = state === 'closed';
  const deed = useDeed((_: void, key) =>
    call('POST /api/v1/bank/months', { body: { month, act: closed ? 'REOPEN' : 'CLOSE', ...(reason && { reason }) }, key }),
  );
  return (
    <li>
      <form
        className="form-rows"
        onSubmit={(event) => {
          event.preventDefault();
          void deed.act().then(() => queries.invalidateQueries({ queryKey: ['months'] }));
        }}
      >
        <strong>
          {formatDay(month, 'YM')} – {t(closed ? 'closed' : 'opened')}
        </strong>
        {openLines > 0 && (
          <span className="quiet">
            {t('open')}: {openLines}
          </span>
        )}
        {differences > 0 && <span className="quiet">{t('differences', { rows: differences })}</span>}
        {closed && <TextField label={t('reason')} value={reason} onChange={setReason} required />}
        <div className="form-deeds">
          <DeedButton word={t(closed ? 'reopen' : 'close')} deed={deed} />
        </div>
      </form>
    </li>
  );
}
