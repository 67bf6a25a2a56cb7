import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { LoanCheckAnswer } from '../../../api/schema';
import { formatDay, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/loan-checks.json';
import { ListState } from '../../parts/list-state';
import { LoanCheckForm } from '../../parts/loan-check-form';
import { MoreButton } from '../../parts/more-button';
import { PageHead } from '../../parts/page-head';
import { businessToday } from '../../session/business-day';
import './loan-checks.css';

const t = area('loan-checks', vi);

/** Whose use of the money has to be looked at next: who was never looked at stands first. */
export function Screen() {
  const queries = useQueryClient();
  const [open, setOpen] = useState<LoanCheckAnswer>();
  const checks = useInfiniteQuery({
    queryKey: ['loan-checks'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => call('GET /api/v1/loans/checks', { query: { after: pageParam, limit: 50 }, signal }),
    getNextPageParam: ({ next }) => next,
  });
  const lines = checks.data?.pages.flatMap((page) => page.checks);
  const refresh = () =>
    Promise.all([queries.invalidateQueries({ queryKey: ['loan-checks'] }), queries.invalidateQueries({ queryKey: ['loan'] })]);
  return (
    <section>
      <PageHead title={t('title')} note={t('note')} />
      <ListState query={{ ...checks, data: lines }} isEmpty={(list) => list.length === 0} empty={<p>{t('empty')}</p>}>
        {(list) => (
          <div className="sheet table-scroll" tabIndex={0} role="region" aria-label={t('title')}>
            <table className="plain-table">
              <thead>
                <tr>
                  {(['name', 'place', 'out', 'last', 'due'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(column)}
                    </th>
                  ))}
                  <td className="no-print" />
                </tr>
              </thead>
              <tbody>
                {list.map((line) => (
                  <tr key={line.loanId}>
                    <th scope="row">
                      <Link to="/von-vay/$loanId" params={{ loanId: line.loanId } as never}>
                        {line.fullName ?? line.loanNo ?? t('unnamed')}
                      </Link>
                    </th>
                    <td>{[line.creditGroup, line.communeName].filter(Boolean).join(' · ')}</td>
                    <td>{formatDay(line.firstDisbursedOn)}</td>
                    <td>
                      <Last line={line} />
                    </td>
                    <td className="check-deed">
                      <Due line={line} />
                    </td>
                    <td className="no-print check-deed">
                      <button
                        type="button"
                        className="plain-button"
                        onClick={() => setOpen(line)}
                        aria-label={t('record', { name: nameOf(line) })}
                      >
                        {t('check')}
                      </button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </ListState>
      <MoreButton list={checks} />
      {open && <LoanCheckForm loanId={open.loanId} of={nameOf(open)} onDone={refresh} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

const nameOf = ({ fullName, loanNo }: LoanCheckAnswer): string => fullName ?? loanNo ?? t('unnamed');

function Last({ line: { checkedOn, checkKind, finding, misused } }: { line: LoanCheckAnswer }) {
  if (!checkedOn || !checkKind || !finding) return <span className="quiet">{t('never')}</span>;
  return (
    <>
      {formatDay(checkedOn)} · {t(`kind.${checkKind as 'PERIODIC'}`)} · {t(`finding.${finding as 'PARTLY'}`)}
      {!!misused && <span className="tone-urgent"> {t('misusedShort', { amount: formatNumber(misused) })}</span>}
    </>
  );
}

function Due({ line: { dueOn } }: { line: LoanCheckAnswer }) {
  if (!dueOn) return <span className="quiet">{t('noDay')}</span>;
  return dueOn < businessToday() ? (
    <strong className="tone-urgent">{t('since', { day: formatDay(dueOn) })}</strong>
  ) : (
    <>{formatDay(dueOn)}</>
  );
}
