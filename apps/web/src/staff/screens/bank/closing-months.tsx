import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { MonthAnswer } from '../../../api/schema';
import { formatDay, formatMoment, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/bank.json';
import { DeedButton } from '../../parts/deed-button';
import { ListState } from '../../parts/list-state';
import { tellDone } from '../../parts/notices';
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

function Month({ month: { month, state, openLines, differences, trail } }: { month: MonthAnswer }) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const closed = state === 'closed';
  const deed = useDeed((_: void, key) =>
    call('POST /api/v1/bank/months', { body: { month, act: closed ? 'REOPEN' : 'CLOSE', ...(reason && { reason }) }, key }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await deed.act()) {
      tellDone(t(closed ? 'monthReopened' : 'monthClosed', { month: formatDay(month, 'YM') }));
      setReason('');
    }
    await queries.invalidateQueries({ queryKey: ['months'] });
  };
  const left = [openLines > 0 && t('openCount', { rows: openLines }), differences > 0 && t('differences', { rows: differences })].filter(
    Boolean,
  );
  return (
    <li>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <p>
          <strong>
            {formatDay(month, 'YM')} – {t(closed ? 'closed' : 'opened')}
          </strong>
          {left.length > 0 && <span className="quiet"> · {left.join(' · ')}</span>}
        </p>
        {trail.length > 0 && (
          <ul className="plain-list quiet small">
            {trail.map(({ kind, at, by, reason: why }) => (
              <li key={at}>{t(`trail.${kind as 'CLOSED'}`, { at: formatMoment(at), by: by ?? '', reason: why ?? '' })}</li>
            ))}
          </ul>
        )}
        {differences > 0 && <Differences month={month} />}
        {closed && <TextField label={t('reason')} value={reason} onChange={setReason} required />}
        <div className="form-deeds">
          <DeedButton word={t(closed ? 'reopen' : 'close')} deed={deed} disabled={closed && !reason.trim()} />
        </div>
      </form>
    </li>
  );
}

/** Which loans do not add up, asked for when somebody wants to know. */
function Differences({ month }: { month: string }) {
  const [open, setOpen] = useState(false);
  const check = useQuery({
    queryKey: ['months', month, 'check'],
    queryFn: ({ signal }) => call('GET /api/v1/bank/months/check', { query: { month }, signal }),
    enabled: open,
  });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('whichDiffer')}</summary>
      <ListState query={check} rows={2}>
        {({ differences }) => (
          <>
            <ul className="plain-list">
              {differences.map(({ loanId, loanNo, printed, computed }) => (
                <li key={loanId}>
                  <Link to="/von-vay/$loanId" params={{ loanId }}>
                    {loanNo}
                  </Link>
                  {t('differ', { printed: formatNumber(printed), computed: formatNumber(computed), by: formatNumber(printed - computed) })}
                </li>
              ))}
            </ul>
            <p className="quiet">{t('differNote')}</p>
          </>
        )}
      </ListState>
    </details>
  );
}
