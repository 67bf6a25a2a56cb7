import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { call } from '../../../api/call';
import type { LoanResponse } from '../../../api/schema';
import { formatDay, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/loans.json';
import { HouseholdCard } from '../../parts/household-card';
import { ListState } from '../../parts/list-state';
import { PageHead } from '../../parts/page-head';
import { useMe } from '../../session/me';
import { LinkBorrower } from './link-borrower';
import { LoanChecks } from './loan-checks';
import { LoanDeeds } from './loan-deeds';
import { LoanEntries } from './loan-entries';
import './loans.css';

const t = area('loans', vi);
const BUCKETS = ['overduePrincipal', 'overdueInterest', 'interest', 'duePrincipal', 'futurePrincipal', 'advance'] as const;

/** One loan: what it is, what is due today, what was posted, and the next step. */
export function Screen() {
  const { loanId } = useParams({ strict: false }) as { loanId: string };
  const { role } = useMe();
  const queries = useQueryClient();
  const loan = useQuery({
    queryKey: ['loan', loanId],
    queryFn: ({ signal }) => call('GET /api/v1/loans/{loanId}', { params: { loanId }, signal }),
  });
  const refresh = () =>
    Promise.all([queries.invalidateQueries({ queryKey: ['loan', loanId] }), queries.invalidateQueries({ queryKey: ['loans'] })]);
  return (
    <ListState query={loan}>
      {(one) => (
        <section className="loan-page">
          <PageHead title={one.fullName ?? one.loanNo ?? t('loan')} note={`${one.loanNo ?? ''} ${one.standingTitle} – ${one.bankName}`}>
            {one.caseId !== null && role === 'centre_staff' && (
              <Link to="/ho-so/$caseId" params={{ caseId: one.caseId } as never} className="plain-button">
                {t('openCase')}
              </Link>
            )}
          </PageHead>
          <div className="loan-columns">
            <Facts loan={one} />
            <Due loan={one} />
            {one.caseId !== null && one.approved === null && <HouseholdCard caseId={one.caseId} />}
            {role === 'bank_officer' && <LoanDeeds loan={one} onDone={refresh} />}
          </div>
          {one.caseId === null && <LinkBorrower loanId={one.id} onDone={refresh} />}
          {one.firstDisbursedOn !== null && <LoanChecks loan={one} mayCheck={role === 'bank_officer'} onDone={refresh} />}
          <LoanEntries loan={one} mayReverse={role === 'bank_officer'} onDone={refresh} />
          {one.overduePrincipal > 0 && <Confirmation loan={one} />}
        </section>
      )}
    </ListState>
  );
}

function Facts({ loan }: { loan: LoanResponse }) {
  const rows: [string, string][] = [
    [t('approved'), loan.approved === null ? t('notYet') : t('dong', { amount: formatNumber(loan.approved) })],
    [t('disbursed'), t('dong', { amount: formatNumber(loan.disbursed) })],
    [t('principal'), t('dong', { amount: formatNumber(loan.principal) })],
    [t('rate'), loan.rate],
    [t('overdueRate'), loan.overdueRate],
    [t('term'), loan.termMonths === null ? t('notYet') : t('months', { months: loan.termMonths })],
    [t('ends'), formatDay(loan.endsOn) || t('notYet')],
    [t('paidTo'), formatDay(loan.interestPaidTo) || t('notYet')],
    ...(['collateral', 'capitalSource', 'creditGroup', 'authorisedPayer'] as const).flatMap((field): [string, string][] =>
      loan[field] ? [[t(field), loan[field]]] : [],
    ),
    ...loan.frozen.map(({ from, to }): [string, string] => [t('frozen'), t('frozenDays', { from: formatDay(from), to: formatDay(to) })]),
  ];
  return (
    <section className="sheet card">
      <h2>{t('facts')}</h2>
      <dl className="loan-facts">
        {rows.map(([word, value]) => (
          <div key={`${word} ${value}`}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Due({ loan }: { loan: LoanResponse }) {
  return (
    <section className="sheet card">
      <h2>{t('due')}</h2>
      <dl className="loan-facts">
        {BUCKETS.map((bucket) => (
          <div key={bucket}>
            <dt>{t(`due.${bucket}`)}</dt>
            <dd>{t('dong', { amount: formatNumber(loan.due[bucket]) })}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What the bank needs from the case to consider freezing the debt, ready to print. */
function Confirmation({ loan }: { loan: LoanResponse }) {
  const { caseCode, fullName, departedOn, returnedOn, cause } = loan;
  return (
    <section className="sheet card">
      <h2>{t('paper')}</h2>
      <p>
        {t('paperText', {
          code: caseCode ?? '',
          name: fullName ?? '',
          departed: formatDay(departedOn) || t('notYet'),
          returned: formatDay(returnedOn) || t('notYet'),
          cause: t(`cause.${cause as 'WORKING'}`),
        })}
      </p>
      <button type="button" className="plain-button no-print" onClick={() => window.print()}>
        {t('print')}
      </button>
    </section>
  );
}
